/** The real reader: the same wasm that names a definition's mistakes to a team in its page. */
const check = () => import("./check.js");

/** Resolves to the problems of a document, and to what is well but reads oddly. */
export async function read(document) {
  const module = await check();
  const problems = await module.check({ surveys: [], definition: document });
  return { problems, doubts: problems.length ? [] : await module.lint(document) };
}

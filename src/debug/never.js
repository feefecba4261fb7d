/**
 * What cannot come on pages such as this one, in a sentence; nothing where all can.
 *
 * @param {object} state What `loader/debug.js` knows.
 */
export function never({ explanations, overview }) {
  return overview?.kind === "other" ? explanations.flatMap(articles)[0] : undefined;
}

/** The triggers on articles of a survey, where no page so far was one. */
function articles({ survey, triggers }) {
  const leaves = ({ parts, ...leaf }) => (parts ? parts.flatMap(leaves) : [leaf]);
  const isNever = ({ name, terms, found }) => name === "helpCenter" && terms.articles && found?.startsWith("none");
  return leaves(triggers).filter(isNever).map(({ wants, found }) => `${survey} waits for ${wants}, so far ${found}`);
}

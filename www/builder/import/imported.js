/** What was pasted or chosen, as a definition, with a note for each thing that is not as it was. */

/** @returns `{ definition, notes }`, or `{ mistake }`. */
export function imported(text) {
  let found;
  try {
    found = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch ({ message }) {
    return { mistake: `Expected JSON: ${message}` };
  }
  if (Array.isArray(found?.surveys)) return { definition: found, notes: [] };
  return { mistake: "Expected a definition, which has a list of surveys" };
}

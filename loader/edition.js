/**
 * Which edition of the widget a definition needs, by the words it has. Never judges a definition: what
 * an edition makes of its words is its own matter.
 *
 * The words come from the tables of the rules themselves; `xtask/src/words.rs` says how they are written.
 */

import { json } from "./json.js";

/** Words under this key have to be there: where one is left out, something else is meant. */
const NEEDED = "";

/**
 * Whether the ordinary edition knows every word of a definition.
 *
 * @param {*} definition As JSON.parse gave it.
 * @param {{ words: object, names: string[] }} ordinary The words it knows, by their places; and what only
 *   the other edition puts into texts.
 */
export function isOrdinary(definition, { words, names }) {
  const text = json(definition);
  return knows(definition, words) && !names.some((name) => text.includes(`{${name}`));
}

/** `known` is what may stand there: true for anything, a number for a list of so many, else words. */
function knows(value, known) {
  if (value === null || !["object", "string"].includes(typeof value)) return true;
  if (typeof known !== "object") return known === true || value.length <= known;
  if (typeof value === "string") return value in known;
  if (Array.isArray(value)) return value.every((it) => knows(it, known));
  // Nothing stands for the same as around it: conditions within conditions.
  const isKnown = ([word, inside]) => word in known && knows(inside, known[word] ?? known);
  const isThere = (word) => (value[word] ?? null) !== null;
  return Object.entries(value).every(isKnown) && (known[NEEDED] ?? []).every(isThere);
}

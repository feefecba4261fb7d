/** A yes or no that tells the word which was pressed too: a later text may name it. */
import { askYesNo } from "../view/yes-no.js";

/** @param {string} chosen What was answered before, `yes` or `no`. */
export function askWord(chosen, words, tell) {
  const press = (what, _, yes) => tell(what, words[yes ? "yes" : "no"], yes);
  return { field: askYesNo({ chosen }, words, press) };
}

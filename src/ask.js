/**
 * Asks what few surveys ask, a choice, a scale that is no row of numbers, a word, or nothing at all;
 * and what is asked where few nudges stand.
 */
import { NEXT } from "./happened.js";
import { askChoice } from "./ask/choice.js";
import { askLook } from "./ask/look.js";
import { askWord } from "./ask/word.js";
import STYLE from "./ask/style.css";
import { adopt } from "./sheet.js";

/** What is missing in an answer, by the numbers of the engine. */
const MISTAKES = ["", "missing", "tooLong"];

/** Gives what carries out such a screen, in the order of `src/output.rs`. */
export const openAsk =
  (view, tell, layout) =>
  (language, title, kind, given, limit, low, high, optional, back, mistake, look, upward, leftToRight, chosen, written, many, other, place, placeText, ...labels) => {
    const asks = {
      choice: () => askChoice({ labels, chosen, written, many, other, limit }, tell),
      effort: (words) => askLook({ look, upward, leftToRight, labels, points: limit, low, high, chosen: given }, words, tell),
      yesNo: (words) => askWord(given, words, tell),
      message: () => ({ send: () => tell(NEXT) }),
    };
    // What every edition asks may stand where only this one puts it.
    const body = asks[kind] ? { rare: asks[kind] } : { [kind]: { chosen: given, text: given, limit } };
    view.render({ language, title, body, optional, back, mistake: MISTAKES[mistake] });
    adopt(STYLE);
    layout.stand(place, placeText, !kind);
  };

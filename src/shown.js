/**
 * What can wait until a nudge is there: that it makes way for what has the focus, counts the
 * characters of what is written, and wears the rest of what a page themes it by. A file of its own,
 * `shown.js` beside `module.js`.
 */
import { count } from "./counter.js";
import { adopt } from "./sheet.js";
import STYLE from "./shown.css";
import { makeWay } from "./way.js";

/** Until the card is gone. */
export function attend(card) {
  adopt(STYLE, card.getRootNode());
  makeWay(card);
  count(card);
}

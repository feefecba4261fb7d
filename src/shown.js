/**
 * What can wait until a nudge is there: that it makes way for what has the focus, counts the
 * characters of what is written, and wears the rest of what a page themes it by. A file of its own,
 * `shown.js` beside `module.js`.
 */
import { count } from "./counter.js";
import { adopt } from "./sheet.js";
import STYLE from "./shown.css";
import { give } from "./view/focus.js";
import { makeWay } from "./way.js";

/** Until the card is gone. */
export function attend(card) {
  adopt(STYLE, card.getRootNode());
  makeWay(card);
  count(card);
}

/** The visitor has opened it: a dialog that does not block the page, and has the focus. */
export function enter() {
  const root = document.querySelector("effortlet-nudge")?.shadowRoot;
  const tab = root?.querySelector("[part=tab]");
  if (tab) return tab.click();
  root?.querySelector("section").setAttribute("role", "dialog");
  give(root?.querySelector("h2"));
}

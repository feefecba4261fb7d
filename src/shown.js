/**
 * What can wait until a nudge is there: that it makes way for what has the focus and for a keyboard,
 * counts the characters of what is written, and wears the rest of what a page themes it by. A file of
 * its own, `shown.js` beside `module.js`.
 */
import { count } from "./counter.js";
import { stayAbove } from "./keyboard.js";
import { listen } from "./listener.js";
import { quiet } from "./quiet.js";
import { adopt } from "./sheet.js";
import STYLE from "./shown.css";
import { give } from "./view/focus.js";
import { makeWay } from "./way.js";

/** Until the card is gone. */
export const attend = quiet((card) => {
  const end = new AbortController();
  const { signal } = end;
  const size = new ResizeObserver(() => card.isConnected || end.abort());
  size.observe(card);
  listen(signal, "abort", () => size.disconnect());
  adopt(STYLE, card.getRootNode());
  makeWay(card, signal);
  stayAbove(card, signal);
  count(card);
});

/** The visitor has opened it: a dialog that does not block the page, and has the focus. */
export function enter() {
  const root = document.querySelector("effortlet-nudge")?.shadowRoot;
  const tab = root?.querySelector("[part=tab]");
  if (tab) return tab.click();
  root?.querySelector("section").setAttribute("role", "dialog");
  give(root?.querySelector("h2"));
}

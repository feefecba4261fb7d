/** Where the focus is, and where it came from. */
import { listen } from "../listener.js";

/** Gives what returns the focus to where it was, if it is here. */
export function followFocus(root, card) {
  /** What had the focus before the visitor came in; nothing when the page itself had it. */
  let before;
  listen(card, "focusin", ({ relatedTarget: from }) => {
    if (from && !card.contains(from)) before = from;
  });
  return () => root.activeElement && give(before);
}

/** Nothing has it. */
export const drop = (root) => root.activeElement?.blur();

export const give = (element) => element?.focus({ preventScroll: true });

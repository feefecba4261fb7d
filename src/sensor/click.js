/**
 * Clicks on what a selector names, through open shadow roots and nested drawings. What the visitor
 * does with the nudge itself is no click on the page.
 */
import { CLICKED } from "../happened.js";
import { listen } from "../listener.js";

/** @param {(target: Element, position: number) => boolean} isMeant Of what a selector has found. */
export function watchClicks(selectors, tell, signal, isMeant = () => true) {
  const report = (event) => {
    const path = event.composedPath();
    if (path.some(({ localName }) => localName === "effortlet-nudge")) return;
    // How often this one click was told.
    let times = 0;
    selectors.forEach((selector, position) => {
      if (path.some((target) => target.matches?.(selector) && isMeant(target, position))) tell(CLICKED, "", position, times++);
    });
  };
  listen(window, "click", report, signal);
}

/**
 * Clicks on what a selector names, through open shadow roots and nested drawings. What the visitor
 * does with the nudge itself is no click on the page.
 */
import { CLICKED } from "../happened.js";
import { listen } from "../listener.js";

export function watchClicks(selectors, tell, signal) {
  const report = (event) => {
    const path = event.composedPath();
    if (path.some(({ localName }) => localName === "effortlet-nudge")) return;
    selectors.forEach((selector, position) => {
      if (path.some((target) => target.matches?.(selector))) tell(CLICKED, "", position);
    });
  };
  listen(window, "click", report, signal);
}

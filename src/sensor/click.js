/** Clicks on what a selector names, through open shadow roots and nested drawings. */
import { CLICKED } from "../happened.js";
import { listen } from "../listener.js";

export function watchClicks(selectors, tell, signal) {
  const report = (event) => {
    const path = event.composedPath();
    selectors.forEach((selector, position) => {
      if (path.some((target) => target.matches?.(selector))) tell(CLICKED, "", position);
    });
  };
  listen(window, "click", report, signal);
}

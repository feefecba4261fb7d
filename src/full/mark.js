/** Clicks on what the page has marked with a survey's id: `data-effortlet="help-center"`. */
import { MARKED } from "../happened.js";
import { listen } from "../listener.js";

/** `note` is called with the element before. */
export function watchMarks(tell, signal, note) {
  const report = (event) => {
    const path = event.composedPath();
    if (path.some(({ localName }) => localName === "effortlet-nudge")) return;
    const marked = path.find((target) => target.dataset?.effortlet);
    if (!marked) return;
    note(marked);
    tell(MARKED, marked.dataset.effortlet);
  };
  listen(window, "click", report, signal);
}

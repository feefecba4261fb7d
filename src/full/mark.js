/**
 * Clicks on what the page has marked with a survey's id: `data-effortlet="help-center"`. What comes of
 * one was opened by the visitor.
 */
import { MARKED } from "../happened.js";
import { listen } from "../listener.js";

/**
 * @param {{clicked: (element: Element) => void, enter: () => void}} layout Is told of it before, and when
 * its survey is there.
 */
export function watchMarks(tell, signal, { clicked, enter }) {
  /** The survey that the last such click was for. */
  let opened;
  const report = (event) => {
    const path = event.composedPath();
    if (path.some(({ localName }) => localName === "effortlet-nudge")) return;
    const marked = path.find((target) => target.dataset?.effortlet);
    if (!marked) return;
    clicked(marked);
    opened = marked.dataset.effortlet;
    tell(MARKED, opened);
  };
  listen(window, "click", report, signal);
  const shown = ({ detail: { survey, trigger } }) => {
    if (survey === opened && trigger === "click") enter();
    opened = undefined;
  };
  listen(window, "effortlet:shown", shown, signal);
}

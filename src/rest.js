/**
 * The end of what a visitor is busy with. A file of its own, `rest.js` beside `module.js`: only a
 * nudge that has to wait loads it.
 *
 * Never asks whether it is over: who is called does.
 */
import { after, cancel } from "./clock.js";
import { listen } from "./listener.js";

/** Milliseconds from the last of the events until a moment may be quiet. */
const REST = 3000;

/** What may be the end of what holds a nudge back. */
const ENDS =
  "focusout fullscreenchange toggle close pause ended volumechange selectionchange pointerup keyup resize";

/** By what scripts open and close what looks like a dialog. */
const CHANGES = {
  subtree: true,
  childList: true,
  attributeFilter: ["class", "style", "hidden", "open", "inert", "aria-modal"],
};

/**
 * Calls once, when the visitor may have done with it.
 *
 * @param {() => void} call
 * @param {boolean} typing Which ends by itself.
 * @param {AbortController} rest Ends the waiting, and is ended with it.
 */
export function whenQuiet(call, typing, rest) {
  let timer;
  const wait = () => {
    cancel(timer);
    timer = after(REST, () => {
      rest.abort();
      call();
    });
  };
  // A page may change all the time: that puts nothing off.
  const changes = new MutationObserver(() => timer || wait());
  const stop = () => {
    cancel(timer);
    changes.disconnect();
  };
  const { signal } = rest;
  if (signal.aborted) return;
  listen(signal, "abort", stop);
  listen(document, ENDS, wait, signal);
  changes.observe(document, CHANGES);
  if (typing) wait();
}

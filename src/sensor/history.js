/**
 * What the page does to its history, for browsers without the Navigation API. A file of its own,
 * `history.js` beside `module.js`: no other browser loads it.
 */
import { listen } from "../listener.js";

/** Who is told. */
const followers = new Set();
let wrapped = false;

/**
 * Calls at once, for what happened while this was loaded, and at every change until the signal.
 *
 * Wrapped once and called through; never unwrapped, since somebody else may have wrapped it again.
 */
export function followHistory(call, signal) {
  if (signal.aborted) return;
  listen(window, "popstate hashchange", call, signal);
  if (!wrapped) {
    wrapped = true;
    for (const name of ["pushState", "replaceState"]) {
      const own = history[name];
      history[name] = function (...values) {
        const result = own.apply(this, values);
        followers.forEach((follow) => follow());
        return result;
      };
    }
  }
  followers.add(call);
  listen(signal, "abort", () => followers.delete(call));
  call();
}

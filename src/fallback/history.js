/**
 * What the page does to its history, for browsers without the Navigation API. A file of its own,
 * `history.js` beside `module.js`: no other browser loads it.
 */
import { quiet } from "./quiet.js";

/** Who is told, each until its signal. */
const followers = new Map();

// As this file is loaded, so once, and called through; never unwrapped, since somebody else may
// have wrapped it again.
for (const name of ["pushState", "replaceState"]) {
  const own = history[name];
  history[name] = function (...values) {
    const result = own.apply(this, values);
    followers.forEach((signal, follow) => (signal.aborted ? followers.delete(follow) : follow()));
    return result;
  };
}

/** Calls at once, for what happened while this was loaded, and at every change until the signal. */
export function followHistory(call, signal) {
  if (signal.aborted) return;
  for (const name of ["popstate", "hashchange"]) {
    window.addEventListener(name, quiet(call), { capture: true, passive: true, signal });
  }
  followers.set(call, signal);
  call();
}

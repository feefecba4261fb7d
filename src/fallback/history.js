/**
 * What the page does to its history, for browsers without the Navigation API. A file of its own,
 * `history.js` beside `module.js`: no other browser loads it.
 *
 * JavaScript, since it stands in the place of the page's own functions: it has to call them through
 * whatever becomes of the wasm.
 */

/** Who is told. */
const followers = new Set();

/** Whatever goes wrong with us is nothing to the page. */
function tell(call) {
  try {
    call();
  } catch {}
}

// As this file is loaded, so once, and called through; never unwrapped, since somebody else may
// have wrapped it again.
for (const name of ["pushState", "replaceState"]) {
  const own = history[name];
  history[name] = function (...values) {
    const result = own.apply(this, values);
    followers.forEach(tell);
    return result;
  };
}

/** Calls at once, for what happened while this was loaded, and at every change until the signal. */
export function followHistory(call, signal) {
  if (signal.aborted) return;
  for (const name of ["popstate", "hashchange"]) {
    addEventListener(name, () => tell(call), { capture: true, passive: true, signal });
  }
  followers.add(call);
  // At once: a page that goes nowhere would keep everybody who has ever followed.
  signal.onabort = () => followers.delete(call);
  call();
}

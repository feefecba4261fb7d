/**
 * What the wasm exports, so that a mistake of ours in it ends the widget and not the page: the nudge
 * goes, other tabs may show one, nothing of ours is called any more, and the console has one warning.
 *
 * Not in Rust, since after a trap nothing there can be trusted.
 */
export function guard(exports) {
  let isOver = false;
  let depth = 0;

  const guarded = (call) => (...values) => {
    if (isOver) return undefined;
    depth++;
    try {
      return call(...values);
    } catch (error) {
      // Not handed on to what of ours had called it: between them is the browser, which would tell the page.
      if (!isOver) console.warn("effortlet: stopped by a mistake of its own, please report it:", error);
      isOver = true;
    } finally {
      depth--;
      // What had called it may have gone on until here.
      if (isOver && !depth) clear();
    }
  };

  const isCall = ([, it]) => typeof it === "function";
  const all = Object.entries(exports);
  return { ...exports, ...Object.fromEntries(all.filter(isCall).map(([name, call]) => [name, guarded(call)])) };
}

function clear() {
  try {
    const nudges = document.querySelectorAll("effortlet-nudge");
    nudges.forEach((nudge) => nudge.remove());
    // Whoever holds the lock loses it by this: it is ours where a nudge was on display.
    if (nudges.length) navigator.locks?.request("effortlet", { steal: true }, () => {}).catch(() => {});
  } catch {}
}

/**
 * What the page pushes to its data layer, an array as Google's tag manager has it.
 *
 * JavaScript, since it stands in the place of the page's own function: it has to call it through
 * whatever becomes of the wasm, and a layer is followed anew when the widget is started again.
 *
 * Never makes a layer.
 */

/** Each data layer that is followed, and who is told of what is pushed there. */
const followed = new Map();

/** Whatever goes wrong with us is nothing to the page. */
function tell(call, entries) {
  for (const entry of entries) {
    try {
      call(entry);
    } catch {}
  }
}

/** Calls at once with what is there, unless it was followed before, and at every push until the signal. */
export function followDataLayer(call, signal) {
  const layer = window.dataLayer;
  if (signal.aborted || !Array.isArray(layer)) return;
  if (!followed.has(layer)) {
    followed.set(layer, new Set());
    wrap(layer, followed.get(layer));
    // What happened on this page before the widget was there.
    tell(call, [...layer]);
  }
  const followers = followed.get(layer);
  followers.add(call);
  // At once: a page that pushes nothing more would keep everybody who has ever followed.
  signal.onabort = () => followers.delete(call);
}

/** Once, and called through; never unwrapped, since somebody else may have wrapped it again. */
function wrap(layer, followers) {
  const { push } = layer;
  layer.push = function (...values) {
    const result = push.apply(this, values);
    followers.forEach((call) => tell(call, values));
    return result;
  };
}

/**
 * What a wasm imports, and what it exports, so that a mistake of ours in it ends the widget and not the
 * page: the nudge goes, other tabs may show one, nothing of ours is called any more, and the console has
 * one warning.
 *
 * Not in Rust, since after a trap nothing there can be trusted.
 */
export function guard(imports) {
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

  /** What had called the one that trapped goes on with memory that is none: it ends where it calls next. */
  const ending = (call) => (...values) => {
    if (isOver) throw new Error("over");
    return call(...values);
  };

  return { imports: each(imports, ending), exports: (exports) => each(exports, guarded) };
}

/** The same with another function in the place of each. */
function each(all, make) {
  const made = { ...all };
  for (const [name, it] of Object.entries(all)) if (typeof it === "function") made[name] = make(it);
  return made;
}

function clear() {
  try {
    const nudges = Document.prototype.querySelectorAll.call(document, "effortlet-nudge");
    nudges.forEach((nudge) => nudge.remove());
    // Whoever holds it loses it by this. The one is ours where a nudge was on display; whose turn it was to
    // post goes on all the same.
    for (const name of nudges.length ? ["effortlet", "effortlet:post"] : ["effortlet:post"]) {
      navigator.locks?.request(name, { steal: true }, () => {}).catch(() => {});
    }
  } catch {}
}

/** The last things that went into the engine and came out of it. */
import { effectSaid, inputSaid } from "./words.js";

/** As many as are read at a glance. */
const MOST = 20;

export function openLog() {
  /** The latest first. */
  const entries = [];

  function note(at, isInput, [words, kind = words]) {
    if (!words) return;
    const count = entries[0]?.kind === kind ? entries.shift().count : 0;
    entries.unshift({ at, isInput, words, kind, count: count + 1 });
    entries.length = Math.min(entries.length, MOST);
  }

  return {
    entries,
    happened: (at, what, text, numbers) => note(at, true, inputSaid(what, text, numbers)),
    followed: (at, [what, ...values]) => note(at, false, effectSaid(what, values)),
  };
}

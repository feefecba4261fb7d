/** Listening. Always passive: a guest stops no event. */
import { quiet } from "./quiet.js";

/**
 * Listens in the capture phase, so that no handler of the page can hide an event from us.
 *
 * @param {EventTarget} target
 * @param {string} names One or more, with spaces between them.
 * @param {(event: any) => void} call
 * @returns {() => void} Ends it.
 */
export function listen(target, names, call) {
  const handler = quiet(call);
  const each = (change) => names.split(" ").forEach((name) => target[change](name, handler, OPTIONS));
  each("addEventListener");
  return () => each("removeEventListener");
}

const OPTIONS = { capture: true, passive: true };

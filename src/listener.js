/** Listening. Always passive: a guest stops no event. */
import { after } from "./clock.js";
import { quiet } from "./quiet.js";

/**
 * Listens in the capture phase, so that no handler of the page can hide an event from us.
 *
 * @param {EventTarget} target
 * @param {string} names One or more, with spaces between them.
 * @param {(event: any) => void} call
 * @param {AbortSignal} [signal] Ends it.
 */
export function listen(target, names, call, signal) {
  const options = { capture: true, passive: true, signal };
  for (const name of names.split(" ")) target.addEventListener(name, quiet(call), options);
}

/**
 * Listens for what comes many times a second: hears one event, and the next not before so many
 * milliseconds later, so that those between cost the page nothing.
 */
export function sample(target, names, pause, call, signal) {
  for (const name of names.split(" ")) {
    const hear = quiet((event) => {
      after(pause, arm);
      call(event);
    });
    const arm = () => target.addEventListener(name, hear, { capture: true, once: true, passive: true, signal });
    arm();
  }
}

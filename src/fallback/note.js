/**
 * One text in localStorage. Every access may fail, and nothing breaks: then it is kept for as long
 * as the page lives.
 *
 * Never knows what the text says.
 */
import { quiet } from "./quiet.js";

export function openNote(name) {
  /** What the device refused to keep. */
  let refused;

  const put = quiet((text) => {
    window.localStorage.setItem(name, text);
    return true;
  });

  return {
    read: () => refused ?? quiet(() => window.localStorage.getItem(name))(),

    write(text) {
      refused = put(text) ? undefined : text;
    },

    erase() {
      refused = undefined;
      quiet(() => window.localStorage.removeItem(name))();
    },
  };
}

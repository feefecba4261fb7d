/**
 * Texts under names on the visitor's device. Every access may fail, and nothing breaks: then a
 * text is kept for as long as the page lives.
 *
 * @param {"localStorage" | "sessionStorage"} area Shared by all tabs and kept, or this tab's alone.
 */
import { quiet } from "./quiet.js";

export function openShelf(area) {
  const fallback = {};
  const attempt = (work) => quiet(() => work(window[area]))();

  return {
    get: (name) => fallback[name] ?? attempt((storage) => storage.getItem(name)),

    put(name, text) {
      fallback[name] = text;
      attempt((storage) => {
        storage.setItem(name, text);
        delete fallback[name];
      });
    },

    remove(name) {
      delete fallback[name];
      attempt((storage) => storage.removeItem(name));
    },

    names: () => attempt(Object.keys) ?? [],
  };
}

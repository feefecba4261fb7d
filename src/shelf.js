/**
 * Texts under names on the visitor's device. Every access may fail, and nothing breaks: then a
 * text is kept for as long as the tab, or else the page lives.
 *
 * @param {"localStorage" | "sessionStorage"} area Shared by all tabs and kept, or this tab's alone.
 */
import { quiet } from "./quiet.js";

/** What the tab keeps in the place of what refuses. */
const COPY = "effortlet:copy:";

export function openShelf(area) {
  const memory = { __proto__: null };
  const attempt = (area, work) => quiet(() => work(window[area]))();
  const inTab = (work) => attempt("sessionStorage", work);
  /** Gives true where it is kept. */
  const keep = (area, name, text) => attempt(area, (storage) => (storage.setItem(name, text), true));

  const remove = (name) => {
    delete memory[name];
    inTab((storage) => storage.removeItem(COPY + name));
  };

  return {
    get: (name) =>
      memory[name] ??
      inTab((storage) => storage.getItem(COPY + name)) ??
      attempt(area, (storage) => storage.getItem(name)),

    put(name, text) {
      memory[name] = text;
      if (keep(area, name, text)) remove(name);
      else if (keep("sessionStorage", COPY + name, text)) delete memory[name];
    },

    remove(name) {
      remove(name);
      attempt(area, (storage) => storage.removeItem(name));
    },

    names: () => [
      ...(attempt(area, Object.keys) ?? []),
      ...(inTab(Object.keys) ?? []).filter((name) => name.startsWith(COPY)).map((name) => name.slice(COPY.length)),
    ],
  };
}

/** What more than one part of the panel is made of. */
import { make } from "./dom.js";

/** A button; `act` is what `loader/debug.js` calls it, and the values that go with it. */
export const button = (label, act, attributes) =>
  make("button", { type: "button", "data-act": JSON.stringify(act), ...attributes }, label);

/** A part that can be folded; `summary` is text or elements. */
export const fold = (key, summary, open, ...children) =>
  make("details", { "data-key": key, open }, make("summary", {}, ...[summary].flat()), ...children);

/** Names and what they stand for; what stands for nothing is left out. */
export const terms = (entries) =>
  make(
    "dl",
    {},
    ...entries
      .filter(([, it]) => it !== undefined && it !== null && it !== "")
      .map(([name, it]) => make("div", { "data-key": name }, make("dt", {}, name), make("dd", {}, ...[it].flat()))),
  );

export const note = (text) => make("p", { class: "note" }, text);

/** Any value as JSON with line breaks, for people to read and copy. */
export const json = (value) => make("pre", { tabindex: 0 }, JSON.stringify(value, undefined, 2));

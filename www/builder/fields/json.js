/** Whatever has no fields of its own, as it is written. What is no JSON stays in its field until it is. */
import { html } from "lit-html";
import { at, spelled } from "../places.js";
import { described, framed, idOf } from "./frame.js";

/** `isApart` is what has fields of its own too. */
export function json(form, row, place, label, { rows = 3, isApart = false } = {}) {
  const name = isApart ? [...place, "json"] : place;
  const value = at(form.document, place);
  const change = ({ target }) => {
    try {
      form.put(place, target.value.trim() ? JSON.parse(target.value) : undefined);
      delete target.dataset.mistake;
    } catch ({ message }) {
      target.dataset.mistake = `Expected JSON: ${message}`;
      form.look();
    }
  };
  return framed(name, row, label, html`<textarea class="code" id=${idOf(name)} name=${spelled(name)} rows=${rows} spellcheck="false" dir="ltr"
    aria-describedby=${described(name, row)} .value=${value === undefined ? "" : JSON.stringify(value, null, 2)} @change=${change}></textarea>`);
}

/** A list of texts, one in each line; what may be a text or a list stays what it was. */
import { html } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { at, spelled } from "../places.js";
import { valueName } from "../words.js";
import { described, framed, group, idOf } from "./frame.js";

const listOf = (value) => (value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]);

/** `asText` and `asValue` are how a value of the list stands in its line. */
export function lines(form, row, place, { asText = String, asValue = (text) => text, label, mayBeAlone = row.type !== "array" } = {}) {
  const value = at(form.document, place);
  const change = ({ target }) => {
    const list = target.value.split("\n").filter((it) => it.trim()).map(asValue);
    const alone = mayBeAlone && !Array.isArray(at(form.document, place)) && list.length === 1;
    form.put(place, list.length ? (alone ? list[0] : list) : undefined);
  };
  // Without `live`: what is being typed is not written over when the page is drawn anew.
  const shown = listOf(value).map(asText).join("\n");
  return html`<textarea id=${idOf(place)} name=${spelled(place)} rows="1" spellcheck="false" aria-label=${label} aria-describedby=${described(place, row)}
    .value=${shown} @change=${change}></textarea>`;
}

export const linesField = (form, row, place, label) =>
  framed(place, { ...row, description: [row.description, "One in each line."].filter(Boolean).join(" ") }, label, lines(form, row, place, { label }));

/** Some of a few. */
export function some(form, row, item, place, label) {
  const value = at(form.document, place);
  const chosen = listOf(value);
  const change = (it, isOn) => {
    const next = item.enum.filter((other) => (other === it ? isOn : chosen.includes(other)));
    const alone = row.type !== "array" && !Array.isArray(value) && next.length === 1;
    form.put(place, next.length ? (alone ? next[0] : next) : undefined);
  };
  return group(place, row, label, html`<div class="checks">${item.enum.map(
    (it) => html`<label><input type="checkbox" name="${spelled(place)}:${it}" .checked=${live(chosen.includes(it))} @change=${({ target }) => change(it, target.checked)}>${valueName(it)}</label>`,
  )}</div>`);
}

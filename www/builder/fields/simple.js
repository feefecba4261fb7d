/** Fields with one value: a text, a number, one of a few, yes or no, a colour. An empty one is left out. */
import { html, nothing } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { at, spelled } from "../places.js";
import { valueName } from "../words.js";
import { described, framed, idOf } from "./frame.js";

const textOf = (value) => (value === undefined || value === null ? "" : typeof value === "object" ? JSON.stringify(value) : String(value));

/** `left` is what an empty control stands for: null where the field itself is to stay; `about` is what describes it. */
export function input(form, row, place, { read = (text) => text, left, type = "text", placeholder = row.default ?? "", label, about = place } = {}) {
  const change = ({ target }) => form.put(place, target.value === "" ? left : read(target.value));
  return html`<input id=${idOf(place)} name=${spelled(place)} type=${type} placeholder=${placeholder} aria-label=${label ?? nothing}
    autocomplete="off" spellcheck=${type === "text" ? "true" : nothing} step=${type === "number" ? "any" : nothing}
    min=${type === "number" ? (row.minimum ?? nothing) : nothing} max=${type === "number" ? (row.maximum ?? nothing) : nothing}
    aria-describedby=${described(about, row)} .value=${live(textOf(at(form.document, place)))} @input=${change}>`;
}

/** The control of a row that has one value, or nothing where its value is more than that. */
export function control(form, row, place, options = {}) {
  if (row.enum) return select(form, row, place, row.enum, options);
  if (row.type === "boolean") return select(form, row, place, [true, false], options);
  if (row.type === "number" || row.type === "integer") return input(form, row, place, { type: "number", read: Number, ...options });
  if (row.const !== undefined) return select(form, row, place, [row.const], options);
  if (row.type === "string") return input(form, row, place, options);
  return undefined;
}

const optionName = (value) => (value === true ? "Yes" : value === false ? "No" : valueName(value));

export function select(form, row, place, values, { label } = {}) {
  const value = at(form.document, place);
  const index = values.indexOf(value);
  return html`<select id=${idOf(place)} name=${spelled(place)} aria-label=${label ?? nothing} aria-describedby=${described(place, row)}
    @change=${({ target }) => form.put(place, values.find((it) => String(it) === target.value))}>
    <option value="" .selected=${live(index < 0)}>${row.default === undefined ? "By default" : `${optionName(row.default)}, by default`}</option>
    ${values.map((it, option) => html`<option value=${String(it)} .selected=${live(option === index)}>${optionName(it)}</option>`)}
  </select>`;
}

/** Of a colour in three digits the six that a swatch takes. */
const whole = (value) => (/^#[0-9a-f]{3}$/i.test(value ?? "") ? value.replace(/[0-9a-f]/gi, "$&$&") : value);

export function color(form, row, place, label) {
  const value = at(form.document, place);
  const long = whole(value);
  const swatch = html`<input type="color" aria-label="${label}, as a colour" .value=${live(long ?? whole(row.default) ?? "#888888")} @input=${({ target }) => form.put(place, target.value)}>`;
  return framed(place, row, label, html`<span class="row">${input(form, row, place, { placeholder: row.default ?? "#0b57d0" })}${swatch}</span>`);
}

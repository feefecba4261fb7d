/** The field for a row of the tables, whatever its kind. What none knows is JSON. */
import { html, nothing } from "lit-html";
import { goOn } from "../focus.js";
import { at, spelled } from "../places.js";
import { isNamed, listed, rowOf } from "../schema.js";
import { nameOf } from "../words.js";
import { comparison } from "./comparison.js";
import { framed, group, idOf, removal, room } from "./frame.js";
import { json } from "./json.js";
import { linesField, some } from "./lines.js";
import { color, control, input } from "./simple.js";
import { wording } from "./wording.js";

export function field(form, node, place, label = nameOf(place.at(-1), place.at(-2)), options = {}) {
  const row = rowOf(node);
  if (isNamed(row, "text")) return wording(form, row, place, label, options);
  if (isNamed(row, "color")) return color(form, row, place, label);
  if (isNamed(row, "comparison", "textComparison", "countComparison")) return comparison(form, row, place, label);
  const simple = control(form, row, place, options);
  if (simple) return framed(place, row, label, simple);
  const item = listed(row);
  if (item?.enum) return some(form, row, item, place, label);
  if (item?.type === "string") return linesField(form, row, place, label);
  if (item?.type === "object") return list(form, row, item, place, label);
  if (row.properties) return group(place, row, label, fields(form, row, place));
  if (row.anyOf) return either(form, row, place, label);
  if (row.type === "object" && typeof row.additionalProperties === "object") return named(form, row, place, label);
  return json(form, row, place, label);
}

/** One field for each key of an object. */
export const fields = (form, row, place, except = []) =>
  Object.entries(row.properties)
    .filter(([key]) => !except.includes(key))
    .map(([key, node]) => field(form, node, [...place, key]));

/** What may be a text, or an object with more. */
function either(form, row, place, label) {
  const value = at(form.document, place);
  const rows = row.anyOf.map(rowOf);
  const whole = rows.find((it) => it.properties);
  if (whole && value && typeof value === "object") return group(place, { ...row, ...whole }, label, fields(form, whole, place));
  const text = rows.find((it) => it.type === "string");
  if (!text && !rows.some((it) => it.const !== undefined)) return json(form, row, place, label);
  const more = whole && html`<button type="button" class="link" name="more:${spelled(place)}" @click=${() => form.put(place, { [whole.required?.[0]]: value ?? "" })}>More settings</button>`;
  return html`${framed(place, row, label, input(form, row, place, { read: (written) => (written === "true" ? true : written) }))}${more ?? nothing}`;
}

/** Things of one kind, each with its fields. */
function list(form, row, item, place, label) {
  const items = at(form.document, place) ?? [];
  const add = () => {
    form.put([...place, items.length], start);
    goOn([...place, items.length]);
  };
  const start = Object.fromEntries((item.required ?? []).map((key) => [key, rowOf(item.properties[key]).enum?.[0] ?? ""]));
  return group(place, row, label, html`${items.map((_, index) => {
    const inner = [...place, index];
    return html`<div class="item" data-place=${spelled(inner)}>${room(inner)}${fields(form, item, inner)}${removal(form, inner, `${label} ${index + 1}`)}</div>`;
  })}<button type="button" class="quiet" name="add:${spelled(place)}" @click=${add}>Add</button>`);
}

/** A value for each name that a team chooses. */
function named(form, row, place, label) {
  const value = at(form.document, place) ?? {};
  const rename = (from, to) => to && !(to in value) && form.put(place, Object.fromEntries(Object.entries(value).map(([key, it]) => [key === from ? to : key, it])));
  const add = ({ currentTarget }) => {
    const field = currentTarget.previousElementSibling;
    const name = field.value;
    field.value = "";
    if (!name.trim() || name in value) return;
    form.put([...place, name], "");
    goOn([...place, name]);
  };
  return group(place, row, label, html`${Object.keys(value).map(
    (key) => html`<div class="item"><div class="field"><label for="${idOf([...place, key])}-name">Name</label>
      <input id="${idOf([...place, key])}-name" .value=${key} @change=${({ target }) => rename(key, target.value)}></div>
      ${field(form, row.additionalProperties, [...place, key], key)}${removal(form, [...place, key], key)}</div>`,
  )}<span class="row"><input aria-label="${label}: another name" name="name:${spelled(place)}" placeholder="Name"><button type="button" class="quiet" name="add:${spelled(place)}" @click=${add}>Add</button></span>`);
}

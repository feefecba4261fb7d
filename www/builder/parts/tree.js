/**
 * Triggers and audiences as sentences: one, or some that are combined, inside each other if need be.
 * The kinds are the reader's; `words` has a sentence for each.
 */
import { html, nothing } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { field, fields } from "../fields/any.js";
import { hint, icon, idOf, room } from "../fields/frame.js";
import { control } from "../fields/simple.js";
import { goOn } from "../focus.js";
import { at, spelled } from "../places.js";
import { keyOf, kindsOf, rowOf } from "../schema.js";
import { nameOf, TOGETHER } from "../words.js";

/** `name` is that of the definition's part, `combining` the ways of combining that it knows, `needed` what several are asked. */
export const tree = (name, combining, words, needed) => ({ kinds: kindsOf(name, [...combining, "within"]), combining, words, needed });

/** The kind that a value is of, in the way it is told. */
export const kindOf = ({ kinds }, value) =>
  kinds.find(({ kind, field }) => value?.[kind] !== undefined && (!field || field in Object(value[kind]))) ??
  kinds.find(({ kind }) => value?.[kind] !== undefined);

const combinationOf = ({ combining }, value) => combining.find((it) => value?.[it] !== undefined);

export const sentenceOf = (it, words) => words[keyOf(it)]?.says ?? [nameOf(it.kind) + (it.field ? `: ${nameOf(it.field)}` : "")];

function made(it, words) {
  const { start = it.row.type === "object" ? {} : "" } = words[keyOf(it)] ?? {};
  return { [it.kind]: it.field ? { [it.field]: start } : start };
}

/** The top: whatever stands there, and room for one more. */
export function branchOf(form, kind, place, label) {
  const value = at(form.document, place);
  const combination = combinationOf(kind, value);
  const isList = Array.isArray(value?.[combination]);
  const count = isList ? value[combination].length : 0;
  const add = (next) => {
    const isFirst = !isList && !Object.keys(value ?? {}).length;
    const inner = isFirst ? place : isList ? [...place, combination, count] : [...place, "any", 1];
    if (isList) form.put(inner, next);
    else form.put(place, isFirst ? next : { any: [value, next] });
    goOn(inner);
  };
  return html`<div class="tree" data-place=${spelled(place)}>${room(place)}
    ${isList ? several(form, kind, place, combination, count) : value ? one(form, kind, place) : nothing}
    ${adder(kind, place, add, label)}
  </div>`;
}

function several(form, kind, place, combination, count) {
  const switched = ({ target }) => {
    const { [combination]: list } = at(form.document, place);
    form.put(place, { [target.value]: list });
  };
  const lists = kind.combining.filter((it) => it !== "not");
  return html`<div class="field inline"><label for="${idOf(place)}-together">${kind.needed}</label>
    <select id="${idOf(place)}-together" name="together:${spelled(place)}" @change=${switched}>
      ${lists.map((it) => html`<option value=${it} .selected=${live(it === combination)}>${TOGETHER[it]}</option>`)}
    </select></div>
    ${combination === "seq" ? field(form, rowOf({ $ref: "#/$defs/optionalSpan" }), [...place, "within"], "All within") : nothing}
    <ul class="rows">${Array.from({ length: count }, (_, index) => html`<li>${one(form, kind, [...place, combination, index])}</li>`)}</ul>`;
}

/** What combines nothing any more goes too. */
function leave(form, place) {
  const list = at(form.document, place.slice(0, -1));
  const isLast = Array.isArray(list) && list.length === 1;
  form.put(isLast ? place.slice(0, -2) : place.at(-1) === "not" ? place.slice(0, -1) : place, undefined);
}

/** One row: a sentence, or a combination of its own. */
function one(form, kind, place) {
  const value = at(form.document, place);
  const combination = combinationOf(kind, value);
  const remove = html`<button type="button" class="remove" aria-label="Remove this" title="Remove" name="remove:${spelled(place)}" @click=${() => leave(form, place)}>${icon("remove")}</button>`;
  if (combination) {
    const inner = combination === "not" ? [...place, "not"] : place;
    return html`<div class="sentence" data-place=${spelled(place)}><p><em>${TOGETHER[combination]}</em></p>${remove}${branchOf(form, kind, inner, "Add one here")}</div>`;
  }
  const it = kindOf(kind, value);
  return it ? sentence(form, kind, place, it, remove) : html`<div class="sentence" data-place=${spelled(place)}><p>Nothing is chosen yet</p>${remove}</div>`;
}

function sentence(form, kind, place, it, remove) {
  const [before, after = ""] = sentenceOf(it, kind.words);
  const inner = [...place, it.kind];
  const main = it.field && [...inner, it.field];
  const row = main && rowOf(it.row.properties[it.field]);
  const isTold = main && !isOnlyTrue(row);
  const shown = isTold && (control(form, row, main, { left: null, label: `${before} … ${after}` }) ?? field(form, row, main, " "));
  const others = it.row.oneOf?.map((way) => way.required[0]) ?? [];
  const rest = it.row.properties && Object.keys(it.row.properties).some((key) => !others.includes(key));
  const isOpen = Object.keys(kind.words[keyOf(it)]?.start ?? {}).length > 0;
  const about = html`${it.row.properties ? hint(inner, it.row) : nothing}${main ? hint(main, row) : nothing}`;
  return html`<div class="sentence" data-place=${spelled(inner)}>
    <p>${before} ${shown || nothing} ${after}</p>${remove}
    ${it.row.properties ? room(inner) : nothing}${main ? html`<div class="about" data-place=${spelled(main)}>${room(main)}</div>` : nothing}
    ${rest ? detail(isOpen, html`${about}${fields(form, it.row, inner, others)}`) : about}
    ${it.row.properties ? nothing : field(form, it.row, inner, "What it is")}
  </div>`;
}

const isOnlyTrue = (row) => row.const === true || (row.enum?.length === 1 && row.enum[0] === true);

const detail = (isOpen, inner) => html`<details class="more" ?open=${isOpen}><summary>Details</summary>${inner}</details>`;

function adder(kind, place, add, label) {
  const name = `add:${spelled(place)}`;
  const press = ({ currentTarget }) => {
    const { value } = currentTarget.previousElementSibling;
    const it = kind.kinds.find((other) => keyOf(other) === value);
    add(it ? made(it, kind.words) : { [value]: value === "not" ? {} : [] });
  };
  return html`<div class="field adder"><label for="${idOf(place)}-add">${label}</label><div class="row"><select id="${idOf(place)}-add" name=${name}>
    ${kind.kinds.map((it) => html`<option value=${keyOf(it)}>${sentenceOf(it, kind.words).join(" … ")}</option>`)}
    <optgroup label="Combined">${kind.combining.map((it) => html`<option value=${it}>${TOGETHER[it]}</option>`)}</optgroup>
  </select><button type="button" class="quiet" name="press:${name}" @click=${press}>Add</button></div></div>`;
}

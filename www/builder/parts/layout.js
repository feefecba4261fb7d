/** Where the nudge stands: one of the tables' layouts. */
import { html, nothing } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { field, fields } from "../fields/any.js";
import { idOf, room } from "../fields/frame.js";
import { control } from "../fields/simple.js";
import { at, spelled } from "../places.js";
import { defined, rowOf } from "../schema.js";
import { LAYOUTS, nameOf } from "../words.js";

const ROW = defined("layout");

export function layout(form, place) {
  const value = at(form.document, place);
  const kinds = Object.keys(ROW.properties);
  const chosen = kinds.find((it) => value?.[it] !== undefined);
  const choose = ({ target }) => form.put(place, target.value ? { [target.value]: LAYOUTS[target.value]?.start ?? {} } : undefined);
  return html`<div class="field" data-place=${spelled(place)}><label for=${idOf(place)}>The nudge stands</label>
    <select id=${idOf(place)} name=${spelled(place)} aria-describedby="${idOf(place)}-problem" @change=${choose}>
      <option value="" .selected=${live(!chosen)}>in the corner where reading ends</option>
      ${kinds.map((it) => html`<option value=${it} .selected=${live(it === chosen)}>${LAYOUTS[it]?.says ?? nameOf(it)}</option>`)}
    </select>${room(place)}</div>
    ${chosen ? inner(form, rowOf(ROW.properties[chosen]), [...place, chosen]) : nothing}`;
}

const inner = (form, row, place) =>
  control(form, row, place) ? field(form, row, place, "Which one") : row.properties ? fields(form, row, place) : nothing;

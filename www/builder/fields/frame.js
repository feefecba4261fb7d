/** What each field has: a label, the table's own description, and room for the problem that the reader finds there. */
import { html, nothing } from "lit-html";
import { spelled } from "../places.js";
import { hintOf } from "../plain.js";

export const idOf = (place) => spelled(place).replaceAll(/\s/g, "_");

/** For `aria-describedby`: what is said of a field. */
export const described = (place, row) => `${hintOf(row) ? `${idOf(place)}-hint ` : ""}${idOf(place)}-problem`;

export function hint(place, row) {
  const said = hintOf(row);
  return said ? html`<p class="hint" id="${idOf(place)}-hint">${said}</p>` : nothing;
}

/** What is said here is put in by `problems.js`. */
export const room = (place) => html`<p class="problem" id="${idOf(place)}-problem" data-problem></p>`;

export const framed = (place, row, label, control) => html`<div class="field" data-place=${spelled(place)}>
  <label for=${idOf(place)}>${label}</label>${control}${hint(place, row)}${room(place)}
</div>`;

/** Several controls that are one matter. */
export const group = (place, row, label, controls) => html`<fieldset class="group" data-place=${spelled(place)}>
  <legend>${label}</legend>${hint(place, row)}${room(place)}${controls}
</fieldset>`;

/** Drawn, since a sign such as × would be read out. */
const DRAWN = { remove: "M4 4l8 8M12 4l-8 8", up: "M8 13V3M4 7l4-4 4 4", down: "M8 3v10M4 9l4 4 4-4" };
export const icon = (name) => html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d=${DRAWN[name]}/></svg>`;

export const removal = (form, place, what) => html`<button type="button" class="remove" aria-label=${`Remove ${what}`} title="Remove" name="remove:${spelled(place)}"
  @click=${() => form.put(place, undefined)}>${icon("remove")}</button>`;

/** Where a question leads: the first row that fits, else the next question. */
import { html } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { field } from "../fields/any.js";
import { group, idOf, removal, room } from "../fields/frame.js";
import { goOn } from "../focus.js";
import { at, spelled } from "../places.js";
import { defined, rowOf } from "../schema.js";

/** The conditions on an answer of a kind, or on an earlier one, as the tables have them. */
function conditions(kindRow, value) {
  const when = value?.answer === undefined ? rowOf(kindRow) : { anyOf: [{ $ref: "#/$defs/whenAnswer" }] };
  const all = (when.anyOf ?? [when]).map(rowOf).map((it) => it.properties ?? {});
  return Object.fromEntries(all.reverse().flatMap(Object.entries).filter(([, node]) => node.type !== "null"));
}

export function branches(form, place, kindRow, later, inherited) {
  const row = rowOf(defined("question").properties.branch);
  const own = at(form.document, place);
  const rows = own ?? [];
  const begin = () => {
    const before = own ?? inherited ?? [];
    form.put(place, [...before, { to: "end" }]);
    goOn([...place, before.length]);
  };
  return group(place, row, "What comes next", html`
    ${own === undefined && inherited?.length ? html`<p class="hint">As the template has it. A row of your own takes the place of all its rows.</p>` : ""}
    ${rows.map((branch, index) => {
      const inner = [...place, index];
      const when = [...inner, "when"];
      return html`<div class="item" data-place=${spelled(inner)}>${room(inner)}
        <div class="cells">${Object.entries(conditions(kindRow, branch.when)).map(([key, node]) => field(form, node, [...when, key]))}</div>
        ${room(when)}
        <div class="field inline" data-place=${spelled([...inner, "to"])}><label for=${idOf([...inner, "to"])}>then go to</label>${target(form, [...inner, "to"], later)}${room([...inner, "to"])}</div>
        ${removal(form, inner, `row ${index + 1}`)}</div>`;
    })}
    <button type="button" class="quiet" name="add:${spelled(place)}" @click=${begin}>Add a way</button>`);
}

function target(form, place, later) {
  const value = at(form.document, place);
  const choices = [...new Set([...later, "end", value])].filter(Boolean);
  return html`<select id=${idOf(place)} name=${spelled(place)} @change=${({ target }) => form.put(place, target.value)}>
    ${choices.map((it) => html`<option value=${it} .selected=${live(it === value)}>${it === "end" ? "the end" : it}</option>`)}
  </select>`;
}

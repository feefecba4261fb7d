/** The scale of a rating: its points, what they look like, and what its ends mean. */
import { html, nothing } from "lit-html";
import { fields } from "../fields/any.js";
import { group } from "../fields/frame.js";
import { wording } from "../fields/wording.js";
import { at, spelled } from "../places.js";
import { defined, rowOf } from "../schema.js";

const DEFAULT_POINTS = 7;

export function scale(form, place, inherited) {
  const row = defined("scale");
  return group(place, row, "Scale", html`
    <div class="cells">${fields(form, row, place, ["labels"])}</div>
    ${labels(form, [...place, "labels"], rowOf(row.properties.labels), inherited?.labels)}`);
}

function labels(form, place, row, inherited) {
  const own = at(form.document, place);
  const points = at(form.document, [...place.slice(0, -1), "points"]) ?? DEFAULT_POINTS;
  const name = (index, count) => (count > 2 ? `Point ${index + 1}` : index ? "Highest point" : "Lowest point");
  const blank = form.languages.length > 1 ? Object.fromEntries(form.languages.map((tag) => [tag, ""])) : "";
  const begin = (count) => {
    const ends = own ?? inherited ?? [];
    const at = (index) => (index === 0 ? ends[0] : index === count - 1 ? ends.at(-1) : undefined);
    form.put(place, Array.from({ length: count }, (_, index) => at(index) ?? blank));
  };
  return group(place, row, "Labels", html`
    ${(own ?? []).map((_, index) => wording(form, rowOf(row.items), [...place, index], name(index, own.length), { instead: inherited?.[index] }))}
    <span class="row">
      ${own?.length === 2 ? nothing : html`<button type="button" class="quiet" name="ends:${spelled(place)}" @click=${() => begin(2)}>${own ? "Only the ends" : "Label the ends"}</button>`}
      ${own && own.length > 2 ? nothing : html`<button type="button" class="quiet" name="each:${spelled(place)}" @click=${() => begin(points)}>Label each point</button>`}
      ${own ? html`<button type="button" class="quiet" @click=${() => form.put(place, undefined)}>As by default</button>` : nothing}
    </span>`);
}

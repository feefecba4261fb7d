/** A text for every language at once, or one for each. */
import { html, nothing } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { at, spelled } from "../places.js";
import { defined } from "../schema.js";
import { languageName } from "../words.js";
import { described, group, hint, idOf, room } from "./frame.js";

/** Said of every text, so of none. */
const GENERAL = defined("text").description;

/** `instead` is what is said where nothing is written here: a template's text, by language. */
export function wording(form, given, place, label, { instead } = {}) {
  const row = given.description === GENERAL ? { ...given, description: undefined } : given;
  const value = at(form.document, place);
  if (value && typeof value === "object") return byLanguage(form, row, place, label, value, instead);
  const first = form.languages[0];
  const split = () => form.put(place, { [first]: value ?? instead?.[first] ?? instead?.en ?? "" });
  return html`<div class="field wording" data-place=${spelled(place)}>
    <label for=${idOf(place)}>${label}</label>
    ${area(form, row, place, value, instead?.[first] ?? instead?.en)}
    ${hint(place, row)}${room(place)}
    <button type="button" class="link" name="split:${spelled(place)}" @click=${split}>Write it in several languages</button>
  </div>`;
}

function byLanguage(form, row, place, label, texts, instead) {
  const tags = [...new Set([...form.languages, ...Object.keys(texts)])];
  const change = (tag) => (text) => {
    const { [tag]: _, ...others } = texts;
    const next = text === "" ? others : { ...texts, [tag]: text };
    form.put(place, Object.keys(next).length ? next : undefined);
  };
  return group(place, row, label, tags.map((tag) => {
    const inner = [...place, tag];
    return html`<div class="tongue" data-place=${spelled(inner)}>
      <label for=${idOf(inner)}>${languageName(tag)}</label>
      ${area(form, {}, inner, texts[tag], instead?.[tag], change(tag), tag)}${room(inner)}
    </div>`;
  }).concat(html`<button type="button" class="link" name="join:${spelled(place)}" @click=${() => form.put(place, Object.values(texts)[0] ?? "")}>Write it once, for every language</button>`));
}

function area(form, row, place, value, instead, change = (text) => form.put(place, text === "" ? undefined : text), tag) {
  return html`<textarea id=${idOf(place)} name=${spelled(place)} rows="1" lang=${tag ?? nothing} dir="auto" placeholder=${instead ?? ""}
    aria-describedby=${described(place, row)} .value=${live(value ?? "")} @input=${({ target }) => change(target.value)}></textarea>`;
}

/** What is said of a value that the page or the visitor has: “is one of these”, “begins with”, “at least”. */
import { html } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { at, spelled } from "../places.js";
import { described, framed, idOf } from "./frame.js";
import { json } from "./json.js";
import { lines } from "./lines.js";
import { input } from "./simple.js";

const WAYS = { "": "is", contains: "contains", startsWith: "begins with", matches: "matches the expression", atLeast: "is at least", atMost: "is at most", present: "is there" };
const NUMBERS = ["atLeast", "atMost"];

/** A text that could be taken for a number or a flag stands in quotes. */
const asText = (value) => (typeof value === "string" && !/^(true|false|-?\d.*|".*")$/.test(value) ? value : JSON.stringify(value));
const asValue = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** The one way in which a value is compared; undefined where there are several. */
function wayOf(value) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return "";
  const keys = Object.keys(value);
  return keys.length === 1 && keys[0] !== "" && keys[0] in WAYS ? keys[0] : undefined;
}

export function comparison(form, row, place, label) {
  const value = at(form.document, place);
  const way = wayOf(value);
  if (way === undefined) return json(form, row, place, label);
  const ways = waysOf(row);
  const start = (next) => (next === "" ? "" : { [next]: NUMBERS.includes(next) ? 1 : next === "present" ? true : asText(at(form.document, [...place, way]) ?? value ?? "") });
  const choice = html`<select aria-label="${label}: how it is compared" name="way:${spelled(place)}" @change=${({ target }) => form.put(place, start(target.value))}>
    ${ways.map((it) => html`<option value=${it} .selected=${live(it === way)}>${WAYS[it]}</option>`)}
  </select>`;
  return framed(place, row, label, html`<span class="row">${choice}${operand(form, row, place, way, label)}</span>`);
}

function operand(form, row, place, way, label) {
  const isText = row.names.some((it) => /text/i.test(it));
  const forms = isText ? {} : { asText, asValue };
  if (way === "") return lines(form, { names: [], description: row.description }, place, { label: `${label}: what it is, one in each line`, ...forms });
  const inner = [...place, way];
  if (way === "present") {
    return html`<select id=${idOf(place)} name=${spelled(inner)} aria-describedby=${described(place, row)} @change=${({ target }) => form.put(inner, target.value === "true")}>
      <option value="true" .selected=${live(at(form.document, inner) === true)}>Yes</option><option value="false" .selected=${live(at(form.document, inner) === false)}>No</option>
    </select>`;
  }
  const isNumber = NUMBERS.includes(way);
  return input(form, row, inner, { type: isNumber ? "number" : "text", read: isNumber ? Number : undefined, left: null, about: place, label: `${label}: ${WAYS[way]}` });
}

/** A comparison of texts knows no numbers, one of counts no texts. */
function waysOf(row) {
  const keys = Object.keys(row.anyOf?.find((it) => it.type === "object")?.properties ?? {});
  return ["", ...keys.filter((it) => it !== "" && it in WAYS)];
}

/** One survey, from what it asks to where it stands. */
import { html } from "lit-html";
import { field, fields } from "../fields/any.js";
import { room } from "../fields/frame.js";
import { json } from "../fields/json.js";
import { at, spelled } from "../places.js";
import { defined, rowOf } from "../schema.js";
import { MOMENTS, nameOf, PEOPLE, TEMPLATES } from "../words.js";
import { layout } from "./layout.js";
import { questions } from "./questions.js";
import { frequencySaid, treeSaid } from "./said.js";
import { template } from "./template.js";
import { branchOf, tree } from "./tree.js";

const ROW = defined("survey");
const TRIGGERS = tree("triggers", ["any", "all", "not", "seq"], MOMENTS, "What has to happen");
const AUDIENCE = tree("audience", ["any", "all", "not"], PEOPLE, "What has to be true");
const APART = ["id", "version", "template", "questions", "triggers", "audience", "frequency", "layout"];

const own = (count) => `${count} ${count === 1 ? "question" : "questions"} of your own`;

/** A part that can be folded: what it is about, and what it says now. */
export const part = (title, said, body, { isOpen = false, name } = {}) => html`<details class="card" ?open=${isOpen} data-part=${name ?? title}>
  <summary><h2>${title}</h2><span class="soft">${said}</span></summary><div class="body">${body}</div></details>`;

export function survey(form, place) {
  const value = at(form.document, place);
  const inner = (key) => [...place, key];
  const kinds = [[TRIGGERS, value.triggers], [AUDIENCE, value.audience]];
  const [when, whom] = kinds.map(([kind, it]) => treeSaid(kind, it));
  return html`<div class="parts" data-place=${spelled(place)}>${room(place)}
    ${field(form, ROW.properties.id, inner("id"), "Name of the survey")}
    ${part("What it asks", value.template ? (TEMPLATES[value.template] ?? value.template) : own(value.questions?.length ?? 0), html`
      ${template(form, inner("template"))}
      ${questions(form, inner("questions"))}
      ${field(form, ROW.properties.thanks, inner("thanks"), "Said at the end")}`, { isOpen: true, name: "asks" })}
    ${part("When", when || "never yet", branchOf(form, TRIGGERS, inner("triggers"), "Add a moment"), { isOpen: true, name: "when" })}
    ${part("Whom", whom || "everybody", branchOf(form, AUDIENCE, inner("audience"), "Add a condition"), { name: "whom" })}
    ${part("How often", frequencySaid(value.frequency), fields(form, rowOf(ROW.properties.frequency), inner("frequency")), { name: "often" })}
    ${part("Where", Object.keys(value.layout ?? {}).map(nameOf).join() || "Corner", layout(form, inner("layout")), { name: "where" })}
    ${part("Everything else", value.version ?? "Version, and all of it as JSON", html`
      ${field(form, ROW.properties.version, inner("version"))}
      ${Object.keys(ROW.properties).filter((key) => !APART.includes(key) && key !== "thanks").map((key) => field(form, ROW.properties[key], inner(key)))}
      ${json(form, { names: [], description: "All of this survey. What has no field above is here." }, place, "The survey as JSON", { rows: 12, isApart: true })}`, { name: "else" })}
  </div>`;
}

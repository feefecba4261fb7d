/** Which template a survey asks by, or questions of its own, and what is asked where one takes the place of the other. */
import { html, nothing } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { idOf, room } from "../fields/frame.js";
import { at, put, spelled } from "../places.js";
import { defined, rowOf, templates } from "../schema.js";
import { nameOf, TEMPLATES } from "../words.js";

const NAMES = rowOf(defined("survey").properties.template).enum;

/** What somebody begins with who writes questions of their own. */
const STARTER = { id: "question-1", kind: "effort", text: "How easy was it?" };

export function template(form, place) {
  const survey = place.slice(0, -1);
  const value = at(form.document, place) ?? undefined;
  const isUnknown = value !== undefined && !NAMES.includes(value);
  const change = ({ target }) => form.put(survey, target.value ? byTemplate(form, at(form.document, survey), target.value) : byItself(form, at(form.document, survey)));
  return html`<div class="field" data-place=${spelled(place)}><label for=${idOf(place)}>Template</label>
    <select id=${idOf(place)} name=${spelled(place)} aria-describedby="${idOf(place)}-problem" @change=${change}>
      ${isUnknown ? html`<option value=${String(value)} .selected=${live(true)} disabled>${String(value)} (unknown)</option>` : nothing}
      ${NAMES.map((it) => html`<option value=${it} .selected=${live(it === value)}>${TEMPLATES[it] ?? nameOf(it)}</option>`)}
      <option value="" .selected=${live(value === undefined)}>Questions of your own</option>
    </select>${room(place)}</div>`;
}

const known = (name) => templates.find((it) => it.id === name);

/** Of what was written for another template only what this one asks too is kept. Own questions wait until they are wanted again. */
function byTemplate(form, survey, name) {
  if (!known(survey.template)) form.ownQuestions.set(survey.id, survey.questions);
  const left = (known(survey.template) ? (survey.questions ?? []) : []).filter(({ id }) => known(name).questions.some((it) => it.id === id));
  return put(put(survey, ["template"], name), ["questions"], left.length ? left : undefined);
}

/** What was written of a template's questions goes on as questions of one's own. */
function byItself(form, survey) {
  const written = (survey.questions ?? []).map((own) => ({ ...whole(known(survey.template)?.questions.find((it) => it.id === own?.id), form.languages[0]), ...own }));
  const own = form.ownQuestions.get(survey.id) ?? written;
  return put(put(survey, ["template"], undefined), ["questions"], own.length ? own : [STARTER]);
}

/** A question as it stands by itself, in one language. Ways lead to questions that may not be there. */
function whole({ branch: _, ...question } = {}, language) {
  return JSON.parse(JSON.stringify(question), (_key, it) => (typeof it?.en === "string" ? (it[language] ?? it.en) : it));
}

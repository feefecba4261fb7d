/** The whole page, of what is known now. */
import { html, nothing } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { field } from "./fields/any.js";
import { open } from "./fields/dialog.js";
import { json } from "./fields/json.js";
import { color } from "./fields/simple.js";
import { copying, importing } from "./dialogs.js";
import { part, survey } from "./parts/survey.js";
import { parts } from "./places.js";
import { whereIs } from "./plain.js";
import { goTo } from "./problems.js";
import { ROOT, rowOf, templates } from "./schema.js";
import { languageName, nameOf } from "./words.js";

const THEME = rowOf(ROOT.properties.theme);
const FIRST = ["organization", "defaultLocale"];
const APART = ["$schema", "version", "surveys", "theme", ...FIRST];
const SPOKEN = ["ar", "de", "en", "es", "fr", "he", "it", "pl", "pt", "ro", "ru", "uk"];

export function page(state) {
  const { form, store, chosen, actions } = state;
  const surveys = Array.isArray(form.document.surveys) ? form.document.surveys : [];
  return html`<a class="skip" href="#main" @click=${skip}>Skip to the form</a>
    <header class="top"><a class="brand" href="../report/">${mark()}<span>Effortlet <span class="soft">Builder</span></span></a>
      <div class="toolbar" role="group" aria-label="Definition">
        <button type="button" class="quiet" name="undo" ?disabled=${!store.canUndo} @click=${actions.undo}>Undo</button>
        <button type="button" class="quiet" name="redo" ?disabled=${!store.canRedo} @click=${actions.redo}>Redo</button>
        <button type="button" class="quiet" name="open-import" @click=${() => open("import")}>Import</button>
        <button type="button" class="quiet" name="open-copy" @click=${actions.copy}>Copy</button>
        <button type="button" class="quiet narrow" @click=${toPreview}>Preview</button>
        ${state.publish.button()}
      </div></header>
    <main id="main" tabindex="-1">
      <div class="form">
        <h1 class="unseen">Builder of surveys</h1>
        ${notes(state)}
        <div class="toolbar surveys"><div class="field inline"><label for="chosen">Survey</label>
          <select id="chosen" name="chosen" ?disabled=${!surveys.length} @change=${({ target }) => actions.choose(Number(target.value))}>
            ${surveys.map((it, index) => html`<option value=${index} .selected=${live(index === chosen)}>${it?.id ?? `survey ${index + 1}`}</option>`)}${surveys.length ? nothing : html`<option>none yet</option>`}</select></div>
          <button type="button" class="quiet" name="add-survey" @click=${actions.add}>Add a survey</button>
          ${surveys.length ? html`<button type="button" class="quiet" name="remove-survey" @click=${actions.remove}>Remove it</button>` : nothing}</div>
        ${state.problems.length || state.doubts.length ? findings(state) : nothing}
        ${surveys[chosen] ? orAsWritten(form, ["surveys", chosen], "The survey as JSON", () => survey(form, ["surveys", chosen])) : html`<p class="card">No survey yet. Add one to begin.</p>`}
        <div class="parts">
          ${part("Languages", form.languages.map(languageName).join(", "), tongues(form, actions), { name: "languages" })}
          ${part("Look", form.document.theme ? "Colours of your own" : "As by default", orAsWritten(form, ["theme"], "The look as JSON", () => look(form)), { name: "look" })}
          ${part("Site", String(form.document.organization ?? ""), [...FIRST, ...Object.keys(ROOT.properties).filter((key) => !APART.includes(key))].map(
            (key) => orAsWritten(form, [key], key, () => field(form, ROOT.properties[key], [key]))), { name: "site" })}
        </div>
      </div>
      ${state.preview.template(form.languages)}
    </main>
    ${importing(state.importing)}${copying(state.copying)}${state.publish.dialog(form.document, state.missing)}`;
}

/** What is of another shape than the form takes for granted can be put right as it is written. */
function orAsWritten(form, place, label, draw) {
  try {
    return draw();
  } catch {
    return html`<div class="card">${json(form, { names: [], description: "The form cannot show this. It can be put right here." }, place, label, { rows: 12 })}</div>`;
  }
}

const look = (form) => html`${Object.entries(THEME.properties).map(([key, node]) =>
  rowOf(node).properties ? html`<fieldset class="group"><legend>${nameOf(key)}</legend><div class="cells">${Object.entries(rowOf(node).properties).map(([inner, it]) =>
    color(form, rowOf(it), ["theme", key, inner], nameOf(inner)))}</div></fieldset>` : field(form, node, ["theme", key]),
)}`;

function tongues(form, actions) {
  const add = ({ currentTarget }) => {
    const input = currentTarget.previousElementSibling;
    if (input.value.trim()) actions.speak(input.value.trim());
    input.value = "";
  };
  return html`<p class="hint">Texts that are written in several languages have a field for each of these. The first is the main language, see Site.</p>
    <p>${form.languages.map((it) => html`<span class="chip">${languageName(it)}</span> `)}</p>
    <span class="row"><input list="spoken" name="language" aria-label="Another language, as a tag such as ro" placeholder="ro"><button type="button" class="quiet" name="add-language" @click=${add}>Add a language</button></span>
    <datalist id="spoken">${SPOKEN.map((it) => html`<option value=${it}>${languageName(it)}</option>`)}</datalist>`;
}

/** What an import could not take over. */
const notes = ({ notes, actions }) =>
  notes.length
    ? html`<section class="card note" aria-labelledby="notes-title"><h2 id="notes-title">Imported, with these changes</h2>
        <ul>${notes.map((it) => html`<li>${it}</li>`)}</ul><button type="button" class="quiet" @click=${actions.noted}>All right</button></section>`
    : nothing;

function findings({ problems, doubts, form, actions }) {
  const count = problems.length;
  const title = count ? `${count} ${count === 1 ? "problem" : "problems"}: this cannot be published yet` : "Reads oddly";
  const surveyOf = ({ place }) => parts(place)[1];
  const link = (it) => (it.element
    ? html`<button type="button" class="link" title=${it.place} @click=${() => goTo(it.element)}>${whereIs(it.element) || it.place}</button>`
    : form.document.surveys?.[surveyOf(it)]
      ? html`<button type="button" class="link" title=${it.place} @click=${() => actions.choose(surveyOf(it))}>Survey ${form.document.surveys[surveyOf(it)].id ?? surveyOf(it) + 1}</button>`
      : html`<code>${it.place}</code>`);
  return html`<section class="card findings ${count ? "wrong" : ""}" aria-labelledby="findings-title"><h2 id="findings-title">${title}</h2>
    <ul>${[...problems, ...doubts].map((it) => html`<li>${link(it)} ${it.says}</li>`)}</ul></section>`;
}

/** A small dot on a line: a score within its interval. */
const mark = () => html`<svg class="mark" viewBox="0 0 22 12" aria-hidden="true"><rect y="4" width="22" height="4" rx="2"/><circle cx="14" cy="6" r="5"/></svg>`;

/** The fragment of the address is the definition's. */
function skip(event) {
  event.preventDefault();
  document.querySelector("#main").focus();
}

const toPreview = () => document.querySelector(".preview").scrollIntoView();

/** What a new survey begins with. */
export function begun(surveys) {
  const free = templates.find((template) => !surveys.some((it) => it?.template === template.id)) ?? templates[0];
  const taken = (id) => surveys.some((it) => it?.id === id);
  const names = [free.id, ...surveys.map((_, index) => `${free.id}-${index + 2}`)];
  const id = names.find((it) => !taken(it));
  return { id, template: free.id, triggers: { any: [{ exitIntent: {} }, { scroll: { percent: 75 } }] }, frequency: { preset: "polite" } };
}

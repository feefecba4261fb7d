/** Brings the parts together: what is changed is drawn, read, previewed and kept in the address. */
import { render } from "lit-html";
import { fromFragment, toFragment } from "./address.js";
import { goOn, keepingFocus } from "./focus.js";
import { open } from "./fields/dialog.js";
import { languagesOf } from "./languages.js";
import { begun, page } from "./page.js";
import { patience } from "./patience.js";
import { preview } from "./preview.js";
import { located, parsed, put } from "./problems.js";
import { publishing, returned } from "./publish.js";
import { read } from "./reader.js";
import { store } from "./store.js";

/** Milliseconds that nothing has to change before it is read: longer than between two keys. */
const REST = 200;

const EMPTY = { version: 1, organization: "Acme", surveys: [begun([])] };
const root = document.querySelector("#app");

let chosen = 0;
let others = [];
let notes = [];
let mistake = "";
let copied;
/** What the reader says, and of that what is to be seen now. */
let found = { problems: [], doubts: [] };
let seen = [];

const patient = patience(look);
const documents = store(await first(), changed);
const shown = preview(draw);
const publish = publishing({ load: (definition) => come(definition, []), refresh: draw, urge: patient.urge });

const form = {
  get document() {
    return documents.document;
  },
  get languages() {
    return languagesOf(documents.document, others);
  },
  put: documents.put,
  look: () => put(root, seen),
  /** By the survey's id, while a template is tried in their place. */
  ownQuestions: new Map(),
};

const actions = {
  undo: documents.undo,
  redo: documents.redo,
  choose(index) {
    chosen = index;
    draw();
    look();
    show();
  },
  add() {
    const surveys = form.document.surveys ?? [];
    chosen = surveys.length;
    documents.put(["surveys", chosen], begun(surveys));
    goOn(["surveys", chosen, "id"]);
  },
  remove() {
    const surveys = form.document.surveys.toSpliced(chosen, 1);
    const before = chosen;
    chosen = Math.max(0, before - 1);
    documents.put(["surveys"], surveys);
  },
  speak(tag) {
    others = [...others, tag];
    draw();
  },
  copy() {
    patient.urge();
    open("copy");
  },
  noted() {
    notes = [];
    draw();
  },
};

/** The address's, else what the collector serves now, else an example. */
async function first() {
  const kept = (await fromFragment(location.hash)) ?? (await fromFragment(returned()));
  if (kept) return kept;
  const served = await fetch("../effortlet.json").then((reply) => (reply.ok ? reply.json() : undefined)).catch(() => undefined);
  return Array.isArray(served?.surveys) ? served : EMPTY;
}

function come(definition, told) {
  chosen = 0;
  others = [];
  mistake = "";
  notes = told;
  patient.begin();
  form.ownQuestions.clear();
  documents.replace(definition);
}

/** Says what is to be seen now of what was found. */
function look() {
  const problems = located(root, found.problems);
  found = { problems, doubts: located(root, found.doubts) };
  seen = patient.told(form.document, problems);
  draw();
}

function draw() {
  keepingFocus(root, drawWhole);
}

function drawWhole() {
  const count = form.document.surveys?.length ?? 0;
  chosen = Math.min(chosen, Math.max(0, count - 1));
  render(page({
    form, store: documents, chosen, actions, notes, preview: shown, publish, problems: seen, doubts: found.doubts, missing: found.problems,
    importing: { come, mistake, refused: (text) => ((mistake = text), draw()) },
    copying: { document: form.document, problems: found.problems, copied, tell: (name, done) => ((copied = done ? name : undefined), draw()) },
  }), root);
  put(root, [...seen, ...found.doubts]);
}

let waiting;
function changed() {
  delete root.dataset.read;
  copied = undefined;
  draw();
  clearTimeout(waiting);
  waiting = setTimeout(settle, REST);
}

/** What is read is of the latest document, however long the reader takes. */
async function settle() {
  const { document: now } = form;
  const [told, fragment] = await Promise.all([read(now), toFragment(now)]);
  if (now !== form.document) return;
  history.replaceState(null, "", fragment);
  found = { problems: told.problems.map(parsed), doubts: told.doubts.map(parsed) };
  look();
  show();
  root.dataset.read = fragment;
}

const show = () => shown.show(form.document, chosen, form.languages);

addEventListener("hashchange", async () => {
  const kept = await fromFragment(location.hash);
  if (kept && JSON.stringify(kept) !== JSON.stringify(form.document)) come(kept, []);
});
root.addEventListener("focusout", documents.rest);
root.addEventListener("focusout", patient.leave);
root.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z" || event.target.closest("dialog")) return;
  event.preventDefault();
  if (event.shiftKey) documents.redo();
  else documents.undo();
});

draw();
shown.watch();
settle();
publish.look(form.document.site);

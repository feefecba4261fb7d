/** What is asked. With a template its questions stand here, and what is changed is kept beside their ids. */
import { html, nothing } from "lit-html";
import { field } from "../fields/any.js";
import { icon, room } from "../fields/frame.js";
import { goOn, goOnAt } from "../focus.js";
import { at, put, spelled, take } from "../places.js";
import { defined, rowOf, templates } from "../schema.js";
import { valueName } from "../words.js";
import { branches } from "./branches.js";
import { scale } from "./scale.js";

const ROW = defined("question");
/** What it is stands over it. */
const TEXT = { ...ROW.properties.text, description: undefined };
const APART = ["id", "kind", "text", "scale", "branch"];

export function questions(form, place) {
  const survey = at(form.document, place.slice(0, -1));
  const own = at(form.document, place) ?? [];
  const template = templates.find((it) => it.id === survey.template);
  return template ? changed(form, place, template.questions, own) : written(form, place, own);
}

function written(form, place, own) {
  const free = (count) => (own.some((it) => it?.id === `question-${count}`) ? free(count + 1) : `question-${count}`);
  const add = () => {
    const inner = [...place, own.length];
    form.put(inner, { id: free(own.length + 1), kind: "effort", text: "How easy was it?" });
    goOn([...inner, "text"]);
  };
  const named = (way, index) => `${way}:${spelled([...place, index])}`;
  /** What is unfolded of both goes along, and the focus stays with the one that was moved. */
  const move = (from, to) => {
    const unfolded = () => [...document.querySelectorAll(".question > .more")];
    const were = unfolded().map((it) => it.open);
    const list = own.toSpliced(from, 1);
    form.put(place, list.toSpliced(to, 0, own[from]));
    const now = unfolded();
    [now[from].open, now[to].open] = [were[to], were[from]];
    const [way, other] = to < from ? ["up", "down"] : ["down", "up"];
    goOnAt(named(way, to), named(other, to));
  };
  return html`<div data-place=${spelled(place)}>${room(place)}${own.map((_, index) => {
    const tools = html`<span class="row tools">
      <button type="button" class="quiet" name=${named("up", index)} ?disabled=${index === 0} aria-label="Move question ${index + 1} up" @click=${() => move(index, index - 1)}>${icon("up")}</button>
      <button type="button" class="quiet" name=${named("down", index)} ?disabled=${index === own.length - 1} aria-label="Move question ${index + 1} down" @click=${() => move(index, index + 1)}>${icon("down")}</button>
      <button type="button" class="remove" name=${named("remove", index)} aria-label="Remove question ${index + 1}" title="Remove" @click=${() => form.put([...place, index], undefined)}>${icon("remove")}</button></span>`;
    return card(form, [...place, index], own.slice(index + 1).map((it) => it?.id), { tools, number: index + 1 });
  })}<button type="button" class="quiet" name="add:${spelled(place)}" @click=${add}>Add a question</button></div>`;
}

function changed(form, place, asked, own) {
  const ids = [...asked.map((it) => it.id), ...own.map((it) => it?.id).filter((id) => !asked.some((it) => it.id === id))];
  let missing = 0;
  return html`<div data-place=${spelled(place)}>${room(place)}${ids.map((id, order) => {
    const index = own.findIndex((it) => it?.id === id);
    const inner = [...place, index < 0 ? own.length + missing++ : index];
    const within = index < 0 ? begun(form, place, inner, id, own.length) : kept(form, inner);
    return card(within, inner, ids.slice(order + 1), { inherited: asked.find((it) => it.id === id), id, number: order + 1 });
  })}</div>`;
}

/** A question that is the template's so far: the first change makes the record of what differs. */
const begun = (form, place, inner, id, index) => ({
  ...form,
  put: (where, value) => value !== undefined && form.put([...place, index], put({ id }, where.slice(inner.length), value), [...place, index, ...where.slice(inner.length)]),
});

/** One whose record goes with the last thing that differs. */
const kept = (form, inner) => ({
  ...form,
  put(where, value) {
    const rest = where.slice(inner.length);
    const next = value === undefined ? take(at(form.document, inner), rest) : undefined;
    if (next && Object.keys(next).length === 1) form.put(inner, undefined);
    else form.put(where, value);
  },
});

function card(form, place, later, { inherited, id, tools = nothing, number }) {
  const own = at(form.document, place) ?? {};
  const kind = own.kind ?? inherited?.kind;
  const rules = ROW.allOf.find((it) => it.if.properties.kind.const === kind)?.then.properties ?? {};
  const isFor = (key) => rules[key]?.type !== "null";
  const rest = Object.keys(ROW.properties).filter((key) => !APART.includes(key) && isFor(key));
  return html`<article class="question" data-place=${spelled(place)}>
    <header><h3>${number}. ${kind ? valueName(kind) : "Question"} ${inherited ? html`<span class="soft">${id}</span>` : nothing}</h3>${tools}</header>
    ${room(place)}
    ${field(form, TEXT, [...place, "text"], "What is asked", { instead: inherited?.text })}
    ${kind === "choice" ? field(form, ROW.properties.options, [...place, "options"]) : nothing}
    <details class="more"><summary>${kind === "effort" ? "Scale, kind and what comes next" : "Kind and what comes next"}</summary>
      ${inherited ? nothing : field(form, ROW.properties.id, [...place, "id"])}
      ${field(form, ROW.properties.kind, [...place, "kind"], "Kind")}
      ${isFor("scale") && kind === "effort" ? scale(form, [...place, "scale"], inherited?.scale) : nothing}
      ${rest.filter((key) => key !== "options").map((key) => field(form, rowOf(ROW.properties[key]), [...place, key]))}
      ${branches(form, [...place, "branch"], rules.branch?.items.properties.when ?? { $ref: "#/$defs/whenAnswer" }, later.filter(Boolean), inherited?.branch)}
    </details>
  </article>`;
}

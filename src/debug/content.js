/** What stands in the panel, from top to bottom. */
import { make } from "./dom.js";
import { memory } from "./memory.js";
import { past, present } from "./now.js";
import { outbox } from "./outbox.js";
import { button, fold, note } from "./parts.js";
import { surveys } from "./surveys.js";
import { moment, span } from "./times.js";

const [SECOND, HOUR, DAY] = [1000, 3_600_000, 86_400_000];

/** How far a press leads ahead. */
const JUMPS = [
  ["+10 s", 10 * SECOND],
  ["+1 h", HOUR],
  ["+1 d", DAY],
  ["+7 d", 7 * DAY],
  ["+30 d", 30 * DAY],
  ["+90 d", 90 * DAY],
];

/** @param {object} state What `loader/debug.js` knows. */
export function content(state, isFolded) {
  const toggle = button("Effortlet", ["fold"], { class: "toggle", "aria-expanded": `${!isFolded}` });
  if (isFolded) return [make("header", {}, toggle)];
  return [
    make("header", {}, toggle, state.overview && clock(state), ways(), state.overview && jumps(state)),
    make("div", { class: "body" }, listed("Problems of the definition", state.problems), listed("Warnings", [...state.warnings, ...(state.never ?? [])]), ...(state.overview ? parts(state) : [])),
  ];
}

const ways = () =>
  make(
    "div",
    { class: "ways" },
    button("⇄", ["move"], { "aria-label": "Move to the other side", title: "Move to the other side" }),
    button("✕", ["close"], { "aria-label": "Close, here and on the pages after", title: "Close, here and on the pages after" }),
  );

const parts = ({ explanations, pageView, overview, entries, seen, real, responses, pending, address, now }) => [
  make(
    "div",
    { class: "row preview" },
    note("Preview: nothing is sent, and only this tab remembers it, on the pages after too."),
    button("Forget all", ["forget"], { title: "As a new visitor" }),
  ),
  part("Surveys", surveys(explanations, now)),
  part("This page", [present(pageView, overview, explanations, now), past(entries)]),
  closed("Memory", "Memory", memory(seen, real)),
  closed("Outbox", `Outbox (${responses.length})`, outbox(responses, pending, address)),
];

function listed(name, texts) {
  const lines = texts.map((text) => make("li", {}, text));
  return lines.length > 0 && part(name, [make("ul", { class: "problems" }, ...lines)]);
}

const clock = ({ now, ahead }) =>
  make("p", { class: "clock" }, make("time", {}, moment(now)), ahead > 0 && make("small", {}, ` ${span(ahead)} ahead`));

const jumps = ({ ahead }) =>
  make(
    "div",
    { class: "jumps", role: "group", "aria-label": "Travel in time" },
    ...JUMPS.map(([label, length]) => button(label, ["travel", length])),
    button("Now", ["comeBack"], { "aria-label": "Back to now", disabled: ahead === 0 }),
  );

function part(name, children) {
  const id = name.toLowerCase().replaceAll(" ", "-");
  return make("section", { "data-key": id, "aria-labelledby": id }, make("h2", { id }, name), ...children);
}

const closed = (key, name, children) => fold(key, make("h2", {}, name), false, ...children);

/** Why each survey is not shown: the first reason, and its trees with what was found. */
import { make } from "./dom.js";
import { button, fold, note } from "./parts.js";
import { moment, span } from "./times.js";

/** How many surveys show their trees from the start. */
const OPEN = 2;

/** @param {object[]} explanations As `explain` gives them. */
export const surveys = (explanations, now) =>
  explanations.length ? explanations.map((it, index) => survey(it, index < OPEN, now)) : [note("No survey runs.")];

function survey({ survey: id, hold, until, triggers, audience }, open, now) {
  const [, kind, reason] = /^(?:(\w+): )?(.*)$/s.exec(hold ?? "would show now");
  const heading = `survey-${id}`;
  const tree = (it, marks, ...more) => make("ul", { class: "tree" }, branch(it, marks, ...more));
  return make(
    "section",
    { class: "survey", "data-key": id, "aria-labelledby": heading },
    make(
      "div",
      { class: "row" },
      make("h3", { id: heading }, id),
      kind && make("span", { class: "kind" }, kind),
      button("Show now", ["show", id], { "aria-label": `Show now: ${id}` }),
    ),
    make("p", { class: hold ? "hold" : "hold shows" }, reason.replace(/^./, (letter) => letter.toUpperCase())),
    until && make("p", { class: "note" }, `until ${moment(Date.parse(until))} (${span(Date.parse(until) - now)})`),
    fold(
      "trees",
      "Triggers and audience",
      open,
      make("h4", {}, "Triggers"),
      tree(triggers, COME, id, { leaf: 0 }),
      make("h4", {}, "Audience"),
      audience ? tree(audience, HOLD) : note("Everybody."),
    ),
  );
}

/** What each truth looks like, and is called. */
const SIGNS = { true: "✓", false: "✗", unknown: "?" };
const COME = { true: "has come", false: "has not come", unknown: "is not known yet" };
const HOLD = { true: "holds", false: "does not hold", unknown: "is not known yet" };

/** A part of a tree. Triggers have a survey, and a counter of the leaves so far. */
function branch({ is, parts, wants, found, later }, words, survey, counter) {
  const mark = make("span", { class: `mark ${is}`, role: "img", "aria-label": words[is] }, SIGNS[is]);
  if (parts) {
    const below = parts.map((part) => branch(part, words, survey, counter));
    return make("li", {}, mark, make("span", { class: "combined" }, wants), make("ul", {}, ...below));
  }
  const leaf = counter && counter.leaf++;
  const more = [found, later].filter(Boolean).join(" · ");
  const said = make("span", { class: "said" }, wants, more && make("small", {}, more));
  const label = { "aria-label": `Simulate ${wants}` };
  return make("li", {}, mark, said, counter && button("Simulate", ["simulate", survey, leaf], label));
}

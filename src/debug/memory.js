/** What is remembered of the visitor, in this preview and on the device. */
import { make } from "./dom.js";
import { note, terms } from "./parts.js";
import { counted, day, moment, time } from "./times.js";

/** How a display ended, by the numbers of `frequency.rs`. */
const OUTCOMES = ["answered", "answered in part", "closed without an answer", "not touched", "put off"];

/**
 * Displays, the session, the visitor and the way, each as it is stored.
 *
 * @param {any[]} seen What the engine gets to see. @param {any[]} real What is on the device.
 */
export function memory(seen, real) {
  const differs = JSON.stringify(seen) !== JSON.stringify(real);
  return [
    terms(spelled(seen)),
    differs && make("h3", { "data-key": "real" }, "On the device, untouched"),
    differs && terms(spelled(real)),
    !differs && note("The same as on the device."),
  ];
}

function spelled([lasting, session, visitor, way]) {
  const [number, ...displays] = lasting ?? [];
  const [started, ...articles] = session ?? [];
  const [first, visits, last, ...answers] = visitor ?? [];
  const [views, entry, referrer, , , quick, inside] = way ?? [];
  return [
    ["Displays", displays.length ? list(groups(displays, 4).map(display)) : "none"],
    ["Number", number ?? "not drawn yet"],
    ["Session", session ? `since ${moment(started)}, ${counted(articles.length, "article")} read` : "not begun"],
    ["Visitor", visitor && `${counted(visits, "visit")}, first ${moment(first)}, last ${moment(last)}`],
    ["Answers", answers.length ? list(groups(answers, 4).map(answer)) : undefined],
    ["Way", way && `${counted(views, "page")}${entry ? `, entered at ${entry}` : ""}${referrer ? ` from ${referrer}` : ""}`],
    ["Section", inside],
    ["Quick ways back", quick || undefined],
  ];
}

function display([survey, at, outcome, ended]) {
  const end = day(ended) === day(at) ? time(ended) : moment(ended);
  return `${survey}, ${moment(at)}: ${OUTCOMES[outcome]}${ended > at ? ` ${end}` : ""}`;
}

const answer = ([survey, question, value, at]) => `${survey}, ${question}: ${JSON.stringify(value)}, ${moment(at)}`;

const list = (lines) => make("ul", {}, ...lines.map((line) => make("li", {}, line)));

const groups = (values, size) =>
  Array.from({ length: values.length / size }, (_, index) => values.slice(index * size, (index + 1) * size));

/** How to say what was found of a trigger or a condition. Nothing where there is nothing to say. */
import { counted } from "./phrases.js";

/** Why a departure did not count, by the numbers of `trigger/exit.rs`. */
const DEPARTURES = [
  "the pointer has not left by the top",
  "it left with a button held",
  "it left from a field or a list, or while one had the focus",
  "it left while something was expanded",
  "it left from a context menu",
  "it left while another window had the focus",
  "it left out of a frame",
  "it left before the page was visible for 5 seconds",
  "it left before the visitor did anything else",
  "it left after it had rested",
  "it left slowly",
  "it left by the top",
  "it came back",
];

const TRIGGERS = {
  exitIntent: (found) => DEPARTURES[found],
  scroll: (found, { px }) => (px ? `${Math.round(found)} px` : `${rounded(found)} %`),
  event: (found, { count }) => count && times(found),
  time: seconds,
  sectionLeave: (found) => (found ? `in the section ${JSON.stringify(found)}` : "in no section"),
  helpCenter(found, { articles, contactAfter, searches, pingPong, dwell, searchWithoutClick }) {
    if (articles || contactAfter) return counted(found, "article");
    if (searches) return counted(found, "search", "es");
    if (pingPong) return times(found);
    return dwell || searchWithoutClick ? seconds(found) : undefined;
  },
};

const CONDITIONS = {
  sample: (found) => `place ${rounded(found)} of 100`,
  visitor(found, terms) {
    const [name] = Object.keys(terms).length === 1 ? Object.keys(terms) : ["visits"];
    return counted(found, { pageViews: "page", days: "day" }[name] ?? "visit");
  },
  device: (found) => (typeof found === "number" ? `${found} px` : found),
  time: (found) => `a clock ${rounded(Math.abs(found) / 60)} h ${found < 0 ? "behind" : "ahead of"} UTC`,
  element: (found) => found === "true" || "none",
  condition: (found) => found === "true" || "no",
};

export const foundOfTrigger = (name, found, terms) => said(TRIGGERS, name, found, terms);
export const foundOfCondition = (name, found, terms) => said(CONDITIONS, name, found, terms);

function said(units, name, found, terms) {
  if (found === "" && name !== "sectionLeave") return undefined;
  const word = found === undefined || !units[name] ? found : units[name](found, terms);
  return word === undefined || word === true ? undefined : `${word}`;
}

function seconds(found) {
  return `${rounded(found)} s`;
}

const rounded = (number) => Math.round(number * 10) / 10;
const times = (count) => (count === 1 ? "once" : `${count} times`);

/** What goes into the engine and what comes out of it, in words. */
import { ACTED, SCROLLED } from "../happened.js";

/** What else the visitor may have been doing when the pointer left, by the numbers of `sensor/exit.js`. */
export const DISTRACTIONS = [
  "none",
  "a button was held",
  "a field or a list had the focus",
  "something was expanded",
  "a context menu was open",
  "another window had the focus",
  "the page is in a frame",
];

/** How a display ended, by the numbers of `frequency.rs`. */
export const OUTCOMES = ["answered", "answered in part", "closed without an answer", "not touched", "put off"];

/** By the numbers of `src/happened.js`. */
const INPUTS = [
  (page) => `page ${page.split("\n")[0]}`,
  () => "time has come",
  () => "no other tab shows a nudge",
  () => "another tab shows a nudge",
  (survey) => `asked to show ${survey}`,
  (id) => `response ${id} waits`,
  (id, rev, status) => `response ${id} was answered with ${status}`,
  () => "page left, back or online",
  (_, yes) => `chose ${yes ? "yes" : "no"}`,
  (_, rating) => `rated ${rating}`,
  (text) => `wrote ${JSON.stringify(text)}`,
  () => "went on",
  () => "skipped",
  () => "went back",
  () => "closed the nudge",
  (_, means) => ["moved the pointer", "pressed, typed or turned the wheel", "touched"][means],
  (_, visible) => (visible ? "page is visible" : "page is hidden"),
  (_, y, speed) => `pointer left at ${Math.round(y)} px, ${speed.toFixed(2)} px/ms upward`,
  () => "pointer came back",
  (name, top, view, height) => `${name || "page"} at ${percent(top, view, height)} %`,
  (_, position) => `click that trigger ${position + 1} of all clicks waits for`,
  (text) => `event ${text.split("\n")[0]}`,
  (section) => (section ? `page says its section is ${section}` : "page says no section"),
  () => "visitor may be done",
  (name, top, view, height) => `${percent(top, view, height)} % of the way to the end of ${name}`,
  (survey) => `click on what is marked ${survey}`,
  (paths, status) => `page leads to ${paths ? paths.split("\n").length : 0} paths${status ? `, status ${status}` : ""}`,
  () => "page is left",
  () => "page told about itself",
  (survey, leaf) => `simulated trigger ${leaf + 1} of ${survey}`,
  () => {},
  (other) => (other ? `chose, and wrote ${JSON.stringify(other)}` : "chose"),
];

/** By the numbers of `src/output.rs`; nothing for what need not be said, or is shown elsewhere. */
const EFFECTS = [
  () => "asks whether another tab shows a nudge",
  () => {},
  () => "would remember displays",
  () => "would remember the session",
  (language, title) => (title ? `asks ${JSON.stringify(title)}` : "says thanks"),
  () => "takes the nudge away",
  () => {},
  (survey, trigger) => `shows ${survey} by ${trigger}`,
  (question, value) => `${question} was answered with ${JSON.stringify(value)}`,
  () => "the end was reached",
  () => "was closed before the end",
  (at, id, rev) => `would post revision ${rev}`,
  () => {},
  () => {},
  () => "waits until the visitor may be done",
  () => "looks which section the page says",
  () => "asks the page about itself",
  () => "would remember the visitor",
  () => "would remember the way",
  () => "looks where the page leads",
  (language, title) => `asks ${JSON.stringify(title)}`,
];

/** What is told many times in a row is one line, whatever it says. */
const FOLDED = { [ACTED]: "act", [SCROLLED]: "scroll" };

export const inputSaid = (what, text, numbers) => [INPUTS[what]?.(text, ...numbers), FOLDED[what]];
export const effectSaid = (what, values) => [EFFECTS[what]?.(...values)];

/** How much of it was in view. */
export const percent = (top, view, height) => Math.min(100, Math.round(((top + view) / Math.max(height, 1)) * 100));

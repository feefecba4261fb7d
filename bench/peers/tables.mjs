/** The figures as tables in Markdown: what is measured in rows, who in columns, times beside their ratio to the yardstick. */

import { aimsOf } from "./aims.mjs";

const KB = 1000;

/** Below so many milliseconds of the yardstick a ratio to it says nothing. */
const COMPARABLE = 1;

export function tablesOf(results) {
  const { figures, alone, kinds, month } = results;
  return {
    aims: aimsTable(aimsOf(results)),
    bytes: table(figures, [
      ["Before a survey shows: requests", (it) => it.first.requests, whole],
      ["bytes as brotli", (it) => it.first.brotli / KB, kilobytes],
      ["the same on the wire, with headers", (it) => it.first.wire / KB, kilobytes],
      ["the same unpacked", (it) => it.first.plain / KB, kilobytes],
      ["Until it shows: requests", (it) => it.show && it.first.requests + it.show.requests, whole],
      ["bytes as brotli", (it) => it.show && (it.first.brotli + it.show.brotli) / KB, kilobytes],
      ["the same on the wire, with headers", (it) => it.show && (it.first.wire + it.show.wire) / KB, kilobytes],
      ["On a later page view: bytes as brotli", (it) => it.later.brotli / KB, kilobytes],
    ]),
    1: timesAt(figures, 1),
    4: timesAt(figures, 4),
    rest: table(figures, [
      ["A scroll event, µs", (it) => it.scroll, (value) => value.toFixed(1)],
      ["Memory once armed, KB: objects and code of JavaScript", ({ heap }) => heap.objects / KB, whole],
      ["buffers of its arrays and texts", ({ heap }) => heap.buffers / KB, whole],
      ["memory of wasm", ({ heap }) => heap.wasm / KB, whole],
    ]),
    month: month.map(({ percent, asked, means }) => ({ percent, asked, text: monthTable(figures, kinds, percent, means) })),
    kinds: kindsTable(kinds),
    alone: `The page alone takes ${milliseconds(alone.press[1])} ms from a press on a button of its own to the next frame, ${milliseconds(alone.press[4])} ms on the slower processor, on which ${whole(alone.longTasks)} of its own tasks take over 50 ms.`,
  };
}

/** Of ours a later view is of several kinds, which have a table of their own. */
function monthTable(figures, kinds, percent, means) {
  const first = (name) => (it) => (it.id === "effortlet" ? firstOf(kinds, percent, name) : it.first[name]);
  const later = (name) => (it) => (it.id === "effortlet" ? undefined : it.later[name]);
  const mean = (name) => (it) => means[it.id]?.[name];
  const rows = [["First view", first, 1], ["Later view", later, 1], ["Mean of a view", mean, 2]].flatMap(([title, of, digits]) => [
    [`${title}: bytes, KB`, of("brotli"), (value) => (value / KB).toFixed(digits)],
    ["script, ms", of("script"), (value) => value.toFixed(digits)],
    ["all tasks of the main thread, ms", of("tasks"), (value) => value.toFixed(digits)],
  ]);
  return table(figures, rows);
}

function firstOf(kinds, percent, name) {
  const share = percent / 100;
  const asked = percent === 100 ? kinds.everybody : kinds.sampled;
  return share * asked.first[name] + (1 - share) * kinds.unsampled.first[name];
}

function timesAt(figures, times) {
  const of = (name) => (it) => it[times][name];
  return table(figures, [
    ["Load and arm: script", of("loadScript"), milliseconds, true],
    ["all tasks of the main thread", of("loadTasks"), milliseconds, true],
    ["Trigger to painted", of("painted"), milliseconds, true],
    ["of it until it is in the page", of("there"), milliseconds],
    ["frames until it is painted", of("frames"), whole],
    ["To show it: script", of("showScript"), milliseconds, true],
    ["all tasks of the main thread", of("showTasks"), milliseconds, true],
    ["Press on an answer to next paint", of("press"), milliseconds, true],
    ["Tasks over 50 ms, page included", of("longTasks"), whole],
    ["the longest of them", of("longest"), (value) => (value ? milliseconds(value) : "none")],
  ]);
}

function table(figures, rows) {
  const yardstick = figures.find(({ id }) => id === "reference");
  const lines = rows.map(([title, of, spell, compared]) => [title, ...figures.map((it) => cell(of(it), spell, compared && of(yardstick)))]);
  return markdown([["", ...figures.map(({ title }) => title)], ...lines]);
}

function cell(value, spell, yardstick) {
  if (value === undefined || Number.isNaN(value)) return "–";
  const ratio = yardstick >= COMPARABLE ? ` (${(value / yardstick).toFixed(1)})` : "";
  return spell(value) + ratio;
}

function kindsTable(kinds) {
  const names = { unsampled: "10 %, not in the sample", sampled: "10 %, in the sample", everybody: "everybody is asked" };
  const views = { first: "first view", later: "later view", rested: "after a trigger" };
  const rows = Object.entries(kinds).flatMap(([kind, of]) => Object.entries(of).map(([view, it]) => [names[kind], views[view], `${it.requests}`, kilobytes(it.brotli / KB), milliseconds(it.script), milliseconds(it.tasks)]));
  return markdown([["", "", "requests", "KB as brotli", "script, ms", "all tasks, ms"], ...rows]);
}

function aimsTable(aims) {
  const rows = aims.map(({ title, measured, atMost, unit, isMet }) => [title, `${rounded(measured)} ${unit}`.trim(), `${rounded(atMost)}`, isMet ? "met" : "missed"]);
  return markdown([["", "measured", "at most", ""], ...rows]);
}

function markdown([head, ...rows]) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, index) => (index ? "---:" : "---"))), ...rows.map(line)].join("\n");
}

const rounded = (value) => Number(value.toFixed(1));
const whole = (value) => `${Math.round(value)}`;
const kilobytes = (value) => value.toFixed(1);
const milliseconds = (value) => value.toFixed(1);

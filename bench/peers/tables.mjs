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
    month: month.map(({ definition, percent, asked, means }) => ({
      definition,
      percent,
      asked,
      text: table(figures, [
        ["First view: bytes, KB", (it) => (it.id === "effortlet" ? firstOf(kinds, percent).brotli : it.first.brotli) / KB, kilobytes],
        ["script, ms", (it) => (it.id === "effortlet" ? firstOf(kinds, percent).script : it.first.script), milliseconds],
        ["Later view: bytes, KB", (it) => (it.id === "effortlet" ? undefined : it.later.brotli / KB), kilobytes],
        ["script, ms", (it) => (it.id === "effortlet" ? undefined : it.later.script), milliseconds],
        ["Mean of a view: bytes, KB", (it) => means[it.id]?.brotli / KB, (value) => value.toFixed(2)],
        ["script, ms", (it) => means[it.id]?.script, (value) => value.toFixed(2)],
      ]),
    })),
    kinds: kindsTable(kinds),
    alone: `The page alone takes ${milliseconds(alone.press[1])} ms from a press on a button of its own to the next frame, ${milliseconds(alone.press[4])} ms on the slower processor, on which ${whole(alone.longTasks)} of its own tasks take over 50 ms.`,
  };
}

const firstOf = (kinds, percent) => {
  const share = percent / 100;
  const [asked, others] = [(percent === 100 ? kinds.everybody : kinds.sampled).first, kinds.unsampled.first];
  return { brotli: share * asked.brotli + (1 - share) * others.brotli, script: share * asked.script + (1 - share) * others.script };
};

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
  const rows = Object.entries(kinds).flatMap(([kind, of]) => Object.entries(of).map(([view, it]) => [names[kind], views[view], `${it.requests}`, kilobytes(it.brotli / KB), milliseconds(it.script)]));
  return markdown([["", "", "requests", "KB as brotli", "script, ms"], ...rows]);
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

/**
 * node bench/bench.mjs [--json]: what the widget costs a page, against the same page without it.
 *
 * Everything is measured in the machine's own Chromium, headless, against `dist/`. Run it on a
 * machine that does nothing else.
 */
import { launch } from "../tests/browser/support/launch.mjs";
import { eventCost } from "./events.mjs";
import { loadCost } from "./load.mjs";
import { clickToPaint, triggerToPaint } from "./paint.mjs";
import { openSite } from "./site.mjs";
import { longestTask } from "./tasks.mjs";

/** The aims are those of the project, for the widget with every feature. */
const MEASURES = [
  { id: "loadScript", title: "load and arm, script", unit: "ms", aim: 2, by: loadCost("ScriptDuration") },
  { id: "loadTask", title: "load and arm, all main-thread work", unit: "ms", by: loadCost("TaskDuration") },
  { id: "triggerToPaint", title: "trigger to painted", unit: "ms", aim: 15, by: triggerToPaint },
  { id: "clickToPaint", title: "click to next paint", unit: "ms", aim: 8, by: clickToPaint },
  { id: "scrollEvent", title: "a scroll event, all triggers armed", unit: "µs", aim: 3, by: eventCost("scroll") },
  { id: "mouseEvent", title: "a mouse move, all triggers armed", unit: "µs", aim: 5, by: eventCost("mousemove") },
  { id: "touchEvent", title: "a touch move, and its scrolling", unit: "µs", by: eventCost("touchmove") },
  { id: "longestTask", title: "longest task, processor 4x slower", unit: "ms", aim: 50, by: longestTask },
];

const results = await measureAll();
if (process.argv.includes("--json")) printJson(results);
else printTable(results);

async function measureAll() {
  const browser = await launch();
  const site = await openSite(browser);
  const results = [];
  for (const { by, ...measure } of MEASURES) {
    process.stderr.write(`· ${measure.title} …\n`);
    results.push({ ...measure, ...(await by(site)) });
  }
  await site.close();
  await browser.close();
  return results;
}

function printTable(results) {
  const cells = [["", "aim", "measured", "blank page", ""]];
  for (const { title, unit, aim, measured, blank } of results) {
    const verdict = aim === undefined ? "" : measured <= aim ? "met" : "missed";
    cells.push([title, spelled(aim, unit), spelled(measured, unit), spelled(blank, unit), verdict]);
  }
  for (const [title, ...rest] of cells) {
    console.log(title.padEnd(40) + rest.map((cell) => cell.padStart(12)).join(""));
  }
}

function spelled(value, unit) {
  return value === undefined ? "" : `${rounded(value)} ${unit}`;
}

function printJson(results) {
  const lines = results.map(({ id, unit, aim, measured, blank }) => {
    const figures = Object.entries({ measured, blank }).filter(([, value]) => value !== undefined);
    return [id, { unit, aim, ...Object.fromEntries(figures.map(([name, value]) => [name, rounded(value)])) }];
  });
  console.log(JSON.stringify(Object.fromEntries(lines), undefined, 2));
}

function rounded(value) {
  return Number(value.toFixed(2));
}

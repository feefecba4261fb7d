/** One run of all: every candidate in turn, again and again, so that a drift of the machine hits all of them. */
import { launch } from "../../tests/browser/support/launch.mjs";
import { median } from "../statistics.mjs";
import { candidates } from "./candidates.mjs";
import { meanOfOurs, meanOfPeer, monthOf } from "./month.mjs";
import { scrollCosts } from "./scroll.mjs";
import { openSite } from "./site.mjs";
import { kindsOfView } from "./views.mjs";
import { visit } from "./visit.mjs";

export const SPEEDS = [1, 4];

/** What a task of the main thread may take, by the browser's own measure of a long one. */
const LONG = 50;

const MONTHS = { sample: 10, everybody: 100 };

/** Medians of `runs` visits of each candidate, less what the page alone takes where it takes any. */
export async function measure(runs) {
  const all = await candidates();
  const browser = await launch();
  try {
    const sites = await Promise.all(all.map(openSite));
    const visits = await visitAll(browser, all, sites, runs);
    note("scrolling");
    const scrolls = await scrollCosts(browser, sites);
    const [blank, ...others] = all.map((candidate, index) => figuresOf(candidate, visits[index], visits[0], scrolls[index]));
    note("kinds of page view of ours");
    const kinds = await kindsOfView(browser, Math.ceil(runs / 3), blank.alone);
    for (const site of sites) site.close();
    return { runs, browser: browser.version(), alone: blank.alone, figures: others, kinds, month: monthsOf(others, kinds) };
  } finally {
    await browser.close();
  }
}

async function visitAll(browser, all, sites, runs) {
  const visits = all.map(() => ({ 1: [], 4: [] }));
  // One more, which does not count: files and programs are read for the first time then.
  for (let run = -1; run < runs; run += 1) {
    note(run < 0 ? "warming up" : `run ${run + 1} of ${runs}`);
    const share = Math.max(run + 0.5, 0) / runs;
    for (const times of run < 0 ? [1] : SPEEDS) {
      for (let step = 0; step < all.length; step += 1) {
        // Each is the first in its turn.
        const index = (step + run + 1) % all.length;
        const seen = await visit(browser, { site: sites[index], candidate: all[index], times, share });
        if (run >= 0) visits[index][times].push(seen);
      }
    }
  }
  return visits;
}

function figuresOf({ id, title, what }, visits, blank, scroll) {
  const at = (times, of) => median(visits[times].map(of));
  const more = (times, of) => at(times, of) - median(blank[times].map(of));
  // A page that keeps nothing is the same at each view.
  const alone = { script: at(1, (it) => it.later.script), tasks: at(1, (it) => it.later.tasks), press: Object.fromEntries(SPEEDS.map((times) => [times, at(times, (it) => it.press)])), longTasks: at(4, overLong) };
  if (id === "blank") return { id, alone };
  const shows = SPEEDS.every((times) => visits[times].every(({ show }) => show));
  const speeds = SPEEDS.map((times) => {
    const shown = shows && {
      there: at(times, ({ show }) => show.there),
      painted: at(times, ({ show }) => show.painted),
      frames: at(times, ({ show }) => show.frames),
      showScript: at(times, ({ show }) => show.script),
      showTasks: at(times, ({ show }) => show.tasks),
      press: at(times, ({ press }) => press),
    };
    return [times, { loadScript: more(times, ({ first }) => first.script), loadTasks: more(times, ({ first }) => first.tasks), ...shown, longTasks: at(times, overLong), longest: at(times, longest) }];
  });
  const view = (name) => ({ ...bytesOf(name), script: more(1, (it) => it[name].script), tasks: more(1, (it) => it[name].tasks) });
  const bytesOf = (name) => Object.fromEntries(["requests", "brotli", "plain", "wire"].map((key) => [key, at(1, (it) => it[name][key])]));
  return {
    id,
    title,
    what,
    first: view("first"),
    later: view("later"),
    show: shows ? { ...bytesOf("show"), script: at(1, ({ show }) => show.script), tasks: at(1, ({ show }) => show.tasks) } : undefined,
    atOnce: visits[1][0].atOnce && at(1, ({ atOnce }) => atOnce.painted),
    heap: { objects: more(1, ({ heap }) => heap.objects), buffers: more(1, ({ heap }) => heap.buffers), wasm: at(1, ({ heap }) => heap.wasm) },
    scroll,
    ...Object.fromEntries(speeds),
  };
}

const overLong = ({ longTasks }) => longTasks.filter((it) => it > LONG).length;
const longest = ({ longTasks }) => Math.max(0, ...longTasks);

/** Means of a page view: bytes, script and tasks, for each candidate and each definition. */
function monthsOf(figures, kinds) {
  return Object.entries(MONTHS).map(([definition, percent]) => {
    const views = monthOf(percent);
    const ours = { sampled: definition === "sample" ? kinds.sampled : kinds.everybody, unsampled: kinds.unsampled };
    const means = figures.filter(({ show }) => show).map((it) => [it.id, it.id === "effortlet" ? meanOfOurs(views, ours, it.show) : meanOfPeer(views, it)]);
    return { definition, percent, asked: views.filter(({ asked }) => asked).length, means: Object.fromEntries(means) };
  });
}

const note = (text) => process.stderr.write(`· ${text} …\n`);

/**
 * What one visit costs: a first page view, the survey shown and answered on it, and at full speed a
 * second page view with all that the browser has kept by then.
 */
import { openTab } from "./browser.mjs";

/** Milliseconds until a page has long done what it does by itself, and after a survey is shown, at each speed. */
const SETTLED = { 1: 800, 4: 1500 };
const SHOWN = { 1: 500, 4: 900 };

/** Milliseconds until what a press has begun is done. */
const PRESSED = 200;

/** The button that the page alone has to press. */
const OWN = "document.querySelector('#own')";

/** Milliseconds between two frames. */
const FRAME = 1000 / 60;

/**
 * `share` from 0 to 1 says when between two frames the survey is asked for, the same for all candidates of
 * a run; and how far between two looks of one that looks only now and then, every `polls` milliseconds.
 */
export async function visit(browser, { site, candidate, times, share }) {
  const tab = await openTab(browser, times);
  const phase = share * FRAME;
  try {
    const first = await view(tab, site, times);
    if (candidate.polls) await tab.wait(share * candidate.polls);
    const shown = candidate.card ? await show(tab, site, times, phase) : { press: await press(tab, OWN) };
    const longTasks = await tab.evaluate("bench.longTasks");
    if (times > 1) return { first, ...shown, longTasks };
    const later = await view(tab, site, times);
    const heap = await tab.heap();
    const atOnce = await tab.evaluate(`window.goAtOnce && bench.show(${phase}, "goAtOnce")`);
    return { first, later, ...shown, longTasks, heap, atOnce };
  } finally {
    await tab.close();
  }
}

/** From the navigation until all is armed. */
export async function view(tab, site, times = 1) {
  const before = site.sent.length;
  await tab.page.goto(site.address);
  await tab.wait(SETTLED[times]);
  return { ...(await tab.spent()), ...sum(site.sent.slice(before)) };
}

/** Asks for the survey and answers it; says nothing where none comes. */
async function show(tab, site, times, phase) {
  const [before, spent] = [site.sent.length, await tab.spent()];
  const show = await tab.evaluate(`bench.show(${phase})`);
  if (!show) return {};
  await tab.wait(SHOWN[times]);
  const { script, tasks } = await tab.spent();
  const bytes = sum(site.sent.slice(before));
  await tab.evaluate("void bench.prepare()");
  return { show: { ...show, script: script - spent.script, tasks: tasks - spent.tasks, ...bytes }, press: await press(tab) };
}

/** Milliseconds from a real press until the next frame. */
async function press(tab, target = "bench.choice()") {
  await tab.press(await tab.evaluate(`bench.place(${target})`));
  const painted = await tab.evaluate("bench.pressed");
  await tab.wait(PRESSED);
  return painted;
}

/** Of answers of the site: how many, and their bytes as brotli, unpacked, and on the wire with their headers. */
function sum(answers) {
  const of = (name) => answers.reduce((total, it) => total + it[name], 0);
  return { requests: answers.length, brotli: of("brotli"), plain: of("plain"), wire: of("wire") };
}

/**
 * What one visit costs: a first page view, the survey shown and answered on it, and a second page view
 * with all that the browser has kept by then.
 */
import { openTab } from "./browser.mjs";

/** Milliseconds until a page has long done what it does by itself, and after a survey is shown, at each speed. */
const SETTLED = { 1: 900, 4: 1800 };
const SHOWN = { 1: 600, 4: 1200 };

/** The button that the page alone has to press. */
const OWN = "document.querySelector('#own')";

/** `phase` is how many milliseconds after a frame the survey is asked for; it is the same for all candidates of a run. */
export async function visit(browser, { site, candidate, times, phase, go = "go" }) {
  const tab = await openTab(browser, times);
  try {
    const first = await view(tab, site, times);
    const shown = candidate.card ? await show(tab, site, { times, phase, go }) : { press: await press(tab, OWN) };
    const longTasks = await tab.evaluate("bench.longTasks");
    const second = times === 1 ? await view(tab, site, times, true) : undefined;
    return { first, second, ...shown, longTasks };
  } finally {
    await tab.close();
  }
}

/** From the navigation until all is armed. */
export async function view(tab, site, times, weighed) {
  const before = site.sent.length;
  await tab.page.goto(site.address);
  await tab.wait(SETTLED[times]);
  const spent = await tab.spent();
  return { ...spent, ...sum(site.sent.slice(before)), ...(weighed && { heap: await tab.heap() }) };
}

/** Asks for the survey; `show` is undefined where none came. */
async function show(tab, site, { times, phase, go }) {
  const [before, spentBefore] = [site.sent.length, await tab.spent()];
  const show = await tab.evaluate(`bench.show(${phase}, "${go}")`);
  await tab.wait(SHOWN[times]);
  const spent = await tab.spent();
  const cost = { script: spent.script - spentBefore.script, tasks: spent.tasks - spentBefore.tasks };
  if (!show) return {};
  const bytes = sum(site.sent.slice(before));
  await tab.evaluate("void bench.prepare()");
  return { show: { ...show, ...cost, ...bytes }, press: await press(tab) };
}

/** From a real press until the next frame. */
export async function press(tab, target = "bench.choice()") {
  await tab.press(await tab.evaluate(`bench.place(${target})`));
  const painted = await tab.evaluate("bench.pressed");
  await tab.wait(300);
  return painted;
}

function sum(answers) {
  const of = (name) => answers.reduce((total, it) => total + it[name], 0);
  return { requests: answers.length, brotli: of("brotli"), plain: of("plain"), wire: of("wire") };
}

/**
 * Everything one browser test stands on: a collector, a host site and a fresh browser profile.
 */
import { freshContext } from "./browser.mjs";
import { startCollector } from "./collector.mjs";
import { pageWith } from "./definitions.mjs";
import { startHost } from "./host.mjs";
import { followPosts } from "./posts.mjs";
import { record } from "./recorder.mjs";
import { ownBrowser } from "./window.mjs";

/** Where the page's clock starts when a test sets it. */
export const NOON = new Date("2026-03-02T12:00:00Z");

/** A clock runs until it is stopped, and it can only be stopped at a time that is yet to come. */
const LEAD = 60 * 60 * 1000;

/**
 * A host with the collector behind it. `definition` is served as /effortlet.json, `pages` beside
 * it; without other pages there is one at `/`. `settings` go to the browser's profile. `visitor`
 * opens one more profile, of somebody who was never here. Browsers keep the widget's files unless `kept` says no.
 */
export async function stage(t, { definition, ...more } = {}) {
  const collector = await startCollector(t, { definition });
  return { collector, ...(await stageWithoutCollector(t, { collector, definition, ...more })) };
}

/** The same where nothing is posted. */
export async function stageWithoutCollector(t, { collector, definition, pages = {}, settings, kept = true } = {}) {
  const host = await startHost(t, { collector, kept, pages: served(definition, pages) });
  const context = await freshContext(t, { baseURL: host.origin, ...settings });
  const visitor = async () => stageOf(await freshContext(t, { baseURL: host.origin, ...settings }));
  return { host, visitor, ...stageOf(context) };
}

/** The same in a browser of its own, where pages are hidden and come back; addresses are whole there. */
export async function stageInWindow(t, { definition, pages = {} } = {}) {
  const host = await startHost(t, { kept: true, pages: served(definition, pages) });
  return { host, ...stageOf(await ownBrowser(t)) };
}

const served = (definition, pages) => ({ "/": pageWith(), ...pages, ...(definition !== undefined && { "/effortlet.json": definition }) });

function stageOf(context) {
  followPosts(context);
  return { context, tab: () => tab(context), tabAt: (time) => tabAt(context, time) };
}

/** A new tab and what is seen of it. */
async function tab(context) {
  const page = await context.newPage();
  return { page, seen: record(page) };
}

/**
 * A new tab whose clock stands still at `time` until the test moves it: `page.clock.runFor`,
 * `page.clock.fastForward`. Timers, idle callbacks, animation frames and dates follow it.
 */
async function tabAt(context, time = NOON) {
  const { page, seen } = await tab(context);
  await stopClock(page, time);
  return { page, seen };
}

const stopped = new WeakSet();

export async function stopClock(page, time) {
  // Such a clock stamps an event when somebody first asks for its time; a browser does as it happens.
  await page.addInitScript(() => addEventListener("mousemove", function stamp({ timeStamp }) { return timeStamp; }, true));
  const context = page.context();
  if (!stopped.has(context)) {
    stopped.add(context);
    await page.clock.install({ time: new Date(time - LEAD) });
    return page.clock.pauseAt(time);
  }
  // All tabs have one clock: where it is set back, so it is for those that are open.
  const now = await page.evaluate(() => Date.now());
  if (time > now) await page.clock.pauseAt(time);
  if (time < now) await page.clock.setSystemTime(time);
}

/** Resolves when the widget has started, its module and wasm loaded and its definition read. */
export async function started(page) {
  await page.evaluate(() => window.effortlet("explain", ""));
}

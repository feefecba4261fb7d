/**
 * The longest main-thread task of a whole visit on a processor four times slower: from the load
 * event on, through arming, the nudge and an answer.
 *
 * The page itself has done all it does by then, and the measuring script is a few lines, sent as
 * they are because Playwright's own helpers are long tasks; so no task of ours is longer than
 * what is found here.
 */
import { throttle } from "../tests/browser/support/launch.mjs";
import { SETTLED } from "./site.mjs";
import { interleaved } from "./statistics.mjs";

const RUNS = 5;
const TIMES_SLOWER = 4;
const CATEGORIES = ["blink.user_timing", "devtools.timeline", "disabled-by-default-devtools.timeline"];

/** The worst of all runs, in milliseconds. */
export async function longestTask(site) {
  const works = ["/blank", "/widget"].map((path) => () => visit(site, path));
  const [blank, measured] = (await interleaved(RUNS, works)).map((times) => Math.max(...times));
  return { measured, blank };
}

async function visit(site, path) {
  const { page, context } = await site.open(path);
  const session = await context.newCDPSession(page);
  const evaluate = (expression) => session.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
  await throttle(page, TIMES_SLOWER);
  await site.browser.startTracing(page, { categories: CATEGORIES });
  await page.goto(path);
  await evaluate('performance.mark("loaded")');
  await page.waitForTimeout(SETTLED * TIMES_SLOWER);
  if (path === "/widget") await answer(page, evaluate);
  const trace = JSON.parse(await site.browser.stopTracing());
  await context.close();
  return longest(trace.traceEvents);
}

async function answer(page, evaluate) {
  await evaluate('effortlet("track", "go")');
  await page.waitForTimeout(SETTLED);
  const { result } = await evaluate(`(() => {
    const all = [...document.querySelector("effortlet-nudge").shadowRoot.querySelectorAll("*")];
    const { x, y, width, height } = all.findLast((it) => it.textContent.trim() === "Yes").getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  })()`);
  await page.mouse.click(result.value.x, result.value.y);
  await page.waitForTimeout(SETTLED);
}

/** In time of the processor, which leaves out the moments that other programs had it. */
function longest(events) {
  const loaded = events.find(({ cat, name }) => cat.includes("blink.user_timing") && name === "loaded");
  const tasks = events.filter(({ name, pid, tid, ts }) => {
    return name === "RunTask" && pid === loaded.pid && tid === loaded.tid && ts >= loaded.ts;
  });
  return Math.max(...tasks.map(({ tdur }) => tdur)) / 1000;
}

/**
 * What one event costs while every trigger is armed: many are dispatched in a row, on both pages.
 */
import { SETTLED } from "./site.mjs";
import { interleaved, median } from "./statistics.mjs";

const ROUNDS = 15;
const EVENTS = 20_000;

/** Milliseconds of visible time after which exit intent is armed, and a little more. */
const ARMED = 5_500;

export function eventCost(type) {
  return async (site) => {
    const opened = await Promise.all(["/blank", "/widget"].map((path) => openArmed(site, path)));
    const works = opened.map(({ page }) => () => page.evaluate(dispatch, [type, EVENTS]));
    await interleaved(3, works);
    const [blank, widget] = (await interleaved(ROUNDS, works)).map(median);
    await Promise.all(opened.map(({ context }) => context.close()));
    return { measured: widget - blank, blank };
  };
}

async function openArmed(site, path) {
  const { page, context } = await site.open(path);
  await page.goto(path);
  await page.waitForTimeout(SETTLED);
  await page.mouse.move(200, 300);
  await page.mouse.click(200, 300);
  await page.mouse.wheel(0, 50);
  await page.waitForTimeout(ARMED);
  return { page, context };
}

/** Microseconds for each event. */
function dispatch([type, count]) {
  const moves = type === "mousemove";
  const target = moves ? document.querySelector("p") : document;
  const start = performance.now();
  for (let index = 0; index < count; index += 1) {
    const at = { bubbles: true, clientX: index % 900, clientY: 200 + (index % 300) };
    target.dispatchEvent(moves ? new MouseEvent(type, at) : new Event(type, { bubbles: true }));
  }
  return ((performance.now() - start) * 1000) / count;
}

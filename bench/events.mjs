/**
 * What our script costs for one event of real input, with every trigger armed.
 *
 * The browser is given mouse moves, turns of the wheel and swipes as from a device, and takes them
 * at its own pace, one a frame. Its own account of the time spent in script (`ScriptDuration` of
 * Performance.getMetrics) on a page with the widget, minus that on the same page without it, is
 * divided by the events that the page got: in it is all that followed from them, in listeners of
 * whatever event of the gesture, in the timers that these set, in the wasm beneath both.
 *
 * Both pages have listeners of their own, which do nothing but count, since the first to hear an
 * event pays for waking JavaScript up, whosoever it is.
 *
 * Made events, dispatched in a row, would cost a fraction of this and say little: some sensors pass
 * over what no visitor did, and code and memory never get cold as they do between two frames.
 */
import { SETTLED } from "./site.mjs";
import { interleaved, median } from "./statistics.mjs";

const ROUNDS = 9;

/** Milliseconds of visible time after which exit intent is armed, and a little more. */
const ARMED = 5_500;

/** Milliseconds in which timers that the last event set are over. */
const AFTER = 1_800;

const GESTURES = { mousemove: moveMouse, scroll: turnWheel, touchmove: swipe };

/** `type` is what is counted: a name of `GESTURES`. */
export function eventCost(type) {
  return async (site) => {
    const pages = [await openArmed(site, "/listening"), await openArmed(site, "/heard")];
    const rounds = pages.map((page) => () => page.round(GESTURES[type], type));
    // The first, in which code is still being compiled, does not count.
    const results = await interleaved(ROUNDS + 1, rounds);
    const [blank, widget] = results.map(([, ...costs]) => median(costs));
    await Promise.all(pages.map(({ context }) => context.close()));
    return { measured: widget - blank, blank };
  };
}

async function openArmed(site, path) {
  const { page, context } = await site.open(path, { hasTouch: true });
  await page.goto(path);
  await page.waitForTimeout(SETTLED);
  await page.mouse.move(200, 300);
  await page.mouse.click(200, 300);
  await page.mouse.wheel(0, 50);
  await page.waitForTimeout(ARMED);
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  const scripted = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "ScriptDuration").value * 1e6;
  };
  let times = 0;

  /** Microseconds of script for each event of this type. */
  async function round(gesture, type) {
    await page.bringToFront();
    await page.evaluate(() => (window.heard = {}));
    const before = await scripted();
    await gesture(session, times++ % 2 === 0);
    await page.waitForTimeout(AFTER);
    const spent = (await scripted()) - before;
    if (await page.locator("effortlet-nudge").count()) throw new Error(`${type}: expected no nudge`);
    return spent / (await page.evaluate((type) => window.heard[type], type));
  }
  return { context, round };
}

async function moveMouse(session) {
  for (let index = 0; index < 300; index += 1) {
    const place = { x: 100 + ((index * 7) % 900), y: 200 + ((index * 3) % 300) };
    await session.send("Input.dispatchMouseEvent", { type: "mouseMoved", ...place });
  }
}

/** Three seconds, in which a wheel turns by 2,400 pixels. */
function turnWheel(session, down) {
  const gesture = { x: 400, y: 300, yDistance: down ? -2400 : 2400, speed: 800, gestureSourceType: "mouse" };
  return session.send("Input.synthesizeScrollGesture", gesture);
}

/** Twice by 600 pixels, and on by what a finger leaves behind. */
async function swipe(session, down) {
  const touch = (type, ...touchPoints) => session.send("Input.dispatchTouchEvent", { type, touchPoints });
  const [from, step] = down ? [650, -15] : [50, 15];
  for (let times = 0; times < 2; times += 1) {
    await touch("touchStart", { x: 400, y: from });
    for (let index = 1; index <= 40; index += 1) await touch("touchMove", { x: 400, y: from + index * step });
    await touch("touchEnd");
  }
}

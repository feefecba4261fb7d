/**
 * What our script costs for one event of real input, with every trigger armed.
 *
 * The browser is given mouse moves, turns of the wheel and swipes as from a device. It takes them at
 * its own pace, one a frame, and its trace says for how long the processor was in our files: in
 * listeners, in the timers that they set, in the wasm beneath both. All of that, whatever event of
 * the gesture it followed from, is divided by the events that the page got.
 *
 * The page has listeners of its own, which do nothing. Some hear each event before ours, since the
 * first to hear it pays for waking JavaScript up, 17 µs on a machine of ours, whosoever it is. Some
 * come after ours and show what a call of a listener costs at least, with what the trace itself
 * takes: that is the figure of the blank page, and it is not taken off ours.
 *
 * Made events, dispatched in a row, would cost a fraction of this and say little: some sensors pass
 * over what no visitor did, and code and memory never get cold as they do between two frames.
 */
import { callsInto, isWithin, named, trace } from "../tests/browser/support/trace.mjs";
import { EMPTY, SETTLED } from "./site.mjs";
import { median } from "./statistics.mjs";

const ROUNDS = 5;

/** Milliseconds of visible time after which exit intent is armed, and a little more. */
const ARMED = 5_500;

/** Milliseconds in which timers that the last event set are over. */
const AFTER = 700;

const GESTURES = { mousemove: moveMouse, scroll: turnWheel, touchmove: swipe };

/** `type` is what is counted: a name of `GESTURES`. */
export function eventCost(type) {
  return async (site) => {
    const { page, context } = await openArmed(site);
    const session = await context.newCDPSession(page);
    const rounds = [];
    // The first, in which code is still being compiled, does not count.
    for (let round = 0; round <= ROUNDS; round += 1) {
      const events = await trace(page, async () => {
        await GESTURES[type](session, round % 2 === 0);
        await page.waitForTimeout(AFTER);
      });
      if (round > 0) rounds.push(costs(events, type));
    }
    if (await page.locator("effortlet-nudge").count()) throw new Error(`${type}: expected no nudge`);
    await context.close();
    return summary(rounds);
  };
}

async function openArmed(site) {
  const { page, context } = await site.open("/heard", { hasTouch: true });
  await page.goto("/heard");
  await page.waitForTimeout(SETTLED);
  await page.evaluate((address) => import(address), EMPTY);
  await page.mouse.move(200, 300);
  await page.mouse.click(200, 300);
  await page.mouse.wheel(0, 50);
  await page.waitForTimeout(ARMED);
  return { page, context };
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

/** Microseconds for each event of `type`: all, an empty listener's, and all by what it was in. */
function costs(events, type) {
  const dispatches = named(events, "EventDispatch");
  const count = dispatches.filter(({ args }) => args.data.type === type).length;
  const time = (calls) => calls.reduce((sum, { tdur }) => sum + tdur, 0);
  const ours = callsInto(events, "/effortlet/");
  const empty = callsInto(events, EMPTY);
  const parts = {};
  for (const call of ours) {
    const name = dispatches.find((it) => isWithin(call, it))?.args.data.type ?? "timers";
    parts[name] = (parts[name] ?? 0) + call.tdur / count;
  }
  return { measured: time(ours) / count, blank: time(empty) / empty.length, parts };
}

/** The median of each figure; a part that is less than a tenth is left out. */
function summary(rounds) {
  const middle = (figure) => median(rounds.map(figure));
  const measured = middle((round) => round.measured);
  const names = Object.keys(rounds[0].parts);
  const parts = names.map((name) => [name, middle(({ parts }) => parts[name] ?? 0)]);
  return {
    measured,
    blank: middle((round) => round.blank),
    parts: Object.fromEntries(parts.filter(([, part]) => part * 10 > measured)),
  };
}

/**
 * A finger on a touch screen, by the browser's own input.
 */
import { readPosition } from "./visitor.mjs";

/** A phone's screen, for a browser's profile. */
export const PHONE = { hasTouch: true, isMobile: true, viewport: { width: 400, height: 800 } };

/** A finger that moves by fewer pixels does not scroll yet. */
const SLOP = 15;

/** Milliseconds between two places of a finger, and of one that is only on its way to where a test begins. */
const STEP = 50;
const PAUSE = 450;

/** Milliseconds for the longest way that are too long to be a quick one. */
const SLOWLY = 900;

/** The longest way that fits on the screen, in pixels. */
const LONGEST = 600;

/** Seconds between two events: the browser guesses at what lies between those that follow closely. */
const APART = 0.1;

/** In a quick movement, from whose end the browser scrolls on. */
const QUICK = 0.01;

/** By page: where its input goes, and when the last of it was. */
const fingers = new WeakMap();

/** The finger touches, moves or is taken away. */
export const touch = (page, type, ...touchPoints) => send(page, APART, { type, touchPoints });

async function send(page, apart, event) {
  const finger = await fingerOf(page);
  finger.timestamp += apart;
  await finger.browser.send("Input.dispatchTouchEvent", { ...event, timestamp: finger.timestamp });
}

async function fingerOf(page) {
  if (!fingers.has(page)) fingers.set(page, { browser: await page.context().newCDPSession(page), timestamp: Date.now() / 1000 });
  return fingers.get(page);
}

/**
 * Drags the page by so many pixels, further down where that is more than 0, in so many milliseconds
 * of its clock; then the finger is taken away, without a push.
 */
export async function drag(page, pixels, span, pause = STEP) {
  const before = await page.evaluate(() => window.scrollY);
  const from = pixels > 0 ? 700 : 100;
  const steps = Math.ceil(span / pause);
  const way = Math.sign(pixels);
  await touch(page, "touchStart", { x: 200, y: from });
  for (let step = 1; step <= steps; step += 1) {
    const moved = (pixels * step) / steps;
    await touch(page, "touchMove", { x: 200, y: from - moved - way * SLOP });
    await page.waitForFunction((place) => Math.abs(window.scrollY - place) < 1, before + moved);
    await page.clock.runFor(pause);
  }
  await touch(page, "touchCancel");
}

/** Drags the page slowly to `place`, and lets go of it for a second. */
export async function dragTo(page, place) {
  for (let left = place; left !== 0; ) {
    left = place - (await page.evaluate(() => window.scrollY));
    if (left !== 0) await drag(page, Math.sign(left) * Math.min(Math.abs(left), LONGEST), SLOWLY, PAUSE);
  }
  await readPosition(page);
  await page.clock.runFor(1_000);
}

/** Pushes the page so that it scrolls on by itself, back up, until it is above `place`. */
export async function flickUp(page, place) {
  // The browser scrolls on from the time of the last event, which has to be its own.
  (await fingerOf(page)).timestamp = Date.now() / 1000;
  await touch(page, "touchStart", { x: 200, y: 100 });
  for (let y = 120; y <= 300; y += 20) await send(page, QUICK, { type: "touchMove", touchPoints: [{ x: 200, y }] });
  await send(page, QUICK, { type: "touchEnd", touchPoints: [] });
  await page.waitForFunction((place) => window.scrollY < place, place);
}

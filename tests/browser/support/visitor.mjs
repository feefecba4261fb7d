/**
 * What a visitor does, by real mouse and keyboard, on a page whose clock the test moves.
 */
import assert from "node:assert/strict";
import { EventEmitter, once } from "node:events";
import { replied } from "./posts.mjs";

/** Milliseconds until an idle callback has run on a clock that stands still. */
const IDLE = 50;

/** A scroll position is read this many milliseconds after the event. */
const READ = 1500;

/** Milliseconds until nothing more is expected to be announced. */
const PATIENCE = 30_000;

/** Steps that a test waits for something that takes time on the page's clock. */
const STEPS = 40;

/** Opens a page and lets the widget arm. */
export async function open(page, path = "/", settle = READ) {
  await page.goto(path);
  await arm(page, settle);
}

/** After a load that something else began: a link, a reload. */
export async function arm(page, settle = READ) {
  const armed = page.evaluate(() => window.effortlet("explain", ""));
  await page.clock.runFor(IDLE);
  await armed;
  await page.clock.runFor(settle);
}

/** In a browser without the Navigation API: waits for the file that the widget has asked for too. */
export const historyFollowed = (page) => page.evaluate(() => import("/effortlet/history.js").then(() => {}));

/**
 * Presses what a selector finds, or what of that has this text, by the mouse. For a way whose end is looked at: a locator waits
 * until it can be pressed, but what finds it is more than all the rest of a page and comes to each page anew.
 */
export async function press(page, selector, text, settings) {
  const place = ([selector, text]) => {
    const it = [...document.querySelectorAll(selector)].find((it) => text === undefined || it.textContent === text);
    const { left, top, width, height } = it.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  };
  await page.mouse.click(...(await page.evaluate(place, [selector, text])), settings);
}

/** Follows a link to another page that has the widget. */
export async function follow(page, name) {
  const link = page.getByRole("link", { name });
  const address = await link.evaluate((it) => it.href);
  await link.click();
  await page.waitForURL(address);
  await arm(page);
}

/** Where the pointer is, is seen once in so many milliseconds. */
const SEEN = 110;

/** Moves the pointer to these places, each of which is seen. */
export async function glide(page, ...places) {
  for (const [x, y] of places) {
    await page.mouse.move(x, y);
    await page.clock.runFor(SEEN);
  }
}

/** Moves the pointer up and out by the top, with real input once before so that it counts. */
export async function leaveByTop(page) {
  await page.mouse.move(400, 300);
  await page.mouse.wheel(0, 1);
  await glide(page, [400, 200], [400, 80], [400, -5]);
  await confirmExit(page);
}

/** A departure counts once the pointer has stayed away for 150 ms. */
export const confirmExit = (page) => page.clock.runFor(200);

/** Turns the wheel and waits until the page has followed and its position was read. */
export async function turnWheel(page, pixels) {
  const before = await page.evaluate(() => window.scrollY);
  await page.mouse.move(400, 300);
  await page.mouse.wheel(0, pixels);
  await page.waitForFunction((target) => Math.abs(window.scrollY - target) < 1, before + pixels);
  await readPosition(page);
}

export const readPosition = (page) => page.clock.runFor(READ);

/** The clock of the computer, by an hour: what waits goes on waiting as long as it was told to. */
export const setBack = async (page) => page.clock.setSystemTime((await page.evaluate(() => Date.now())) - 3_600_000);

/** Until the page has been painted anew: what has scrolled it by then was told. */
export async function painted(page) {
  await page.evaluate(() => (window.paints = 0));
  await page.waitForFunction(() => (window.paints += 1) > 2);
}

/** The nudge's card. */
export const nudge = (page) => page.locator("effortlet-nudge section");

/** Waits until this is asked, or said, and has been painted; where announcements are listened to, until it was announced. */
export async function asked(page, title) {
  const heading = nudge(page).getByRole("heading", { name: title });
  await heading.waitFor();
  await (await heading.elementHandle()).waitForElementState("stable");
  await page.waitForFunction(() => !window.announced || window.announced.has(document.querySelector("effortlet-nudge")));
}

/** Closes by the button. */
export async function close(page) {
  await nudge(page).getByRole("button", { name: "Close" }).click();
  await gone(page);
}

export const gone = (page) => page.locator("effortlet-nudge").waitFor({ state: "detached" });

/**
 * Asserts that nothing is shown, and that nothing is on its way: browsers grant locks in the order
 * they are asked for, so a claim made before has been answered when ours is.
 */
export async function staysQuiet(page, message) {
  await page.evaluate(() => navigator.locks.request("test", () => {}));
  assert.equal(await page.evaluate(() => document.querySelectorAll("effortlet-nudge").length), 0, message);
}

/** Lets time go by on the page until `awaited` resolves, a second at a time, none of which goes by while a reply is on its way. */
export async function whileTimePasses(page, awaited) {
  let done = false;
  awaited.finally(() => (done = true));
  for (let step = 0; step < STEPS && !done; step += 1) {
    await page.clock.runFor(1000);
    await Promise.race([awaited, page.evaluate(() => fetch("/").then((it) => it.text())).then(() => replied(page.context()))]);
  }
  assert.ok(done, `expected this within ${STEPS} s of the page's time`);
  return awaited;
}

/** Waits until every answer that this profile gave is acknowledged. */
export const acknowledged = (page) =>
  page.waitForFunction(() => !Object.keys(localStorage).some((key) => key.startsWith("effortlet:outbox:")));

/** The next post of an answer. */
export const answerPosted = (page) => page.waitForRequest((it) => it.method() === "POST" && it.postDataJSON().rev > 0);

/** What the focus is on, through shadow roots: its own name or its text. */
export function focused(page) {
  return page.evaluate(() => {
    let it = document.activeElement;
    while (it.shadowRoot?.activeElement) it = it.shadowRoot.activeElement;
    const named = it.labels?.[0] ?? it;
    return it.getAttribute("aria-label") ?? (it.localName === "textarea" ? "textarea" : named.textContent.trim());
  });
}

/** Presses Tab until this has the focus. */
export async function tabTo(page, name) {
  const passed = [];
  while (passed.length < 20) {
    await page.keyboard.press("Tab");
    passed.push(await focused(page));
    if (passed.at(-1) === name) return;
  }
  assert.fail(`expected Tab to reach ${name}, passed ${passed.join(", ")}`);
}

/** The widget's own announcements on every page of a profile, in order; `heard.reaches` resolves once there are so many. */
export async function announcements(context) {
  const news = new EventEmitter();
  const heard = [];
  await context.exposeFunction("heard", (happening, detail) => news.emit("heard", heard.push({ happening, ...detail })));
  heard.reaches = async (count) => {
    const signal = AbortSignal.timeout(PATIENCE);
    while (heard.length < count) await once(news, "heard", { signal });
  };
  await context.addInitScript(() => {
    window.announced = new WeakSet();
    addEventListener("effortlet:shown", () => window.announced.add(document.querySelector("effortlet-nudge")));
    for (const name of ["shown", "answered", "completed", "dismissed"]) {
      addEventListener(`effortlet:${name}`, ({ detail }) => window.heard(name, detail));
    }
  });
  return heard;
}

/** Messages in the console that are not the browser's own about its network. */
export const said = (seen) => [...seen.errors, ...seen.console.map(({ text }) => text).filter((text) => !/^Failed to load resource/.test(text))];

/** Resolves once something holds that is seen from outside of the page, such as what was announced: a nudge is once it has been painted. */
export async function until(page, holds) {
  while (!holds()) await painted(page);
}

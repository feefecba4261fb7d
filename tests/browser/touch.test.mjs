/** Leaving as far as a touch screen shows it: quickly back up. `return.test.mjs` has coming back. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, pageWith, survey } from "./support/definitions.mjs";
import { PHONE, drag, dragTo, flickUp, touch } from "./support/finger.mjs";
import { stageWithoutCollector } from "./support/stage.mjs";
import { announcements, asked, close, open, painted, readPosition, staysQuiet } from "./support/visitor.mjs";

const QUESTION = "Did you find the information you needed?";

/** 8,000 px in a window of 800: deep enough is 30 %, so 1,600 px, and fast enough 240 px in 350 ms. */
const BODY = `<style>body { margin: 0 } div { height: 8000px } p { position: fixed; top: 0; margin: 0 } a, button, input { padding: 20px }</style>
<div id="top"></div><p><a href="#top">Top</a> <button onclick="window.scrollTo(0, 0)">Up</button> <input aria-label="Search"></p>`;

async function arrive(t, { touch = "fastScrollUp", body = BODY, settings = PHONE } = {}) {
  const pages = { "/": pageWith({ body }), "/v1/responses": (request, reply) => reply.writeHead(204).end() };
  const { context, tabAt } = await stageWithoutCollector(t, { definition: definition(survey({ exitIntent: { touch } })), pages, settings });
  const heard = await announcements(context);
  const { page, seen } = await tabAt();
  await open(page);
  return { page, seen, shown: () => heard.filter(({ happening }) => happening === "shown").map(({ trigger }) => trigger) };
}

const DEEP = 3_000;

test("a quick swipe back up from deep enough is an exit, once a page view", async (t) => {
  const { page, seen, shown } = await arrive(t);
  await dragTo(page, DEEP);
  await staysQuiet(page, "on the way down");
  await drag(page, -400, 300);
  await readPosition(page);
  await asked(page, QUESTION);
  await close(page);
  await dragTo(page, DEEP);
  await drag(page, -400, 300);
  await readPosition(page);
  await staysQuiet(page, "a second time");
  assert.deepEqual(shown(), ["exitIntent"]);
  assert.deepEqual([seen.console, seen.errors], [[], []]);
});

test("a flick is an exit although the finger is gone when the page has moved", async (t) => {
  const { page } = await arrive(t);
  await dragTo(page, DEEP);
  await flickUp(page, DEEP - 600);
  await readPosition(page);
  await asked(page, QUESTION);
});

test("each route may be left once", async (t) => {
  const { page, shown } = await arrive(t);
  for (const route of ["/one", "/two"]) {
    await page.evaluate((route) => history.pushState(0, "", route), route);
    await page.clock.runFor(2_000);
    await dragTo(page, DEEP);
    await drag(page, -400, 300);
    await readPosition(page);
    await asked(page, QUESTION);
    await close(page);
  }
  assert.deepEqual(shown(), ["exitIntent", "exitIntent"]);
});

/** What a swipe of so many pixels, in so many milliseconds and from a place, is. */
const SWIPES = [
  { pixels: 300, span: 200, from: DEEP, is: true },
  { pixels: 260, span: 100, from: DEEP, is: true },
  { pixels: 220, span: 200, from: DEEP, is: false },
  { pixels: 600, span: 1_500, from: DEEP, is: false },
  // More than a window, but not 30 % of the page; and 30 % of the page from its very edge.
  { pixels: 500, span: 200, from: 1_500, is: false },
  { pixels: 500, span: 200, from: 1_700, is: true },
];

for (const { pixels, span, from, is } of SWIPES) {
  test(`${pixels} px up in ${span} ms, from ${from} px of 8,000, are ${is ? "an" : "no"} exit`, async (t) => {
    const { page } = await arrive(t);
    await dragTo(page, from);
    await drag(page, -pixels, span);
    await readPosition(page);
    if (is) await asked(page, QUESTION);
    else await staysQuiet(page);
  });
}

test("less than a window of a short page is no way to come back from", async (t) => {
  const { page } = await arrive(t, { body: BODY.replace("8000px", "1600px") });
  await dragTo(page, 700);
  await drag(page, -500, 200);
  await readPosition(page);
  await staysQuiet(page);
});

/** Another height of the window, as a keyboard or a toolbar makes it. */
async function resize(page, height) {
  const browser = await page.context().newCDPSession(page);
  await browser.send("Emulation.setDeviceMetricsOverride", { width: 400, height, deviceScaleFactor: 1, mobile: true });
  await page.waitForFunction((height) => document.documentElement.clientHeight === height, height);
}

/** The browser shows something else of the page, as it does for a field. */
async function moveUp(page) {
  await page.evaluate(() => window.scrollBy(0, -300));
  await painted(page);
  await readPosition(page);
}

const QUIET = {
  "a swipe in the first second of a page view": async (page) => {
    await page.evaluate(() => history.pushState(0, "", "/routed"));
    await page.clock.runFor(400);
    await drag(page, -400, 200);
  },
  "a page that a route moves up, after a touch": async (page) => {
    await touch(page, "touchStart", { x: 200, y: 400 });
    await touch(page, "touchMove", { x: 200, y: 395 });
    await touch(page, "touchEnd");
    await page.evaluate(() => (history.pushState(0, "", "/routed"), scrollTo(0, 0)));
  },
  "a window that a keyboard takes half of, and gives back": async (page) => {
    await touch(page, "touchStart", { x: 200, y: 400 });
    await touch(page, "touchMove", { x: 200, y: 395 });
    await resize(page, 400);
    await moveUp(page);
    await resize(page, 800);
    await moveUp(page);
    await touch(page, "touchEnd");
  },
  "a script that scrolls, long after the last touch": async (page) => {
    await page.clock.runFor(2_000);
    await page.evaluate(() => scrollTo(0, 0));
  },
  "a button whose script scrolls to the top": (page) => page.getByRole("button", { name: "Up" }).tap(),
  "a link to the top": (page) => page.getByRole("link", { name: "Top" }).tap(),
  "a mouse's wheel": async (page) => {
    await page.mouse.move(200, 400);
    await page.mouse.wheel(0, -800);
    await page.waitForFunction((place) => window.scrollY <= place, DEEP - 800);
  },
  "the keyboard's Home": async (page) => {
    await page.keyboard.press("Home");
    await page.waitForFunction(() => window.scrollY === 0);
  },
};

for (const [what, act] of Object.entries(QUIET)) {
  test(`${what} is no exit`, async (t) => {
    const { page } = await arrive(t);
    await dragTo(page, DEEP);
    await act(page);
    await painted(page);
    await readPosition(page);
    assert.notEqual(await page.evaluate(() => window.scrollY), DEEP);
    await staysQuiet(page);
    // And what would be one still is: nothing was spent.
    await page.clock.runFor(2_000);
    await dragTo(page, DEEP);
    await drag(page, -400, 200);
    await readPosition(page);
    await asked(page, QUESTION);
  });
}

test("where a definition names no way of a touch screen, a swipe is no exit", async (t) => {
  const { page } = await arrive(t, { touch: "tabReturn" });
  await dragTo(page, DEEP);
  await drag(page, -400, 200);
  await readPosition(page);
  await staysQuiet(page);
});

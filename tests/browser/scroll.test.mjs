import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, pageWith, survey } from "./support/definitions.mjs";
import { stageWithoutCollector } from "./support/stage.mjs";
import { announcements, arm, asked, close, open, readPosition, staysQuiet, turnWheel } from "./support/visitor.mjs";

const QUESTION = "Did you find the information you needed?";
const HALF = { scroll: { percent: 50 } };
const END = { scroll: { percent: 100 } };

const LONG = `<h1>Refunds</h1><p><a href="#end">To the end</a> <a href="/other">Other</a>
<button onclick="window.scrollTo(0, 1e6)">Down</button></p>
<div style="height: 3000px"></div><p id="end">The end</p>`;

/** An application whose document does not scroll: a list of 40 % beside an article. */
const SHELL = `<style>html, body { margin: 0; height: 100%; overflow: hidden }
main { display: flex; height: 100% } main > * { overflow-y: auto }</style>
<main><nav style="width: 40%"><div style="height: 4000px">List</div></nav>
<article style="width: 60%"><h1>Refunds</h1><div style="height: 3000px"></div>The end</article></main>`;

/** A page whose clock stands still, with one survey that is asked by these triggers. */
async function arrive(t, triggers, { body = LONG, settings, settle } = {}) {
  const page = pageWith({ body });
  const pages = { "/": page, "/other": page, "/v1/responses": (request, reply) => reply.writeHead(204).end() };
  const { context, tabAt } = await stageWithoutCollector(t, { definition: definition(survey(triggers)), pages, settings });
  const heard = await announcements(context);
  const tab = await tabAt();
  await open(tab.page, "/", settle);
  return { page: tab.page, shown: () => heard.filter(({ happening }) => happening === "shown").map(({ trigger }) => trigger) };
}

/** Turns the wheel over what a selector names until it has scrolled to `target` pixels, or to its end. */
async function turnWheelOver(page, selector, target) {
  const [x, y] = await page.locator(selector).evaluate((it) => {
    const { left, top, width } = it.getBoundingClientRect();
    return [left + width / 2, top + 100];
  });
  const before = await page.locator(selector).evaluate((it) => it.scrollTop);
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, target - before);
  await page.waitForFunction(atTarget, [selector, target]);
  await readPosition(page);
}

function atTarget([selector, target]) {
  const { scrollTop, clientHeight, scrollHeight } = document.querySelector(selector);
  return Math.abs(scrollTop - Math.min(target, scrollHeight - clientHeight)) < 2;
}

/** Until the browser or a script has scrolled the document, and the position was read. */
async function scrolled(page, isThere) {
  await page.waitForFunction(isThere);
  await readPosition(page);
  await readPosition(page);
}

const farDown = () => scrollY > 1000;

test("a goal asks once, however often it is passed", async (t) => {
  const { page, shown } = await arrive(t, HALF);
  await turnWheel(page, 1500);
  await asked(page, QUESTION);
  await close(page);
  await turnWheel(page, -1500);
  await turnWheel(page, 1500);
  await staysQuiet(page);
  assert.deepEqual(shown(), ["scroll"]);
});

test("what several triggers look at is read once", async (t) => {
  const reads = [];
  for (const triggers of [END, { any: [END, { scroll: { percent: 99 } }, { scroll: { percent: 98 } }] }]) {
    const { page } = await arrive(t, triggers);
    await page.evaluate(() => {
      const { get } = Object.getOwnPropertyDescriptor(Element.prototype, "scrollHeight");
      window.reads = 0;
      Object.defineProperty(Element.prototype, "scrollHeight", {
        get() {
          window.reads += 1;
          return get.call(this);
        },
      });
    });
    await turnWheel(page, 200);
    reads.push(await page.evaluate(() => window.reads));
  }
  assert.ok(reads[0] > 0);
  assert.equal(reads[1], reads[0]);
});

test("a link to a place within the page scrolls by itself", async (t) => {
  const { page } = await arrive(t, HALF);
  await page.getByText("To the end").click();
  await scrolled(page, farDown);
  await staysQuiet(page);
  await turnWheel(page, -10);
  await asked(page, QUESTION);
});

test("a link to a place within the page scrolls by itself, followed by the keyboard", async (t) => {
  const { page } = await arrive(t, HALF);
  await page.getByText("To the end").focus();
  await page.keyboard.press("Enter");
  await scrolled(page, farDown);
  await staysQuiet(page);
});

test("a link that scrolls smoothly scrolls by itself", async (t) => {
  const { page } = await arrive(t, HALF, { body: `<style>html { scroll-behavior: smooth }</style>${LONG}` });
  await page.getByText("To the end").click();
  await scrolled(page, () => scrollY + innerHeight >= document.documentElement.scrollHeight - 1);
  await staysQuiet(page);
});

test("a button whose script scrolls is not the visitor's scrolling", async (t) => {
  const { page } = await arrive(t, HALF);
  await page.getByText("Down").click();
  await scrolled(page, farDown);
  await staysQuiet(page);
});

test("a place that the browser restores after a reload was not scrolled to", async (t) => {
  const { page } = await arrive(t, END);
  await turnWheel(page, 1500);
  await page.keyboard.press("Shift");
  await page.reload();
  await arm(page);
  await scrolled(page, farDown);
  await staysQuiet(page);
});

test("a place that the browser restores on the way back was not scrolled to", async (t) => {
  const { page } = await arrive(t, HALF);
  await page.getByText("To the end").click();
  await scrolled(page, farDown);
  await page.evaluate(() => {
    history.pushState(0, "", "/other");
    scrollTo(0, 0);
  });
  await scrolled(page, () => scrollY === 0);
  await page.keyboard.press("Shift");
  await page.evaluate(() => history.back());
  await scrolled(page, farDown);
  await staysQuiet(page);
});

test("what scrolls within the window counts where the document does not", async (t) => {
  const { page, shown } = await arrive(t, HALF, { body: SHELL });
  await page.clock.runFor(60_000);
  await staysQuiet(page, "it is not too short to scroll");
  await turnWheelOver(page, "nav", 1e6);
  await staysQuiet(page, "the smaller one");
  await turnWheelOver(page, "article", 700);
  await staysQuiet(page, "before the goal");
  await turnWheelOver(page, "article", 900);
  await asked(page, QUESTION);
  await close(page);
  await turnWheelOver(page, "article", 0);
  await turnWheelOver(page, "article", 1e6);
  await staysQuiet(page);
  assert.deepEqual(shown(), ["scroll"]);
});

test("a container that is named counts, and nothing else", async (t) => {
  const { page, shown } = await arrive(t, { scroll: { percent: 50, container: "nav" } }, { body: SHELL });
  await turnWheelOver(page, "article", 1e6);
  await staysQuiet(page);
  await turnWheelOver(page, "nav", 1400);
  await asked(page, QUESTION);
  assert.deepEqual(shown(), ["scroll"]);
});

test("a container that is not on the page asks nothing", async (t) => {
  const { page } = await arrive(t, { scroll: { percent: 50, container: "#nowhere" } });
  await turnWheel(page, 2000);
  await page.clock.runFor(60_000);
  await staysQuiet(page);
});

test("a box within a page that scrolls does not count for the page", async (t) => {
  const box = '<div id="box" style="height: 700px; overflow-y: scroll"><div style="height: 5000px">Code</div></div>';
  const { page } = await arrive(t, HALF, { body: box + LONG });
  await turnWheelOver(page, "#box", 1e6);
  await staysQuiet(page);
});

test("content that grows after the visitor began does not move the goal", async (t) => {
  const { page, shown } = await arrive(t, END);
  const range = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  await turnWheel(page, 1000);
  await page.evaluate(() => (document.querySelector("div").style.height = "6000px"));
  await turnWheel(page, range - 1010);
  await staysQuiet(page, "10 px before what was the end");
  await turnWheel(page, 10);
  await asked(page, QUESTION);
  await close(page);
  await turnWheel(page, 2000);
  await staysQuiet(page);
  assert.deepEqual(shown(), ["scroll"]);
});

test("content that goes away leaves the end within reach", async (t) => {
  const { page } = await arrive(t, END);
  await turnWheel(page, 100);
  await page.evaluate(() => (document.querySelector("div").style.height = "1500px"));
  const range = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  await turnWheel(page, range - 100);
  await asked(page, QUESTION);
});

test("each route of an application has its own goal, once", async (t) => {
  const { page, shown } = await arrive(t, HALF, { body: SHELL });
  for (const route of ["/one", "/two"]) {
    await page.evaluate((route) => {
      history.pushState(0, "", route);
      document.querySelector("article").scrollTop = 0;
    }, route);
    await page.clock.runFor(1_700);
    await turnWheelOver(page, "article", 1200);
    await asked(page, QUESTION);
    await close(page);
    await turnWheelOver(page, "article", 1300);
    await staysQuiet(page);
  }
  assert.deepEqual(shown(), ["scroll", "scroll"]);
});

for (const zoom of [0.67, 1.1, 1.5]) {
  test(`the very end counts on a page zoomed to ${zoom}`, async (t) => {
    // As the browser's own zoom: fewer and larger pixels.
    const viewport = { width: Math.round(1280 / zoom), height: Math.round(721 / zoom) };
    const { page } = await arrive(t, END, { body: LONG.replace("3000px", "3000.4px"), settings: { viewport, deviceScaleFactor: zoom } });
    await turnWheelOver(page, "html", 1e6);
    await asked(page, QUESTION);
  });

  test(`the very end counts with the style zoom: ${zoom}`, async (t) => {
    const { page } = await arrive(t, END, { body: `<style>html { zoom: ${zoom} }</style>${LONG}` });
    await turnWheelOver(page, "html", 1e6);
    await asked(page, QUESTION);
  });
}

test("the very end counts on a page that is pinched to 1.5", async (t) => {
  const { page } = await arrive(t, END);
  const browser = await page.context().newCDPSession(page);
  await browser.send("Emulation.setPageScaleFactor", { pageScaleFactor: 1.5 });
  await turnWheelOver(page, "html", 1e6);
  await asked(page, QUESTION);
});

test("swipes of a finger count", async (t) => {
  const { page } = await arrive(t, HALF, { settings: { hasTouch: true, isMobile: true, viewport: { width: 400, height: 800 } } });
  const browser = await page.context().newCDPSession(page);
  const touch = (type, ...touchPoints) => browser.send("Input.dispatchTouchEvent", { type, touchPoints });
  for (let times = 0; times < 2; times += 1) {
    const before = await page.evaluate(() => scrollY);
    await touch("touchStart", { x: 200, y: 700 });
    for (let y = 650; y >= 50; y -= 50) await touch("touchMove", { x: 200, y });
    await touch("touchEnd");
    await page.waitForFunction((least) => scrollY > least, before + 400);
    await readPosition(page);
  }
  await asked(page, QUESTION);
});

test("whoever is at the goal before the page is read for the first time, and stays there, has reached it", async (t) => {
  const { page, shown } = await arrive(t, HALF, { settle: 0 });
  await turnWheel(page, 1_500);
  await readPosition(page);
  await readPosition(page);
  await asked(page, QUESTION);
  assert.deepEqual(shown(), ["scroll"]);
});

test("a page that grows while nobody scrolls is not taken for one that is too short to be scrolled", async (t) => {
  const { page } = await arrive(t, HALF, { body: "<h1>Loading…</h1>" });
  await page.evaluate(() => document.body.append(Object.assign(document.createElement("div"), { style: "height: 3000px" })));
  await page.clock.runFor(14_000);
  await page.mouse.move(300, 300);
  await page.clock.runFor(20_000);
  await staysQuiet(page, "nothing of it was seen");
  await turnWheel(page, 1_500);
  await readPosition(page);
  await asked(page, QUESTION);
});

test("what lies below a document that nobody can scroll does not keep an app from being read to its end", async (t) => {
  const sheet = '<div style="position: absolute; top: 100vh; height: 120px; width: 100%">A sheet that is closed</div>';
  const { page } = await arrive(t, END, { body: SHELL + sheet });
  await turnWheelOver(page, "article", 1e5);
  await readPosition(page);
  await asked(page, QUESTION);
});

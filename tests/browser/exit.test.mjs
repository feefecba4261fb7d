/** What looks like an exit and is none. `triggers.test.mjs` has those that are, and the plainest of these. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, pageWith, survey } from "./support/definitions.mjs";
import { stageWithoutCollector } from "./support/stage.mjs";
import { asked, confirmExit, glide, leaveByTop, open, staysQuiet } from "./support/visitor.mjs";

const QUESTION = "Did you find the information you needed?";

const BODY = `<style>body { margin: 0 } iframe { display: block; width: 100%; height: 120px; border: 0 }</style>
<h1>Refunds</h1>
<select aria-label="Language"><option>English<option>Română<option>Русский</select>
<input aria-label="City" list="cities"><datalist id="cities"><option>Bălți<option>Chișinău</datalist>
<div role="combobox" aria-label="Topic" aria-expanded="false" onclick="this.ariaExpanded = 'true'">Topic</div>
<p><a href="/" draggable="true">A link to drag</a> <span>Some words to select</span></p>
<div style="height: 3000px"></div>`;

const FRAMED = '<iframe title="Video" srcdoc="<button>Play</button>"></iframe>';

/** A page on which an exit would count. */
async function arrive(t, { body = BODY, trigger = {}, settings } = {}) {
  const pages = { "/": pageWith({ body }) };
  const { context, tabAt } = await stageWithoutCollector(t, { definition: definition(survey({ exitIntent: trigger })), pages, settings });
  const { page } = await tabAt();
  await open(page);
  await page.keyboard.press("Shift");
  await page.clock.runFor(6_000);
  return { page, browser: await context.newCDPSession(page) };
}

const upFrom = (x) => [[x, 300], [x, 200], [x, 80]];

/** A window of another size, as a keyboard, a toolbar or the window's own edge makes it. */
const resize = (browser, width, height) =>
  browser.send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });

const QUIET = {
  "leaving while a select is open": async ({ page }) => {
    await page.getByLabel("Language").click();
    await leaveByTop(page);
  },
  "leaving while a list of suggestions is open": async ({ page }) => {
    await page.getByLabel("City").click();
    await page.keyboard.type("B");
    await page.keyboard.press("ArrowDown");
    await leaveByTop(page);
  },
  "leaving while a combobox is open": async ({ page }) => {
    await page.getByLabel("Topic").click();
    await leaveByTop(page);
  },
  "a menu that opens under the pointer, and the way to it": async ({ page }) => {
    await glide(page, ...upFrom(400));
    await page.mouse.down({ button: "right" });
    await page.mouse.up({ button: "right" });
    await glide(page, [400, 40], [400, -5]);
  },
  "dragging a link out": async ({ page }) => {
    await page.getByText("A link to drag").hover();
    await page.mouse.down();
    await glide(page, [60, 100], [60, 40], [60, -5]);
    await page.mouse.up();
  },
  "selecting words and beyond": async ({ page }) => {
    await page.getByText("Some words").hover();
    await page.mouse.down();
    await glide(page, [150, 100], [150, 40], [150, -5]);
    await confirmExit(page);
    await page.mouse.up();
  },
  "leaving by the bottom": ({ page }) => glide(page, [400, 300], [400, 500], [400, 700], [400, 740]),
  "leaving by the left": ({ page }) => glide(page, [400, 300], [200, 250], [50, 200], [-5, 150]),
  "a window that shrinks under a resting pointer": async ({ page, browser }) => {
    await glide(page, [400, 300], [400, 500], [400, 700]);
    await page.clock.runFor(1_000);
    await resize(browser, 1280, 400);
    await page.mouse.move(400, 420);
  },
  "a keyboard that takes half of the window, and gives it back": async ({ page, browser }) => {
    await glide(page, ...upFrom(400));
    await resize(browser, 1280, 360);
    await page.clock.runFor(500);
    await resize(browser, 1280, 720);
  },
};

for (const [what, act] of Object.entries(QUIET)) {
  test(`${what} is no exit`, async (t) => {
    const it = await arrive(t);
    await act(it);
    await confirmExit(it.page);
    await it.page.clock.runFor(1_000);
    await staysQuiet(it.page);
  });
}

test("leaving by the side is no exit, however wide the edge at the top is", async (t) => {
  for (const way of [[[300, 300], [150, 220], [40, 160], [-5, 120]], [[900, 300], [1100, 220], [1250, 160], [1285, 120]]]) {
    const { page } = await arrive(t, { trigger: { edge: 200 } });
    await glide(page, ...way);
    await confirmExit(page);
    await staysQuiet(page, `to ${way.at(-1)}`);
  }
});

test("a window that changes its size just after the pointer left was not left", async (t) => {
  const { page, browser } = await arrive(t);
  await glide(page, ...upFrom(400), [400, -5]);
  await resize(browser, 1000, 600);
  await page.waitForFunction(() => innerWidth === 1000);
  await confirmExit(page);
  await staysQuiet(page);
});

const WIDTHS = [
  { width: 1000, way: [[700, 300], [850, 220], [960, 160], [1005, 120]], then: (page) => staysQuiet(page) },
  { width: 1600, way: [[1500, 300], [1500, 200], [1500, 80], [1500, -5]], then: (page) => asked(page, QUESTION) },
];

for (const { width, way, then } of WIDTHS) {
  test(`once a window has become ${width} px wide, these are its sides`, async (t) => {
    const { page, browser } = await arrive(t, { trigger: { edge: 200 } });
    await page.evaluate(() => {
      window.resized = new Promise((resolve) => addEventListener("resize", () => resolve(), { once: true }));
    });
    await resize(browser, width, 720);
    await page.evaluate(() => window.resized);
    await page.clock.runFor(1_000);
    await glide(page, ...way);
    await confirmExit(page);
    await then(page);
  });
}

test("going into a frame and out of it again is no exit", async (t) => {
  const { page } = await arrive(t, { body: BODY.replace("<h1>", `<div style="height: 80px"></div>${FRAMED}<h1>`) });
  await glide(page, [400, 400], [400, 300], [400, 210], [400, 190], [400, 120], [400, 90], [400, 70], [400, 40]);
  await confirmExit(page);
  await staysQuiet(page);
});

test("going into a frame at the top of the window is no exit", async (t) => {
  const { page } = await arrive(t, { body: FRAMED + BODY });
  await glide(page, [400, 400], [400, 300], [400, 200], [400, 100], [400, 10]);
  await confirmExit(page);
  await staysQuiet(page);
});

test("leaving the window from within a frame, after a while there, is no exit", async (t) => {
  const { page } = await arrive(t, { body: FRAMED + BODY });
  await glide(page, [400, 400], [400, 300], [400, 200], [400, 100]);
  await page.clock.runFor(1_000);
  await glide(page, [400, 60], [400, 30], [400, -5]);
  await confirmExit(page);
  await staysQuiet(page);
});

test("an exit after all of this still counts", async (t) => {
  const { page, browser } = await arrive(t, { body: FRAMED + BODY });
  await page.getByLabel("Language").click();
  await page.keyboard.press("Escape");
  await page.getByText("Refunds").click();
  await resize(browser, 1280, 600);
  await glide(page, [400, 400], [400, 60], [400, 300], [400, 180], [400, -5]);
  await confirmExit(page);
  await asked(page, QUESTION);
});

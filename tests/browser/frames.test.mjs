/** Leaving by the top of a frame, which counts where a definition says so. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, pageWith, survey } from "./support/definitions.mjs";
import { stageWithoutCollector } from "./support/stage.mjs";
import { confirmExit } from "./support/visitor.mjs";

/** The frame is 300 px below the window's top. */
const OUTER = `<!doctype html><title>Outer</title><style>body { margin: 0 } iframe { display: block; margin-top: 300px; border: 0; width: 600px; height: 300px }</style>
<iframe src="/inner"></iframe>`;

async function arrive(t, trigger) {
  const pages = { "/": OUTER, "/inner": pageWith({ body: '<h1>Help</h1><div style="height: 2000px"></div>' }) };
  const { tabAt } = await stageWithoutCollector(t, { definition: definition(survey({ exitIntent: trigger })), pages });
  const { page } = await tabAt();
  await page.goto("/");
  const frame = page.frame({ url: /inner/ });
  const armed = frame.evaluate(() => window.effortlet("explain", ""));
  await page.clock.runFor(50);
  await frame.evaluate(() => {});
  await armed;
  return { page, frame };
}

async function leaveFrame(page, ...places) {
  for (const y of places) {
    await page.mouse.move(300, y);
    await page.clock.runFor(16);
  }
  await confirmExit(page);
}

/** So that its document has the focus. */
async function settleIn(page) {
  await page.mouse.click(300, 500);
  await page.clock.runFor(6_000);
}

const nudges = (frame) => frame.locator("effortlet-nudge").count();

async function staysQuiet(frame) {
  await frame.evaluate(() => navigator.locks.request("test", () => {}));
  assert.equal(await nudges(frame), 0);
}

test("leaving a frame by its top is an exit where a definition says so", async (t) => {
  const { page, frame } = await arrive(t, { frames: true });
  await settleIn(page);
  await leaveFrame(page, 500, 400, 320, 250);
  await frame.locator("effortlet-nudge section").waitFor();
});

test("leaving a frame is no exit where it says nothing of them", async (t) => {
  const { page, frame } = await arrive(t, {});
  await settleIn(page);
  await leaveFrame(page, 500, 400, 320, 250);
  await staysQuiet(frame);
});

const QUIET = {
  "by its bottom": [350, 450, 550, 650],
  "slowly": [340, 335, 332, 330, 328, 326, 324, 322, 320, 318, 316, 314, 312, 310, 308, 306, 304, 302, 299],
  "and coming back at once": [500, 400, 320, 250, 320],
};

for (const [how, places] of Object.entries(QUIET)) {
  test(`leaving a frame ${how} is no exit`, async (t) => {
    const { page, frame } = await arrive(t, { frames: true });
    await settleIn(page);
    await leaveFrame(page, ...places);
    await staysQuiet(frame);
  });
}

test("leaving a frame by its side is no exit, however wide the edge at its top is", async (t) => {
  const { page, frame } = await arrive(t, { frames: true, edge: 200 });
  await settleIn(page);
  for (const [x, y] of [[300, 560], [450, 480], [590, 400], [700, 350]]) {
    await page.mouse.move(x, y);
    await page.clock.runFor(16);
  }
  await confirmExit(page);
  await staysQuiet(frame);
});

// From within a frame nobody can see whether the window has the focus.
test("leaving a frame that does not have the focus is no exit", async (t) => {
  const { page, frame } = await arrive(t, { frames: true });
  await page.mouse.move(300, 500);
  await page.mouse.wheel(0, 50);
  await page.clock.runFor(6_000);
  await leaveFrame(page, 500, 400, 320, 250);
  await staysQuiet(frame);
});

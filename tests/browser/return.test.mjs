/** Coming back from elsewhere, on a touch screen: tabs that really hide each other. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, pageWith, survey } from "./support/definitions.mjs";
import { drag, touch } from "./support/finger.mjs";
import { stageInWindow } from "./support/stage.mjs";
import { announcements, asked, close, open, staysQuiet } from "./support/visitor.mjs";
import { bePhone, hide } from "./support/window.mjs";

const QUESTION = "Did you find the information you needed?";
const MINUTE = 60_000;

const BODY = `<style>body { margin: 0 } a { display: block; height: 200px }</style>
<a href="/other" target="_blank">Elsewhere</a><div style="height: 3000px"></div>`;

async function arrive(t, { touch = ["fastScrollUp", "tabReturn"], phone = true } = {}) {
  const pages = { "/": pageWith({ body: BODY }), "/other": "<title>Other</title>", "/v1/responses": (request, reply) => reply.writeHead(204).end() };
  const { context, host, tabAt } = await stageInWindow(t, { definition: definition(survey({ exitIntent: { touch } })), pages });
  const heard = await announcements(context);
  const { page, seen } = await tabAt();
  if (phone) await bePhone(page);
  await open(page, host.url("/"));
  return { page, seen, context, shown: () => heard.filter(({ happening }) => happening === "shown").map(({ trigger }) => trigger) };
}

/** Elsewhere for so many milliseconds. */
async function goAway(page, span) {
  const comeBack = await hide(page);
  await page.clock.runFor(span);
  await comeBack();
}

const SPANS = [
  [4_900, false],
  [5_100, true],
  [29 * MINUTE, true],
  [31 * MINUTE, false],
];

for (const [span, is] of SPANS) {
  test(`being back after ${span} ms is ${is ? "an" : "no"} exit`, async (t) => {
    const { page } = await arrive(t);
    await drag(page, 100, 200);
    await goAway(page, span);
    if (is) await asked(page, QUESTION);
    else await staysQuiet(page);
  });
}

test("being back is asked once a page view", async (t) => {
  const { page, seen, shown } = await arrive(t);
  await drag(page, 100, 200);
  await goAway(page, MINUTE);
  await asked(page, QUESTION);
  await close(page);
  await drag(page, 100, 200);
  await goAway(page, MINUTE);
  await staysQuiet(page);
  assert.deepEqual(shown(), ["exitIntent"]);
  assert.deepEqual([seen.console, seen.errors], [[], []]);
});

test("a tap that opens another tab is a touch, although the browser makes a mouse's events of it", async (t) => {
  const { page, context } = await arrive(t);
  const opening = context.waitForEvent("page");
  await touch(page, "touchStart", { x: 100, y: 100 });
  await touch(page, "touchEnd");
  const other = await opening;
  await page.waitForFunction(() => document.hidden);
  await page.clock.runFor(MINUTE);
  await other.close();
  await page.bringToFront();
  await page.waitForFunction(() => !document.hidden);
  await asked(page, QUESTION);
});

const OTHERS = {
  "a mouse": (page) => page.mouse.click(100, 500),
  "a keyboard": (page) => page.keyboard.press("Shift"),
  "nothing": () => {},
};

for (const [means, act] of Object.entries(OTHERS)) {
  test(`being back after a visit by ${means} is no exit`, async (t) => {
    const { page } = await arrive(t, { phone: false });
    await act(page);
    await goAway(page, MINUTE);
    await staysQuiet(page);
  });
}

test("where a definition names swipes alone, being back is no exit", async (t) => {
  const { page } = await arrive(t, { touch: "fastScrollUp" });
  await drag(page, 100, 200);
  await goAway(page, MINUTE);
  await staysQuiet(page);
});

test("a survey whose moment comes in a tab that nobody looks at waits there, and holds no other tab up", async (t) => {
  const pages = { "/": pageWith({ body: BODY }), "/v1/responses": (request, reply) => reply.writeHead(204).end() };
  const always = survey({ event: { name: "go" } }, { frequency: { preset: "none" } });
  const { host, tabAt } = await stageInWindow(t, { definition: definition(always), pages });
  const go = (page) => page.evaluate(() => window.effortlet("track", "go"));
  const { page: behind } = await tabAt();
  await open(behind, host.url("/"));
  const { page: inFront } = await tabAt();
  await open(inFront, host.url("/"));
  await behind.waitForFunction(() => document.hidden);
  await go(behind);
  await staysQuiet(behind);
  assert.match(await behind.evaluate(async () => (await window.effortlet("explain", "help-center")).hold), /^manners: the page is in a tab/);
  await go(inFront);
  await asked(inFront, QUESTION);
  // What may be the end of what holds a nudge back, just while another tab has the stage.
  await behind.evaluate(() => (document.body.className = "changed"));
  await behind.clock.runFor(3100);
  await close(inFront);
  await behind.clock.runFor(MINUTE);
  await inFront.close();
  await behind.bringToFront();
  await behind.waitForFunction(() => !document.hidden);
  await behind.clock.runFor(3100);
  await asked(behind, QUESTION);
});

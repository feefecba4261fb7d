/** Goals other than a share of the page: pixels, a share of the way, and the end of an element. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, pageWith, survey } from "./support/definitions.mjs";
import { stageWithoutCollector } from "./support/stage.mjs";
import { announcements, asked, close, open, painted, readPosition, staysQuiet, turnWheel } from "./support/visitor.mjs";

const QUESTION = "Did you find the information you needed?";

/** In a window of 720 px: a page of 4,000, whose plans end at 2,000, and with a way of 3,280. */
const VIEW = 720;
const END = 2_000;
const LONG = `<style>body, h1 { margin: 0 } #plans { height: 300px } #rest { height: 2000px }</style>
<div id="before" style="height: 1700px"><h1>Refunds</h1></div><div id="plans">Plans</div><div id="rest"></div>`;

async function arrive(t, goal, { body = LONG } = {}) {
  const pages = { "/": pageWith({ body }), "/v1/responses": (request, reply) => reply.writeHead(204).end() };
  const { context, tabAt } = await stageWithoutCollector(t, { definition: definition(survey({ scroll: goal })), pages });
  const heard = await announcements(context);
  const { page, seen } = await tabAt();
  await open(page);
  return { page, seen, shown: () => heard.filter(({ happening }) => happening === "shown").map(({ trigger }) => trigger) };
}

const GOALS = [
  { goal: { px: 1_500 }, at: 1_500, how: "pixels" },
  { goal: { percent: 50, of: "progress" }, at: 1_640, how: "half of the way" },
  { goal: { percent: 100, of: "progress" }, at: 3_280, how: "all of the way" },
  { goal: { element: "#plans" }, at: END - VIEW, how: "the end of an element" },
];

for (const { goal, at, how } of GOALS) {
  test(`${how} is reached by the wheel, not before, and once`, async (t) => {
    const { page, seen, shown } = await arrive(t, goal);
    await turnWheel(page, at - 10);
    await page.clock.runFor(60_000);
    await staysQuiet(page, "10 px before");
    await turnWheel(page, 10);
    await asked(page, QUESTION);
    await close(page);
    await turnWheel(page, -at);
    await turnWheel(page, at);
    await page.clock.runFor(60_000);
    await staysQuiet(page, "a second time");
    assert.deepEqual(shown(), ["scroll"]);
    assert.deepEqual([seen.console, seen.errors], [[], []]);
  });

  test(`${how} is reached by the keyboard`, async (t) => {
    const { page } = await arrive(t, goal);
    await page.keyboard.press("End");
    await page.waitForFunction(() => window.scrollY >= 3_279);
    await painted(page);
    await readPosition(page);
    await asked(page, QUESTION);
  });

  test(`${how} is not reached by a script that scrolls`, async (t) => {
    const { page } = await arrive(t, goal);
    await page.evaluate(() => window.scrollTo(0, 1e6));
    await painted(page);
    await readPosition(page);
    await staysQuiet(page);
  });
}

test("an element taller than the window counts with its end", async (t) => {
  const { page } = await arrive(t, { element: "#plans" }, { body: LONG.replace("300px", "1500px") });
  await turnWheel(page, 1_700);
  await staysQuiet(page, "it fills the window");
  await turnWheel(page, 3_200 - VIEW - 1_700 - 10);
  await staysQuiet(page, "10 px before its end");
  await turnWheel(page, 10);
  await asked(page, QUESTION);
});

test("what grows above an element takes its end along", async (t) => {
  const { page } = await arrive(t, { element: "#plans" });
  await turnWheel(page, 100);
  // As a picture that comes late: nothing of it is in the window yet.
  await page.evaluate(() => (document.getElementById("before").style.paddingBottom = "1000px"));
  await turnWheel(page, END - VIEW);
  await staysQuiet(page, "where it would have been");
  await turnWheel(page, 900);
  await asked(page, QUESTION);
});

/** An application whose document does not scroll. Its frame is 100 px high, and has a border. */
const SHELL = `<style>html, body { margin: 0; height: 100%; overflow: hidden } header { height: 100px }
main { height: 500px; overflow-y: auto; border: 20px solid }</style><header>Acme</header><main>${LONG}</main>`;

test("an element within what scrolls counts by what scrolls it", async (t) => {
  const { page } = await arrive(t, { element: "#plans" }, { body: SHELL });
  const turnTo = async (place) => {
    const before = await page.evaluate(() => document.querySelector("main").scrollTop);
    await page.mouse.move(400, 300);
    await page.mouse.wheel(0, place - before);
    await page.waitForFunction((place) => Math.abs(document.querySelector("main").scrollTop - place) < 1, place);
    await painted(page);
    await readPosition(page);
  };
  await turnTo(END - 500 - 10);
  await staysQuiet(page, "10 px before");
  await turnTo(END - 500);
  await asked(page, QUESTION);
});

/** Reads the page for so many seconds. */
async function stay(page, seconds) {
  for (let second = 0; second < seconds; second += 1) {
    await page.mouse.move(400, 300 + second);
    await page.clock.runFor(1_000);
  }
}

const SHORT = `<style>body { margin: 0 }</style><div id="plans">Plans</div>`;

test("an element that is in view from the beginning counts once somebody has stayed for 15 seconds", async (t) => {
  for (const body of [SHORT, `${SHORT}<div style="height: 3000px"></div>`]) {
    const { page, shown } = await arrive(t, { element: "#plans" }, { body });
    await stay(page, 13);
    await staysQuiet(page, "14 s");
    await stay(page, 2);
    await asked(page, QUESTION);
    await close(page);
    await stay(page, 30);
    await staysQuiet(page);
    assert.deepEqual(shown(), ["scroll"]);
  }
});

test("an element on a page too short to scroll counts at once, or never, as a definition says", async (t) => {
  const { page } = await arrive(t, { element: "#plans", short: "immediate" }, { body: SHORT });
  await page.clock.runFor(500);
  await asked(page, QUESTION);
  const { page: never } = await arrive(t, { element: "#plans", short: "never" }, { body: SHORT });
  await stay(never, 30);
  await staysQuiet(never);
});

const COMES = {
  "into the page": ["", () => document.body.insertAdjacentHTML("beforeend", '<div id="plans">Plans</div>')],
  "into sight": ['<div id="plans" hidden>Plans</div>', () => (document.getElementById("plans").hidden = false)],
  "with a route": ["", () => {
    history.pushState(0, "", "/plans");
    setTimeout(() => document.body.insertAdjacentHTML("beforeend", '<div id="plans">Plans</div>'), 3_000);
  }],
};

for (const [how, [before, come]] of Object.entries(COMES)) {
  test(`an element that comes ${how} later, on a page too short to scroll, counts from then on`, async (t) => {
    const { page } = await arrive(t, { element: "#plans" }, { body: `<h1>Help</h1>${before}` });
    await stay(page, 20);
    await staysQuiet(page, "before it is there");
    await page.evaluate(come);
    await painted(page);
    await stay(page, 20);
    await asked(page, QUESTION);
  });

  test(`an element that comes ${how} later is reached by the wheel`, async (t) => {
    const { page } = await arrive(t, { element: "#plans" }, { body: `<div style="height: 2000px"></div>${before}` });
    await turnWheel(page, 200);
    await page.evaluate(come);
    await stay(page, 20);
    await staysQuiet(page);
    await turnWheel(page, 2_000 - VIEW - 220);
    await staysQuiet(page, "before it is in view");
    await page.mouse.wheel(0, 1_000);
    await painted(page);
    await readPosition(page);
    await asked(page, QUESTION);
  });
}

test("an element that is not on the page asks nothing", async (t) => {
  const { page } = await arrive(t, { element: "#nowhere" });
  await turnWheel(page, 3_280);
  await stay(page, 30);
  await staysQuiet(page);
});

/** Nothing of the widget's asks for the page's layout inside of an event: it is read by timers alone. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, pageWith, survey } from "./support/definitions.mjs";
import { noteLayout } from "./support/layout.mjs";
import { stageWithoutCollector } from "./support/stage.mjs";
import { callsInto, isWithin, named, trace } from "./support/trace.mjs";
import { asked, close, confirmExit, leaveByTop, nudge, open, readPosition, turnWheel } from "./support/visitor.mjs";

const FOUND = "Did you find the information you needed?";
const EFFORT = /^To what extent do you agree/;
const IMPROVE = "Is there anything we could do to improve this section?";
const THANKS = "Thank you for your feedback!";

const NEVER = { event: { name: "never" } };
const SENSED = [
  { exitIntent: {} },
  { scroll: { percent: 75 } },
  { scroll: { percent: 75, container: "#list" } },
  { click: { selector: ".cta" } },
  { helpCenter: { articles: 3 } },
];

const BODY = `<h1>Refunds</h1>
<p><button class="cta">Plans</button> <a href="#plans">Down</a> <input aria-label="Search">
<button id="route" onclick="history.pushState({}, '', '/help/' + Math.random())">Next</button></p>
<div id="list" style="height: 100px; overflow: auto"><p>A list</p><div style="height: 1000px"></div></div>
<div style="height: 3000px"></div><h2 id="plans">Plans</h2><div style="height: 3000px"></div>`;

/** `more` are pages beside the one that is opened, `prepare` gets the profile before. */
async function arrive(t, triggers, { more, body = BODY, prepare = noteLayout } = {}) {
  const pages = { "/": pageWith({ body }), "/v1/responses": (request, reply) => reply.writeHead(204).end(), ...more };
  const settings = { hasTouch: true };
  const { context, tabAt } = await stageWithoutCollector(t, { definition: definition(survey(triggers)), pages, settings });
  const { page, seen } = await tabAt();
  await prepare(context);
  await open(page);
  return { page, seen, context };
}

/** Everything that a visitor can do to a page, by real input. */
async function doEverything({ page, context }) {
  const browser = await context.newCDPSession(page);
  const touch = (type, ...touchPoints) => browser.send("Input.dispatchTouchEvent", { type, touchPoints });
  await page.mouse.move(10, 10);
  await page.mouse.move(300, 300, { steps: 20 });
  await page.getByText("A list").hover();
  await page.mouse.wheel(0, 300);
  await readPosition(page);
  await page.getByRole("button", { name: "Plans" }).click();
  await page.getByRole("heading", { name: "Refunds" }).click({ button: "right" });
  await page.getByRole("button", { name: "Next" }).click();
  await page.clock.runFor(1_000);
  const stood = await page.evaluate(() => window.scrollY);
  await page.getByRole("link", { name: "Down" }).click();
  await page.goBack();
  await page.clock.runFor(1_000);
  // The browser scrolls back when it has the time; the heading is 3,000 pixels away.
  await page.waitForFunction((stood) => Math.abs(window.scrollY - stood) < 100, stood);
  await turnWheel(page, 200);
  await touch("touchStart", { x: 200, y: 500 });
  for (let y = 480; y >= 200; y -= 20) await touch("touchMove", { x: 200, y });
  await touch("touchEnd");
  await readPosition(page);
  for (const key of ["PageDown", "Tab", "a", "End"]) await page.keyboard.press(key);
  await readPosition(page);
  await page.setViewportSize({ width: 1000, height: 600 });
  await page.clock.runFor(6_000);
  await leaveByTop(page);
  await page.mouse.move(400, 300);
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.mouse.move(400, 100);
  await page.mouse.move(1300, 100);
  await confirmExit(page);
  await context.setOffline(true);
  await context.setOffline(false);
  await page.clock.runFor(1_000);
}

/** What was asked for outside of timers, each once. */
async function inEvents(page) {
  const asked = await page.evaluate(() => window.asked);
  return [...new Set(asked.filter((it) => !it.endsWith(" in a timer")))];
}

/** What browsers send the most of, and what the sensors look at. */
const REAL = ["click", "contextmenu", "keydown", "mousemove", "mouseenter", "mouseleave", "pointerdown", "pointermove", "resize", "scroll", "touchmove", "touchstart", "wheel"];

const withoutNavigation = async (context) => {
  await context.addInitScript(() => delete window.navigation);
  await noteLayout(context);
};

for (const [how, prepare] of [["with", noteLayout], ["without", withoutNavigation]]) {
  test(`with every trigger armed no event reads the layout, ${how} the Navigation API`, async (t) => {
    const it = await arrive(t, { all: [NEVER, ...SENSED] }, { prepare });
    const { page, seen } = it;
    await doEverything(it);
    const heard = await page.evaluate(() => window.heard);
    assert.deepEqual(REAL.filter((type) => !heard.includes(type)), []);
    await page.evaluate(() => window.makeTheRest());
    await page.clock.runFor(1_000);
    assert.deepEqual(await inEvents(page), []);
    assert.deepEqual(seen.errors, []);
  });
}

test("a nudge that comes, is answered by mouse and by keys, and goes, moves the focus and reads nothing", async (t) => {
  const { page } = await arrive(t, { any: SENSED });
  await page.getByRole("button", { name: "Plans" }).click();
  await asked(page, FOUND);
  // An observer tells when the first frame has been laid out.
  assert.deepEqual(await inEvents(page), ["getClientRects in something else"]);
  await nudge(page).getByRole("button", { name: "Yes" }).click();
  await asked(page, EFFORT);
  await nudge(page).getByRole("radio", { name: "6 of 7" }).focus();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  await asked(page, IMPROVE);
  await nudge(page).getByRole("textbox").pressSequentially("Shorter");
  await page.keyboard.press("Control+Enter");
  await asked(page, THANKS);
  await close(page);
  // Within the nudge's own tree browsers do not say which event it is.
  assert.deepEqual(await inEvents(page), ["getClientRects in something else", "focus in something else"]);
});

/** A file among the widget's that asks for the layout in many ways. */
const DELIBERATE = `
const on = (type, call) => addEventListener(type, call);
on("click", ({ target }) => target.getBoundingClientRect());
on("click", () => getComputedStyle(document.body).width);
on("click", async () => (await 0, innerHeight));
on("click", () => setTimeout(() => scrollX));
on("click", () => matchMedia("(width > 100px)").matches);
on("mousemove", (event) => event.offsetX);
on("wheel", () => (document.body.scrollTop = 0));
on("keydown", () => document.body.innerText.length);
onkeyup = () => document.body.offsetWidth;
`;

test("whoever does read it in an event is noted", async (t) => {
  const { page } = await arrive(t, NEVER, { more: { "/effortlet/deliberate.js": DELIBERATE } });
  await page.evaluate(() => import("/effortlet/deliberate.js"));
  await page.mouse.move(300, 300);
  await page.mouse.wheel(0, 10);
  await page.mouse.down();
  await page.mouse.up();
  await page.keyboard.press("a");
  await page.clock.runFor(100);
  assert.deepEqual((await page.evaluate(() => window.asked)).toSorted(), [
    "getBoundingClientRect in click",
    "getComputedStyle in click",
    "innerHeight in click",
    "innerText in keydown",
    "offsetWidth in keyup",
    "offsetX in mousemove",
    "scrollTop in wheel",
    "scrollX in a timer",
  ]);
});

/** Before anybody else hears of an event, the page needs a new layout. Below its end, so that nothing above is moved by it. */
const UNSETTLED = `<script>
let heardOf = 0;
for (const type of ${JSON.stringify(REAL)}) {
  addEventListener(type, () => { document.body.style.paddingBottom = (heardOf += 1) % 20 + "px"; }, true);
}
</script>`;

/** The layouts that the browser did while it was in a handler of the widget's; timers are the clock's that a test moves. */
function layoutsInEvents(events) {
  const calls = callsInto(events, "/effortlet/");
  assert.ok(calls.length > 30, `${calls.length} calls`);
  return named(events, "Layout", "UpdateLayoutTree").filter((layout) => calls.some((call) => isWithin(layout, call))).length;
}

test("the browser does no layout within an event for the widget, though each makes one due", async (t) => {
  const more = { "/effortlet/deliberate.js": 'addEventListener("mousemove", () => document.body.offsetWidth);' };
  const it = await arrive(t, { all: [NEVER, ...SENSED] }, { more, body: UNSETTLED + BODY, prepare: () => {} });
  assert.equal(layoutsInEvents(await trace(it.page, () => doEverything(it))), 0);
  await it.page.evaluate(() => import("/effortlet/deliberate.js"));
  const moves = () => it.page.mouse.move(900, 300, { steps: 120 });
  assert.ok(layoutsInEvents(await trace(it.page, moves)) > 0, "whoever asks for one is found");
});

/** Time that somebody spends on a page, links from messages, and triggers that come one after the other. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, pageWith, survey } from "./support/definitions.mjs";
import { stageInWindow, stageWithoutCollector } from "./support/stage.mjs";
import { announcements, arm, asked, close, nudge, open, setBack, staysQuiet, tabTo, turnWheel } from "./support/visitor.mjs";
import { hide } from "./support/window.mjs";

const QUESTION = "How easy was it to solve your problem?";
const SECOND = 1_000;
const MINUTE = 60 * SECOND;

const BODY = `<style>body { margin: 0; height: 4000px }</style><button id="one">One</button> <button id="two">Two</button> <button id="three">Three</button>`;

/** In a browser of its own, where tabs hide each other, or in one that all tests share. */
async function begin(t, triggers, { stage = stageWithoutCollector, ...more } = {}) {
  const only = definition(survey(triggers, { template: "resolution", ...more }), { endpoint: undefined });
  const { host, context, tabAt } = await stage(t, { definition: only, pages: { "/": pageWith({ body: BODY }), "/routed": pageWith({ body: BODY }) } });
  const heard = await announcements(context);
  return { ...(await tabAt()), heard, url: host.url, shown: () => heard.filter(({ happening }) => happening === "shown").map(({ trigger }) => trigger) };
}

async function arrive(t, triggers, more) {
  const begun = await begin(t, triggers, more);
  await open(begun.page, begun.url("/"));
  return begun;
}

const SIGNS = {
  "the mouse": (page, turn) => page.mouse.move(300 + turn, 300),
  "a press": (page) => page.mouse.click(600, 400),
  "the keyboard": (page) => page.keyboard.press("Shift"),
  "the wheel": async (page) => {
    const before = await page.evaluate(() => window.scrollY);
    await page.mouse.wheel(0, 50);
    await page.waitForFunction((before) => window.scrollY > before, before);
  },
};

for (const [means, act] of Object.entries(SIGNS)) {
  test(`time counts for 15 seconds after each sign of life: ${means}`, async (t) => {
    const { page, seen, shown } = await arrive(t, { time: { activeTime: "40s" } });
    await page.clock.runFor(10 * MINUTE);
    await staysQuiet(page, "15 s of the beginning");
    await act(page, 1);
    await page.clock.runFor(10 * MINUTE);
    await staysQuiet(page, "30 s");
    await act(page, 2);
    await page.clock.runFor(9_900);
    await staysQuiet(page, "39.9 s");
    await page.clock.runFor(200);
    await asked(page, QUESTION);
    await close(page);
    await act(page, 3);
    await page.clock.runFor(10 * MINUTE);
    await staysQuiet(page, "once a page view");
    assert.deepEqual(shown(), ["time"]);
    assert.deepEqual([seen.console, seen.errors], [[], []]);
  });
}

test("what a script makes up is no sign of life", async (t) => {
  const { page, shown } = await arrive(t, { any: [{ time: { activeTime: "20s" } }, { time: { idle: "2m" } }] });
  for (let second = 0; second < 110; second += 10) {
    await page.evaluate(() => {
      for (const Kind of [PointerEvent, KeyboardEvent, WheelEvent, Event])
        for (const name of ["pointermove", "pointerdown", "keydown", "wheel", "touchstart", "touchmove"]) document.body.dispatchEvent(new Kind(name, { bubbles: true }));
      window.scrollBy(0, 10);
    });
    await page.clock.runFor(10 * SECOND);
  }
  await staysQuiet(page);
  await page.clock.runFor(20 * SECOND);
  await asked(page, QUESTION);
  assert.deepEqual(shown(), ["time"]);
});

test("time does not count in a hidden tab, and goes on where it was", async (t) => {
  const { page } = await arrive(t, { time: { activeTime: "35s" } }, { stage: stageInWindow });
  await page.clock.runFor(8 * SECOND);
  for (let time = 0; time < 3; time += 1) {
    const comeBack = await hide(page);
    await page.clock.runFor(5 * MINUTE);
    await staysQuiet(page, "hidden");
    await comeBack();
  }
  await page.clock.runFor(5 * MINUTE);
  await staysQuiet(page, "9 s before, 15 s after");
  await page.keyboard.press("Shift");
  await page.clock.runFor(10 * SECOND);
  await staysQuiet(page, "34 s");
  await page.clock.runFor(2 * SECOND);
  await asked(page, QUESTION);
});

test("time counts from when a tab that was opened behind others is looked at", async (t) => {
  const { page, url } = await begin(t, { time: { activeTime: "10s" } }, { stage: stageInWindow });
  const comeBack = await hide(page);
  await open(page, url("/"));
  await page.clock.runFor(5 * MINUTE);
  await staysQuiet(page, "hidden");
  await comeBack();
  await page.clock.runFor(9_900);
  await staysQuiet(page, "9.9 s");
  await page.clock.runFor(200);
  await asked(page, QUESTION);
});

test("a page is idle while it is visible and nobody does anything, and not before", async (t) => {
  const { page, shown } = await arrive(t, { time: { idle: "1m" } });
  await page.mouse.move(400, 300);
  for (let second = 0; second < 150; second += 1) {
    await page.mouse.move(400, 300 + (second % 100));
    await page.clock.runFor(SECOND);
  }
  await staysQuiet(page, "the mouse moved");
  await page.clock.runFor(40 * SECOND);
  await page.keyboard.press("Shift");
  await page.clock.runFor(MINUTE - 100);
  await staysQuiet(page, "a minute after a key");
  // A sign that follows another one within 5 s is not told.
  await page.clock.runFor(5_200);
  await asked(page, QUESTION);
  assert.deepEqual(shown(), ["time"]);
});

test("a hidden tab is not idle", async (t) => {
  const { page } = await arrive(t, { time: { idle: "1m" } }, { stage: stageInWindow });
  await page.clock.runFor(50 * SECOND);
  const comeBack = await hide(page);
  await page.clock.runFor(10 * MINUTE);
  await staysQuiet(page, "hidden");
  await comeBack();
  await page.clock.runFor(MINUTE - 100);
  await staysQuiet(page, "back for less than a minute");
  await page.clock.runFor(5_200);
  await asked(page, QUESTION);
});

test("a clock that is set back an hour holds up neither a trigger nor its delay", async (t) => {
  const { page, shown } = await arrive(t, { seq: [{ time: { activeTime: "10s" } }, { event: { name: "go", delay: "10s" } }] });
  await page.clock.runFor(9 * SECOND);
  await setBack(page);
  await page.clock.runFor(1_100);
  await page.evaluate(() => window.effortlet("track", "go"));
  await page.clock.runFor(6 * SECOND);
  await setBack(page);
  await page.clock.runFor(3_900);
  await staysQuiet(page, "9.9 s of the delay");
  await page.clock.runFor(200);
  await asked(page, QUESTION);
  assert.deepEqual(shown(), ["event"]);
});

const POLITE = { frequency: { preset: "polite" } };
const LINK = "/?a=1&effortlet=help-center&b=2#top";

test("a link from a message asks at once, even a newcomer, and once", async (t) => {
  const { page, seen, shown } = await begin(t, { link: {} }, POLITE);
  await open(page, LINK);
  await asked(page, QUESTION);
  assert.equal(await nudge(page).getByRole("radio", { checked: true }).count(), 0);
  await page.reload();
  await arm(page);
  await page.clock.runFor(MINUTE);
  await staysQuiet(page, "loaded again");
  assert.deepEqual(shown(), ["link"]);
  assert.deepEqual([seen.console, seen.errors], [[], []]);
});

test("an address that asks for no survey of this name asks nothing", async (t) => {
  const { page } = await arrive(t, { link: {} });
  for (const query of ["?effortlet=other", "?effortlet=Help-center", "?effortlet=help-center-2", "?effortlet", "?effortlet-rating=6", "?Effortlet=help-center", "?a=effortlet=help-center", "#?effortlet=help-center"]) {
    await open(page, `/${query}`);
    await page.clock.runFor(15 * SECOND);
    await staysQuiet(page, query);
  }
  await page.evaluate(() => history.pushState(0, "", "/routed?effortlet=help%2Dcenter"));
  await page.clock.runFor(10);
  await asked(page, QUESTION);
});

const point = (page, rating) => nudge(page).getByRole("radio", { name: `${rating} of 7` });

/** How the visitor confirms, or not, that it was 6; and what counts then. */
const CONFIRMING = {
  "the button": [(page) => nudge(page).getByRole("button", { name: "Next" }).click(), 6],
  "another press": [(page) => point(page, 6).click(), 6],
  "a press of another point": [(page) => point(page, 2).click(), 2],
  "the keyboard": [async (page) => {
    await tabTo(page, "6 of 7");
    await page.keyboard.press("Enter");
  }, 6],
};

for (const [how, [confirm, expected]] of Object.entries(CONFIRMING)) {
  test(`a rating that was chosen in a message counts once it is confirmed by ${how}`, async (t) => {
    const { page, heard } = await begin(t, { link: {} });
    await open(page, `${LINK.replace("#top", "&effortlet-rating=6")}`);
    await asked(page, QUESTION);
    assert.equal(await point(page, 6).isChecked(), true);
    await page.clock.runFor(10 * MINUTE);
    assert.deepEqual(heard.map(({ happening }) => happening), ["shown"], "before");
    await confirm(page);
    await asked(page, "What could we have made easier?");
    assert.deepEqual(heard.slice(1).map(({ happening, value }) => [happening, value]), [["answered", expected]]);
  });
}

test("a rating that is none of the scale's is not chosen, and one that is closed is no answer", async (t) => {
  const { page, heard } = await begin(t, { any: [{ link: {} }, { event: { name: "solved" } }] });
  for (const rating of ["0", "8", "-1", "6.5", "262", "six", "", "6%00", "1e0"]) {
    await open(page, `/?effortlet=help-center&effortlet-rating=${rating}`);
    await asked(page, QUESTION);
    assert.equal(await nudge(page).getByRole("radio", { checked: true }).count(), 0, rating);
    await nudge(page).getByRole("button", { name: "Next" }).click();
    await nudge(page).getByRole("alert").waitFor();
  }
  await open(page, "/?effortlet=other&effortlet-rating=6");
  await page.evaluate(() => window.effortlet("track", "solved"));
  await asked(page, QUESTION);
  assert.equal(await nudge(page).getByRole("radio", { checked: true }).count(), 0, "of another survey");
  await open(page, "/?effortlet=help-center&effortlet-rating=7");
  await asked(page, QUESTION);
  assert.equal(await nudge(page).getByRole("radio", { checked: true }).getAttribute("value"), "7");
  await close(page);
  assert.deepEqual(heard.filter(({ happening }) => happening === "answered"), []);
});

const pressOn = (page, ...names) => names.reduce((before, name) => before.then(() => page.getByText(name).click()), Promise.resolve());
const click = (id) => ({ click: { selector: id } });
const IN_ORDER = { seq: [click("#one"), { any: [click("#two"), click("#three")] }], within: "1m" };

test("a sequence is asked when its parts come in order and in time", async (t) => {
  const { page, seen, shown } = await arrive(t, IN_ORDER);
  await pressOn(page, "Two", "Three", "One");
  await staysQuiet(page, "in reversed order");
  await page.clock.runFor(MINUTE + 100);
  await pressOn(page, "Three");
  await staysQuiet(page, "too late");
  await pressOn(page, "One");
  await page.clock.runFor(MINUTE - 100);
  await pressOn(page, "Three");
  await asked(page, QUESTION);
  assert.deepEqual(shown(), ["click"]);
  assert.deepEqual([seen.console, seen.errors], [[], []]);
});

test("a sequence begins anew on another page", async (t) => {
  const { page } = await arrive(t, IN_ORDER);
  await pressOn(page, "One");
  await page.evaluate(() => history.pushState(0, "", "/routed"));
  await page.clock.runFor(10);
  await pressOn(page, "Two");
  await staysQuiet(page, "a route");
  await pressOn(page, "One");
  await page.reload();
  await arm(page);
  await pressOn(page, "Two");
  await staysQuiet(page, "a document");
  await pressOn(page, "One", "Two");
  await asked(page, QUESTION);
});

test("one click is not two parts of a sequence", async (t) => {
  const { page } = await arrive(t, { seq: [click("button"), click("#two")] });
  await pressOn(page, "Two");
  await staysQuiet(page);
  await pressOn(page, "Two");
  await asked(page, QUESTION);
});

test("a sequence can be of what its visitor reads, then presses", async (t) => {
  const { page, shown } = await arrive(t, { seq: [{ scroll: { percent: 50 } }, { event: { name: "voted" } }, click("#one")] });
  const vote = () => page.evaluate(() => window.effortlet("track", "voted"));
  await vote();
  await turnWheel(page, 1_400);
  await vote();
  await turnWheel(page, -1_400);
  await pressOn(page, "One");
  await asked(page, QUESTION);
  assert.deepEqual(shown(), ["click"]);
});

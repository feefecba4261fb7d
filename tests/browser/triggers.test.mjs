import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, pageWith, survey } from "./support/definitions.mjs";
import { stageWithoutCollector } from "./support/stage.mjs";
import { announcements, asked, close, confirmExit, follow, leaveByTop, nudge, open, painted, readPosition, staysQuiet, turnWheel } from "./support/visitor.mjs";

const QUESTION = "Did you find the information you needed?";
const SETTLED = 10_000;

const BODY = `<h1>Refunds</h1>
<p><a class="cta" href="#plans">Plans</a>
<button data-share aria-label="Share"><svg width="40" height="40"><g><circle cx="20" cy="20" r="18"/></g></svg></button>
<input aria-label="Search"> <div contenteditable aria-label="Note">Note</div>
<button aria-haspopup="true" aria-expanded="false" onclick="this.ariaExpanded = true">Menu</button></p>
<div style="height: 3000px"></div>`;

const ARTICLE = pageWith({ body: '<h1>Article</h1><a href="/help/a/one">One</a> <a href="/help/a/two">Two</a> <a href="/help/a/three">Three</a>' });
const accept = (request, reply) => reply.writeHead(204).end();
const ARTICLES = { "/help/a/one": ARTICLE, "/help/a/two": ARTICLE, "/help/a/three": ARTICLE };

/** A page whose clock stands still, with one survey that is asked by these triggers. */
async function arrive(t, triggers, { body = BODY, pages, more = {}, path = "/" } = {}) {
  const found = { "/": pageWith({ body }), "/v1/responses": accept, ...pages };
  const { context, tabAt } = await stageWithoutCollector(t, { definition: definition(survey(triggers, more)), pages: found });
  const heard = await announcements(context);
  const { page, seen } = await tabAt();
  await open(page, path);
  return { page, seen, shown: () => heard.filter(({ happening }) => happening === "shown").map(({ trigger }) => trigger) };
}

const ISSUES = [
  { trigger: "exitIntent", triggers: { exitIntent: {} }, act: leaveByTop },
  { trigger: "scroll", triggers: { scroll: { percent: 75 } }, act: scrollToTheEnd },
  { trigger: "click", triggers: { click: { selector: ".cta, [data-share]" } }, act: (page) => page.getByText("Plans").click() },
  { trigger: "helpCenter.articles", triggers: { helpCenter: { articles: 3 } }, act: readThree, pages: ARTICLES, path: "/help/a/one" },
];

for (const { trigger, triggers, act, pages, path } of ISSUES) {
  test(`${trigger} shows the nudge once, and not again while the visitor is to be left alone`, async (t) => {
    const { page, seen, shown } = await arrive(t, triggers, { pages, path, more: { frequency: { preset: "polite" } } });
    await page.clock.runFor(SETTLED);
    await act(page);
    await asked(page, QUESTION);
    await close(page);
    await page.evaluate(() => scrollTo(0, 0));
    await act(page);
    await page.clock.runFor(60_000);
    await staysQuiet(page);
    assert.deepEqual(shown(), [trigger]);
    assert.deepEqual([seen.console, seen.errors], [[], []]);
  });
}

async function scrollToTheEnd(page) {
  await turnWheel(page, 1200);
  await turnWheel(page, 1200);
}

async function readThree(page) {
  for (const name of ["Two", "Three"]) {
    await follow(page, name);
    await page.clock.runFor(SETTLED);
  }
}

test("exit intent is armed by five visible seconds and one interaction", async (t) => {
  const { page } = await arrive(t, { exitIntent: {} });
  await page.clock.runFor(3_000);
  await leaveByTop(page);
  await staysQuiet(page, "before five seconds");
  await page.clock.runFor(1_000);
  await leaveByTop(page);
  await asked(page, QUESTION);
});

test("exit intent without any interaction stays quiet", async (t) => {
  const { page } = await arrive(t, { exitIntent: {} });
  await page.clock.runFor(5_000);
  await moveOut(page, 20);
  await staysQuiet(page);
  await page.keyboard.press("Shift");
  await moveOut(page, 20);
  await asked(page, QUESTION);
});

test("exit intent is asked once a page view", async (t) => {
  const { page, shown } = await arrive(t, { exitIntent: {} });
  await page.clock.runFor(5_000);
  for (const times of [1, 2, 3]) {
    await leaveByTop(page);
    if (times === 1) await asked(page, QUESTION), await close(page);
  }
  await staysQuiet(page);
  assert.deepEqual(shown(), ["exitIntent"]);
});

/** Up from the middle and out, a step of 100 px every `pause` ms. */
async function moveOut(page, pause) {
  await page.mouse.move(400, 300);
  for (const height of [200, 100, 1]) {
    await page.clock.runFor(pause);
    await page.mouse.move(400, height);
  }
  await page.clock.runFor(pause);
  await page.mouse.move(400, -5);
  await confirmExit(page);
}

const QUIET_EXITS = {
  "a slow drift over the edge": (page) => moveOut(page, 700),
  "leaving by the side": async (page) => {
    for (const x of [600, 900, 1270]) {
      await page.mouse.move(x, 300);
      await page.clock.runFor(16);
    }
    await page.mouse.move(1300, 300);
    await confirmExit(page);
  },
  "leaving while a field has the focus": async (page) => {
    await page.getByLabel("Search").click();
    await leaveByTop(page);
  },
  "leaving while a field of a component has the focus": async (page) => {
    await page.evaluate(() => {
      const root = document.body.appendChild(document.createElement("div")).attachShadow({ mode: "open" });
      root.appendChild(document.createElement("input")).focus();
    });
    await leaveByTop(page);
  },
  "leaving while a text is edited": async (page) => {
    await page.getByLabel("Note").click();
    await leaveByTop(page);
  },
  "leaving while a button is held": async (page) => {
    await page.mouse.move(400, 300);
    await page.mouse.down();
    await leaveByTop(page);
  },
  "leaving while a menu is open": async (page) => {
    await page.getByText("Menu").click();
    await leaveByTop(page);
  },
  "leaving just after the context menu": async (page) => {
    await page.mouse.move(400, 300);
    await page.mouse.click(400, 300, { button: "right" });
    await leaveByTop(page);
  },
  "coming back at once": async (page) => {
    await page.mouse.move(400, 100);
    await page.clock.runFor(16);
    await page.mouse.move(400, -5);
    await page.clock.runFor(100);
    await page.mouse.move(400, 100);
    await page.clock.runFor(1000);
  },
};

for (const [how, act] of Object.entries(QUIET_EXITS)) {
  test(`${how} is no exit`, async (t) => {
    const { page } = await arrive(t, { exitIntent: {} });
    await page.keyboard.press("Shift");
    await page.clock.runFor(6_000);
    await act(page);
    await page.clock.runFor(1_000);
    await staysQuiet(page);
  });
}

test("the scroll goal is reached by the wheel, and not before", async (t) => {
  const { page } = await arrive(t, { scroll: { percent: 75 } });
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const view = page.viewportSize().height;
  await turnWheel(page, Math.floor(height * 0.74) - view);
  await staysQuiet(page, "74 %");
  await turnWheel(page, Math.ceil(height * 0.02));
  await asked(page, QUESTION);
});

test("the scroll goal is reached by the End key", async (t) => {
  const { page } = await arrive(t, { scroll: { percent: 75 } });
  await page.keyboard.press("End");
  await page.waitForFunction(() => scrollY + innerHeight >= document.documentElement.scrollHeight - 1);
  await readPosition(page);
  await asked(page, QUESTION);
});

test("one turn of the wheel counts, however late the timers of a busy page come", async (t) => {
  const { page } = await arrive(t, { scroll: { percent: 75 } });
  await page.mouse.move(400, 300);
  await page.mouse.wheel(0, 5_000);
  await page.waitForFunction(() => scrollY + innerHeight > document.body.scrollHeight * 0.9);
  await painted(page);
  await page.clock.fastForward(1_900);
  await asked(page, QUESTION);
});

test("a script that scrolls is not the visitor", async (t) => {
  const { page } = await arrive(t, { scroll: { percent: 75 } });
  await page.clock.runFor(2_000);
  await page.evaluate(() => scrollTo(0, 1e6));
  await readPosition(page);
  await staysQuiet(page);
});

test("a page too short to scroll asks after 15 seconds", async (t) => {
  const { page, shown } = await arrive(t, { scroll: { percent: 75 } }, { body: "<h1>Short</h1>" });
  await page.clock.runFor(13_400);
  await staysQuiet(page);
  await page.clock.runFor(600);
  await asked(page, QUESTION);
  assert.deepEqual(shown(), ["scroll"]);
});

test("a click counts on a drawing inside of what the selector names", async (t) => {
  const { page, shown } = await arrive(t, { click: { selector: "[data-share]" } });
  await page.getByText("Plans").click();
  await staysQuiet(page);
  await page.locator("[data-share] circle").click();
  await asked(page, QUESTION);
  assert.deepEqual(shown(), ["click"]);
});

test("a press inside the nudge is no click on the page", async (t) => {
  const more = { frequency: { preset: "none" } };
  const { page, shown } = await arrive(t, { click: { selector: "button", delay: "2s" } }, { more });
  await page.locator("[data-share]").click();
  await page.clock.runFor(2000);
  await asked(page, QUESTION);
  await nudge(page).getByText("Yes").click();
  await close(page);
  await page.clock.runFor(60_000);
  await staysQuiet(page);
  assert.deepEqual(shown(), ["click"]);
});

test("a click goes where it would go without us", async (t) => {
  const { page } = await arrive(t, { click: { selector: ".cta" } });
  await page.getByText("Plans").click();
  await asked(page, QUESTION);
  assert.match(page.url(), /#plans$/);
});

test("the third article asks, the second and a second look do not", async (t) => {
  const { page, shown } = await arrive(t, { helpCenter: { articles: 3 } }, { pages: ARTICLES, path: "/help/a/one" });
  for (const name of ["Two", "One", "Two"]) {
    await follow(page, name);
    await staysQuiet(page, name);
  }
  await follow(page, "Three");
  await asked(page, QUESTION);
  assert.deepEqual(shown(), ["helpCenter.articles"]);
});

test("what the page tells about asks by its name", async (t) => {
  const { page, shown } = await arrive(t, { event: { name: "solved" } });
  await page.evaluate(() => window.effortlet("track", "other"));
  await staysQuiet(page);
  await page.evaluate(() => window.effortlet("track", "solved"));
  await asked(page, QUESTION);
  assert.deepEqual(shown(), ["event"]);
});

test("two triggers that must both come wait for each other", async (t) => {
  const { page } = await arrive(t, { all: [{ click: { selector: ".cta" } }, { event: { name: "solved" } }] });
  await page.getByText("Plans").click();
  await staysQuiet(page);
  await page.evaluate(() => window.effortlet("track", "solved"));
  await asked(page, QUESTION);
});

test("a delay passes before the nudge", async (t) => {
  const { page } = await arrive(t, { click: { selector: ".cta", delay: "2s" } });
  await page.getByText("Plans").click();
  await page.clock.runFor(1_900);
  await staysQuiet(page);
  await page.clock.runFor(100);
  await nudge(page).waitFor();
});

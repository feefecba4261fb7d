/** A nudge that the page takes away or hides: put back once, or over, with the lock free. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, pageWith, survey } from "./support/definitions.mjs";
import { stageWithoutCollector } from "./support/stage.mjs";
import { announcements, asked, focused, gone, nudge, open, whileTimePasses } from "./support/visitor.mjs";

const FOUND = "Did you find the information you needed?";
const MISSING = "What were you looking for?";

/** Milliseconds after which a nudge without a box, or without a place, is given up. */
const PATIENCE = 1_000;

const INLINE = { layout: { inline: { selector: "#place" } } };

/** A page of which a nudge was asked for; `before` is run before all of its scripts. */
async function begin(t, { body = "<h1>Help</h1><main><p id=place></p></main>", more, before } = {}) {
  const asks = definition(survey({ event: { name: "go" } }, more));
  const pages = { "/": pageWith({ body }), "/other": pageWith({ body: "<main><p id=place></p></main>" }) };
  const { context, host, tabAt } = await stageWithoutCollector(t, { definition: asks, pages });
  const heard = await announcements(context);
  const { page, seen } = await tabAt();
  page.setDefaultTimeout(8_000);
  if (before) await page.addInitScript(before);
  await open(page);
  await page.evaluate(() => window.effortlet("track", "go"));
  return { context, host, page, seen, shown: () => heard.filter(({ happening }) => happening === "shown").length };
}

/** The same, with a text that is half written and the caret within it. */
async function write(t, settings) {
  const begun = await begin(t, settings);
  const { page } = begun;
  await asked(page, FOUND);
  await nudge(page).getByRole("button", { name: "No" }).click();
  await asked(page, MISSING);
  await nudge(page).getByRole("textbox").click();
  await page.keyboard.type("A refund");
  await page.keyboard.press("ArrowLeft");
  return begun;
}

/** It stands there as it was, and goes on. */
async function goesOn(page) {
  await page.clock.runFor(1);
  await asked(page, MISSING);
  assert.equal(await focused(page), "textarea");
  await page.keyboard.type("!");
  assert.equal(await nudge(page).getByRole("textbox").inputValue(), "A refun!d");
  assert.equal(await page.locator("effortlet-nudge").count(), 1);
}

const memoryOf = (page) => page.evaluate(() => JSON.parse(localStorage.getItem("effortlet") ?? "[null]"));

/** Whether a nudge is on display in some tab; another lock is held for as long as what was answered is posted. */
const isOnDisplay = (page) => page.evaluate(() => navigator.locks.query().then(({ held }) => held.some(({ name }) => name === "effortlet")));

/** Until the browser has painted, and has told what it observes. */
async function painted(page) {
  await page.evaluate(() => new Promise((resolve) => new IntersectionObserver(() => resolve()).observe(document.documentElement)));
}

/** Whoever asks next may. */
async function othersAreAsked(context) {
  const other = await context.newPage();
  await open(other, "/other");
  await other.evaluate(() => window.effortlet("track", "go"));
  await asked(other, FOUND);
}

const PUT_BACK = {
  "another body": () => {
    const body = document.createElement("body");
    body.append(document.createElement("h1"));
    document.body.replaceWith(body);
  },
  "an empty body": () => (document.body.innerHTML = ""),
  "all elements are put into another": () => {
    const wrapper = document.createElement("div");
    wrapper.append(...document.body.children);
    document.body.append(wrapper);
  },
};

for (const [what, change] of Object.entries(PUT_BACK)) {
  test(`a nudge is put back as it was: ${what}`, async (t) => {
    const { page, seen, shown } = await write(t);
    await page.evaluate(change);
    await goesOn(page);
    assert.equal(await nudge(page).evaluate((it) => it.matches(":popover-open")), true);
    assert.equal(shown(), 1);
    assert.deepEqual([seen.console, seen.errors], [[], []]);
  });
}

test("a nudge that is put back takes no focus from what the page has given it to", async (t) => {
  const { page } = await write(t);
  await page.evaluate(() => {
    document.body.innerHTML = "<input aria-label=Search>";
    document.querySelector("input").focus();
  });
  await page.clock.runFor(1);
  await asked(page, MISSING);
  assert.equal(await focused(page), "Search");
});

test("a nudge whose place is made anew is put back into it, and once only", async (t) => {
  const { page } = await write(t, { more: INLINE });
  const anew = () => (document.querySelector("main").innerHTML = "<p id=place></p>");
  await page.evaluate(anew);
  await goesOn(page);
  assert.equal(await page.locator("#place effortlet-nudge").count(), 1);
  await page.evaluate(anew);
  await page.clock.runFor(1);
  await gone(page);
  assert.equal(await isOnDisplay(page), false);
});

test("a nudge whose place comes later is put back then; without one it is over", async (t) => {
  const { page } = await write(t, { more: INLINE });
  await page.evaluate(() => (document.querySelector("main").innerHTML = ""));
  await page.clock.runFor(1);
  assert.equal(await page.locator("effortlet-nudge").count(), 0);
  await page.evaluate(() => (document.querySelector("main").innerHTML = "<p id=place></p>"));
  await page.clock.runFor(PATIENCE);
  await goesOn(page);
  await page.evaluate(() => history.pushState(null, "", "/other"));
  await page.evaluate(() => (document.querySelector("main").innerHTML = ""));
  await page.clock.runFor(1);
  await page.clock.runFor(PATIENCE);
  assert.equal(await isOnDisplay(page), false);
});

const hidden = (style) => ({ body: `<style>${style}</style><h1>Help</h1><main><p id=place></p></main>` });

/** What a page does so that nobody can see a nudge. */
const UNSEEN = {
  "a script removes what it does not know": {
    before: () => {
      const remove = () => document.querySelectorAll("effortlet-nudge").forEach((it) => it.remove());
      document.addEventListener("DOMContentLoaded", () => new MutationObserver(remove).observe(document.body, { childList: true }));
    },
  },
  "its element is hidden": hidden("effortlet-nudge { display: none !important }"),
  "what is in it is hidden": hidden("effortlet-nudge::part(card) { display: none !important }"),
  "the body is hidden": hidden("body { display: none }"),
  "its place is hidden": { ...hidden("main { display: none }"), more: INLINE },
  "it cannot be made": {
    before: () => {
      Element.prototype.attachShadow = () => {
        throw new Error("not here");
      };
    },
  },
};

for (const [what, settings] of Object.entries(UNSEEN)) {
  test(`a nudge that nobody can see was never shown: ${what}`, async (t) => {
    const { context, host, page, seen, shown } = await begin(t, settings);
    for (let turn = 0; turn < 4; turn += 1) {
      await painted(page);
      await page.clock.runFor(PATIENCE);
    }
    await gone(page);
    assert.equal(await isOnDisplay(page), false);
    assert.deepEqual(await memoryOf(page), [null]);
    assert.deepEqual([shown(), host.shown, host.posts], [0, [], []]);
    assert.deepEqual([seen.console, seen.errors], [[], []]);
    await othersAreAsked(context);
  });
}

test("a document that is opened anew ends it", async (t) => {
  const { context, page } = await begin(t);
  await asked(page, FOUND);
  await page.evaluate(() => {
    document.open();
    document.write("<!doctype html><body><h1>Anew</h1>");
    document.close();
  });
  await page.clock.runFor(1);
  assert.equal(await isOnDisplay(page), false);
  assert.deepEqual(await memoryOf(page), [null]);
  await othersAreAsked(context);
});

test("a page that hides everything for a moment has its nudge as before", async (t) => {
  const { page } = await write(t);
  const hide = (isHidden) => document.documentElement.style.setProperty("display", isHidden ? "none" : "");
  await page.evaluate(hide, true);
  await painted(page);
  await page.clock.runFor(PATIENCE / 2);
  await page.evaluate(hide, false);
  await painted(page);
  await page.clock.runFor(PATIENCE);
  await asked(page, MISSING);
  assert.equal(await nudge(page).getByRole("textbox").inputValue(), "A refund");
});

test("what was answered stays when the nudge is lost", async (t) => {
  const { host, page } = await write(t);
  await page.evaluate(() => document.querySelector("effortlet-nudge").style.setProperty("display", "none"));
  await painted(page);
  await page.clock.runFor(1);
  await page.clock.runFor(PATIENCE);
  await gone(page);
  const [{ body }] = await host.posted(1);
  assert.deepEqual([body.state, body.answers.length], ["partial", 1]);
  assert.equal((await memoryOf(page)).length, 5);
});

test("a copy of a page shows nothing of a nudge that is in it, and the next start takes it away", async (t) => {
  const { context, page } = await begin(t);
  await asked(page, FOUND);
  await page.clock.runFor(300);
  const copy = (await page.content()).replace(/<script.*?<\/script>/, "");
  assert.match(copy, /<effortlet-nudge.*information/s);
  const other = await context.newPage();
  await other.route("**/copy", (route) => route.fulfill({ contentType: "text/html", body: copy }));
  await other.goto("/copy");
  assert.doesNotMatch(await other.evaluate(() => document.body.innerText), /information/);
  assert.equal(await other.locator("effortlet-nudge").isVisible(), false);
  await other.addScriptTag({ url: "/effortlet/effortlet.js" });
  await whileTimePasses(other, other.evaluate(() => window.effortlet("start", { version: 1, surveys: [] })));
  assert.equal(await other.locator("effortlet-nudge").count(), 0);
});

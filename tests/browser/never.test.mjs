/** What cannot come on pages such as this one: said in the panel, and once in the console of whoever opens it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { pageWith, survey } from "./support/definitions.mjs";
import { DEBUG, GO, arrive, go, panel, term } from "./support/panel.mjs";
import { warnings } from "./support/recorder.mjs";

const NO_HELP_CENTER =
  "and so far no page was known for one of the help center. If this page is one, name its address in helpCenter of the definition";
const NO_SECTION =
  "and so far no page was known for one of a section. If this page is in one, name its address in sections of the definition";
const NO_LAYER =
  'and there was no dataLayer when the widget began to listen. Make it before the widget\'s tag, or tell the event with effortlet("track")';

/** A trigger, and what is said of it on a page of nobody's help center. */
const UNKNOWN = [
  [{ helpCenter: { visited: true } }, `a page of the help center, ${NO_HELP_CENTER}`],
  [{ helpCenter: { dwell: "30s" } }, `30 s spent on an article, ${NO_HELP_CENTER}`],
  [{ helpCenter: { contactAfter: 2 } }, `the contact page after 2 articles, ${NO_HELP_CENTER}`],
  [{ sectionLeave: {} }, `leaving a section, ${NO_SECTION}`],
  [{ sectionLeave: { section: "billing" } }, `leaving the section "billing", ${NO_SECTION}`],
  [{ event: { name: "solved", from: "dataLayer" } }, `the event "solved", ${NO_LAYER}`],
];

test("triggers that no page such as this one can fire are named once in the console, and in the panel", async (t) => {
  const { page, seen } = await arrive(t, survey({ any: [GO, ...UNKNOWN.map(([trigger]) => trigger)] }));
  await page.clock.runFor(3000);
  await go(page);
  await page.clock.runFor(3000);
  const expected = UNKNOWN.map(([, words]) => `help-center waits for ${words}`);
  assert.deepEqual(warnings(seen), expected.map((words) => `effortlet: ${words}`));
  const shown = await panel(page).getByRole("region", { name: "Warnings" }).getByRole("listitem").allTextContents();
  assert.deepEqual(shown, expected);
});

/** Where the same triggers can come, or the survey is not meant to be: the survey, and the page with a data layer. */
const ALL = { any: UNKNOWN.map(([trigger]) => trigger) };
const POSSIBLE = [
  ["on a page of the help center", survey(ALL), "/help/billing/"],
  ["on a page that the survey is not for", survey(ALL, { audience: { page: { path: "/help/**" } } }), "/pricing"],
  ["whose elements may come later", survey({ any: [{ click: { selector: ".none" } }, { scroll: { element: ".none" } }] }), "/pricing"],
];

for (const [where, asks, path] of POSSIBLE) {
  test(`nothing is said of triggers ${where}`, async (t) => {
    const { page, seen } = await arrive(t, asks, {
      path: `${path}?effortlet-debug`,
      pages: { [path]: pageWith() },
      before: (context) => context.addInitScript(() => (window.dataLayer = [])),
    });
    await panel(page).waitFor({ state: "attached" });
    await page.clock.runFor(3000);
    assert.deepEqual(warnings(seen), []);
  });
}

test("a visit that has read an article is one of a help center on every page", async (t) => {
  const { page, seen } = await arrive(t, survey({ any: [{ helpCenter: { articles: 9 } }, { helpCenter: { dwell: "30s" } }] }), {
    path: "/help/billing/refunds?effortlet-debug",
    pages: { "/help/billing/refunds": pageWith(), "/pricing": pageWith() },
  });
  await panel(page).waitFor({ state: "attached" });
  await page.evaluate(() => history.pushState({}, "", "/pricing?effortlet-debug"));
  await page.clock.runFor(5000);
  assert.match(await term(page, "Page"), /^\/pricing/);
  assert.deepEqual(warnings(seen), []);
});

test("in a frame an exit that does not count there is named", async (t) => {
  const frame = `<iframe src="${DEBUG}" style="width: 600px; height: 500px"></iframe>`;
  const { page, seen } = await arrive(t, survey({ any: [{ exitIntent: {} }, { exitIntent: { frames: true } }] }), {
    pages: { "/framing": `<!doctype html><title>Frame</title>${frame}` },
  });
  assert.deepEqual(warnings(seen), [], "not framed");
  await page.goto("/framing");
  const framed = page.frame({ url: /debug/ });
  const armed = framed.evaluate(() => window.effortlet("explain", ""));
  await page.clock.runFor(50);
  await framed.evaluate(() => {});
  await armed;
  await framed.locator("effortlet-debug").waitFor({ state: "attached" });
  await page.clock.runFor(3000);
  await framed.evaluate(() => {});
  assert.deepEqual(warnings(seen), ['effortlet: help-center waits for exit intent, which does not count in a frame. Say "frames": true if it should']);
});

test("the panel says where the page has nothing now that a click or a scroll could be about", async (t) => {
  const triggers = { any: [{ click: { selector: ".late" } }, { click: {} }, { click: { selector: ".inner" } }, { scroll: { element: "h1" } }] };
  const { page } = await arrive(t, survey(triggers));
  await page.evaluate(() => {
    const host = document.createElement("div");
    document.body.append(host);
    host.attachShadow({ mode: "open" }).innerHTML = '<p class="inner">Here</p>';
  });
  await page.clock.runFor(2000);
  const said = () => panel(page).locator(".said").filter({ hasText: "nothing on this page is that now" }).allTextContents();
  const nothing = "nothing on this page is that now";
  assert.deepEqual(await said(), [`a click on .late${nothing}`, `a click on what is marked with data-effortlet${nothing}`]);
  await page.evaluate(() => document.body.insertAdjacentHTML("beforeend", '<p class="late">Late</p>'));
  await page.clock.runFor(2000);
  assert.deepEqual(await said(), [`a click on what is marked with data-effortlet${nothing}`]);
});

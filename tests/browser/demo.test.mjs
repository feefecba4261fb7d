/**
 * The demo as it is served: every trigger, as its home page tells how.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { freshContext } from "./support/browser.mjs";
import { startCollector } from "./support/collector.mjs";
import { DEMO } from "./support/paths.mjs";
import { record } from "./support/recorder.mjs";
import { NOON, stopClock } from "./support/stage.mjs";
import { acknowledged, arm, asked, close, leaveByTop, nudge, open, staysQuiet, turnWheel } from "./support/visitor.mjs";

const FOUND = "Did you find the information you needed?";
const SOLVED = "How easy was it to solve your problem?";

/** "In the first 10 seconds of a first visit it asks nothing." */
const SETTLED = 10_000;

async function arrive(t, path) {
  const collector = await startCollector(t, { definition: DEMO });
  const context = await freshContext(t, { baseURL: collector.address, viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  const seen = record(page);
  await stopClock(page, NOON);
  await open(page, path);
  await page.clock.runFor(SETTLED);
  return { collector, page, seen };
}

/** On to another page of the demo. */
async function follow(page, link) {
  const address = await link.evaluate((it) => it.href);
  await link.click();
  await page.waitForURL(address);
  await arm(page);
  await page.clock.runFor(SETTLED);
}

async function scrollToTheEnd(page) {
  const height = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  await turnWheel(page, Math.floor(height / 2));
  await staysQuiet(page, "halfway");
  await turnWheel(page, Math.floor(height / 2));
}

async function readThree(page) {
  for (const article of ["report-a-fault", "after-an-accident", "lost-property"]) {
    await staysQuiet(page, `before ${article}`);
    await follow(page, page.locator(`main a[href="/help/safety/${article}/"]`).first());
  }
}

async function readThreeGuides(page) {
  for (const guide of ["first-week", "rain", "shopping"]) {
    await page.locator(`main a[href="/help/guides/${guide}/"]`).first().click();
    await page.clock.runFor(200);
    if (guide !== "shopping") await staysQuiet(page, guide);
  }
}

async function haveItSolved(page) {
  await page.getByRole("button", { name: "When does my refund arrive?" }).click();
  await page.clock.runFor(700);
  await page.getByRole("button", { name: "That solved it" }).click();
  await page.clock.runFor(700);
}

const TRIGGERS = [
  ["being about to leave", "Try it on “Refunds”", leaveByTop, FOUND],
  ["reading most of the long article", "Try it on “The riding handbook”", scrollToTheEnd, FOUND],
  ["pressing Share", "Try it on “Invoices”", (page) => page.getByRole("button", { name: "Share" }).click(), FOUND],
  ["following the call to action", "Try it on “Invoices”", (page) => page.locator(".cta").click(), FOUND],
  ["reading three articles", "Start with “Safety and trouble”", readThree, FOUND],
  ["having a problem solved", "Go to the chat", haveItSolved, SOLVED],
];

for (const [what, link, act, question] of TRIGGERS) {
  test(`${what} is asked about, where the home page sends people`, async (t) => {
    const { page, seen } = await arrive(t, "/");
    await staysQuiet(page, "on the home page");
    await follow(page, page.getByRole("link", { name: link }));
    await act(page);
    await asked(page, question);
    assert.deepEqual([seen.console, seen.errors], [[], []]);
  });
}

test("guides count as articles although they change without loading a page", async (t) => {
  const { page, seen } = await arrive(t, "/help/guides/");
  await readThreeGuides(page);
  await asked(page, FOUND);
  assert.deepEqual([seen.console, seen.errors], [[], []]);
});

test("after an answer the demo is quiet until Start over, and then asks again", async (t) => {
  const { collector, page, seen } = await arrive(t, "/help/payments/invoices/");
  const share = page.getByRole("button", { name: "Share" });
  await share.click();
  await asked(page, FOUND);
  await nudge(page).getByRole("button", { name: "Yes" }).click();
  await acknowledged(page);
  assert.deepEqual(await collector.rows("select survey, page_section, page_article from response"), [
    { survey: "help-center", page_section: "payments", page_article: "invoices" },
  ]);
  await close(page);
  await page.clock.runFor(60_000);
  await share.click();
  await staysQuiet(page, "after an answer");

  const loaded = page.waitForEvent("load");
  await page.getByRole("button", { name: "Start over" }).click();
  await page.clock.runFor(300);
  await loaded;
  await arm(page);
  await page.clock.runFor(SETTLED);
  assert.match(await page.locator("[data-started-over]").first().textContent(), /^Done\./);
  await share.click();
  await asked(page, FOUND);
  assert.deepEqual([seen.console, seen.errors], [[], []]);
});

const LANGUAGES = [
  ["ro", "Ai găsit informația de care aveai nevoie?", "Da", /^În ce măsură ești de acord: Cicora m-a ajutat/],
  ["ru", "Вы нашли нужную информацию?", "Да", /^Насколько вы согласны: Cicora помогает/],
];

for (const [language, found, yes, helped] of LANGUAGES) {
  test(`the demo in ${language} asks in ${language}`, async (t) => {
    const { collector, page, seen } = await arrive(t, `/${language}/help/payments/invoices/`);
    await page.locator("[data-share]").click();
    await asked(page, found);
    await nudge(page).getByRole("button", { name: yes, exact: true }).click();
    await asked(page, helped);
    await acknowledged(page);
    assert.deepEqual(await collector.rows("select locale from response"), [{ locale: language }]);
    assert.deepEqual([seen.console, seen.errors], [[], []]);
  });
}

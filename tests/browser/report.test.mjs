/**
 * The report's pages in a real browser: kept up to date while they are open, chosen from by keyboard, and
 * held to WCAG at each width, in light and dark.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { freshContext } from "./support/browser.mjs";
import { startCollector } from "./support/collector.mjs";
import { definition } from "./support/definitions.mjs";
import { record } from "./support/recorder.mjs";
import { ASKED, answer, from, response } from "./support/answers.mjs";
import { faultsOfReport, logIn } from "./support/report.mjs";

const known = { definition: ASKED };

test("a page that is open shows answers as they come, and leaves what somebody is in", async (t) => {
  const collector = await startCollector(t, { ...known, closed: true });
  await answer(collector, from(0, 10), 6);
  const { page, seen } = await logIn(t, collector);
  await page.goto("/report/help-center");
  const heading = page.locator(".heading");
  await heading.getByText("10 responses").waitFor();
  const details = page.locator(".filters details");
  await details.locator("summary").click();
  await page.getByLabel("Article").fill("ref");
  await answer(collector, from(10, 10), 2);
  await heading.getByText("20 responses").waitFor();
  await page.locator(".hero").getByText("from 20 ratings").waitFor();
  assert.equal(await details.evaluate((it) => it.open), true);
  assert.equal(await page.getByLabel("Article").inputValue(), "ref");
  assert.equal(await page.evaluate(() => document.activeElement.id), "article");
  assert.deepEqual([seen.console, seen.errors], [[], []]);
});

test("the list of surveys shows the first answers of all", async (t) => {
  const collector = await startCollector(t, { ...known, closed: true });
  const { page } = await logIn(t, collector);
  await page.goto("/report/");
  await page.getByText("No answers yet").waitFor();
  await answer(collector, from(0, 10), 6);
  await page.getByRole("link", { name: "help-center" }).waitFor();
});

test("a collector that is asked to stop is not held up by a page that is open", async (t) => {
  const collector = await startCollector(t, { ...known, closed: true });
  const { page } = await logIn(t, collector);
  const listening = page.waitForResponse((it) => it.url().includes("/-/live?"));
  await page.goto("/report/");
  await listening;
  const began = performance.now();
  await collector.stop();
  assert.ok(performance.now() - began < 4_000, "expected it not to wait its five seconds for what is under way");
});

test("a comment is marked and noted by keyboard alone, and found again", async (t) => {
  const collector = await startCollector(t, { ...known, closed: true });
  await answer(collector, from(0, 10), 2);
  const { page } = await logIn(t, collector);
  await page.goto("/report/help-center");
  await page.getByRole("link", { name: "All comments" }).focus();
  await page.keyboard.press("Enter");
  const first = page.locator(".said").first();
  const text = await first.locator("blockquote").innerText();
  await first.locator("summary").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Rewritten");
  await first.getByRole("button", { name: "Done" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/#c-/);
  assert.equal(await first.getByRole("button", { name: "Done" }).getAttribute("aria-pressed"), "true");
  await page.getByLabel("State", { exact: true }).selectOption("Done");
  await page.getByRole("button", { name: "Show" }).click();
  await page.waitForURL(/state=done/);
  assert.deepEqual(await page.locator(".said blockquote").allInnerTexts(), [text]);
  assert.equal(await page.locator(".said textarea").inputValue(), "Rewritten");
});

test("filters are chosen by keyboard, and stand in an address that can be shared and reloaded", async (t) => {
  const collector = await startCollector(t, { sample: 3_000, closed: true });
  const { page } = await logIn(t, collector);
  await page.goto("/report/help-center");
  await page.locator(".filters summary").focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("Section").focus();
  await page.keyboard.type("section-3");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForURL(/section=section-3/);
  const shown = () => page.locator(".heading, .hero .big").allInnerTexts();
  const before = await shown();
  await page.reload();
  assert.deepEqual(await shown(), before);
  await page.getByRole("link", { name: "Without the filter Section: section-3" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => !url.search.includes("section"));
});

/** What a shared address shows, or nothing where nobody has answered. */
async function share(page, report) {
  await page.goto(report);
  const link = page.getByRole("link", { name: "Share this report" });
  if ((await link.count()) === 0) return undefined;
  await link.click();
  await page.getByRole("button", { name: "Share", exact: true }).click();
  return new URL(await page.locator(".made code").innerText()).pathname;
}

test("a report is shared by keyboard, read by a stranger, and ended", async (t) => {
  const collector = await startCollector(t, { ...known, closed: true });
  await answer(collector, from(0, 10), 6);
  const { page } = await logIn(t, collector);
  await page.goto("/report/help-center?section=billing");
  await page.getByRole("link", { name: "Share this report" }).focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("It can be read for").focus();
  await page.keyboard.type("30");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const address = await page.locator(".made code").innerText();
  assert.ok(address.startsWith(`${collector.address}/shared/`), address);
  const strangers = await (await freshContext(t)).newPage();
  const seen = record(strangers);
  await strangers.goto(address);
  await strangers.locator(".hero").getByText("from 10 ratings").waitFor();
  assert.equal(await strangers.getByText("Shorter sentences").count(), 0);
  assert.deepEqual(await strangers.locator("a").allInnerTexts(), ["Skip to the report"]);
  await page.getByRole("button", { name: "End now" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("None now.").waitFor();
  await strangers.reload();
  await strangers.getByRole("heading", { name: "This address shows nothing" }).waitFor();
  assert.deepEqual(seen.errors, []);
});

test("the week of a survey fits one sheet of paper", async (t) => {
  const collector = await startCollector(t, { sample: [3_000, "--demo"], closed: true });
  const { page } = await logIn(t, collector);
  await page.goto("/report/-/digest?survey=help-center&week=2026-W08");
  await page.getByRole("heading", { name: "Week 8 of 2026" }).waitFor();
  const pages = (await page.pdf({ format: "A4" })).toString("latin1").match(/\/Type \/Page\b/g);
  assert.equal(pages.length, 1);
  await page.getByRole("link", { name: "Week before" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Week 7 of 2026" }).waitFor();
});

test("on a phone a figure that stands alone has the whole width", async (t) => {
  const found = definition({ id: "help-center", version: "1", triggers: { exitIntent: {} }, questions: [{ id: "found", kind: "yesNo", text: "Did you find it?" }] });
  const collector = await startCollector(t, { definition: found, closed: true });
  const all = from(0, 6).map((it) => ({ ...response(it, 6), answers: response(it, 6).answers.slice(0, 1) }));
  const reply = await fetch(`${collector.address}/v1/responses`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(all) });
  assert.equal(reply.status, 200, await reply.text());
  const { page } = await logIn(t, collector);
  await page.setViewportSize({ width: 375, height: 800 });
  await page.goto("/report/help-center");
  const widths = await page.locator(".tiles, .tile").evaluateAll((both) => both.map((it) => it.getBoundingClientRect().width));
  assert.equal(widths.length, 2);
  assert.equal(widths[0], widths[1]);
});

const PAGES = ["/report/", "/report/help-center", "/report/help-center?from=2026-02-30", "/report/-/comments?survey=help-center", "/report/-/topics?survey=help-center", "/report/-/topics?survey=help-center&class=lost", "/report/-/edits?survey=help-center", "/report/-/nonresponse?survey=help-center", "/report/-/shares?survey=help-center", "/report/-/digest?survey=help-center"];

for (const [data, settings] of [
  ["nothing", known],
  ["a few answers", { ...known, few: true }],
  ["thousands of answers", { sample: [3_000, "--demo"] }],
]) {
  test(`with ${data} nothing is wrong by axe, and nothing is wider than the window`, async (t) => {
    const collector = await startCollector(t, { ...settings, closed: true });
    if (settings.few) await answer(collector, from(0, 3), 5);
    const { page } = await logIn(t, collector, { bypassCSP: true });
    const wrong = [];
    for (const path of [...PAGES, await share(page, "/report/help-center")].filter((it) => it !== undefined)) {
      await page.goto(path);
      wrong.push(...(await faultsOfReport(page, { widths: [320, 768, 1440] })));
    }
    assert.deepEqual(wrong, []);
  });
}

/** The documentation as it is served: read, searched, by everybody, and asked about by the widget. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { freshContext } from "../browser/support/browser.mjs";
import { startCollector } from "../browser/support/collector.mjs";
import { faultsInLightAndDark } from "../browser/support/examined.mjs";
import { record } from "../browser/support/recorder.mjs";
import { NOON, stopClock } from "../browser/support/stage.mjs";
import { acknowledged, asked, nudge, open, said, turnWheel } from "../browser/support/visitor.mjs";

const DEFINITION = fileURLToPath(new URL("../../docs/effortlet.json", import.meta.url));

/** What asks nobody, so that no nudge comes while axe looks. */
const SILENT = { version: 1, organization: "This documentation", surveys: [] };
const FOUND = "Did you find the information you needed?";

/** One of each shape: the picture, lists, long tables, generated keys, code. */
const PAGES = ["", "start/", "asking/", "collector/", "reference/triggers/", "javascript/"];

async function arrive(t, { definition = DEFINITION, ...settings } = {}) {
  const collector = await startCollector(t, { definition });
  const context = await freshContext(t, { baseURL: `${collector.address}/docs/`, ...settings });
  return { collector, page: await context.newPage() };
}

for (const width of [1280, 375]) {
  test(`every kind of page is accessible and fits in light and dark, ${width} pixels wide`, async (t) => {
    // So high that nothing of the list of pages is scrolled out of it, where axe sees no background.
    const { page } = await arrive(t, { definition: SILENT, viewport: { width, height: 2400 } });
    for (const path of PAGES) {
      await page.goto(path);
      await page.waitForFunction(() => document.documentElement.classList.contains("has-script"));
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${path} is wider than the window`);
      assert.deepEqual(await faultsInLightAndDark(page), [], path);
    }
  });
}

test("a reader finds a key by the keyboard alone, also with a slip", async (t) => {
  const { page } = await arrive(t);
  const seen = record(page);
  await page.goto("start/");
  await page.waitForFunction(() => document.documentElement.classList.contains("has-script"));
  for (const [words, expected] of [["exitintent", "reference/triggers/"], ["scrol percent", "reference/triggers/"], ["data-consent", "privacy/"], ["nginx", "deployment/"]]) {
    await page.keyboard.press("/");
    const dialog = page.getByRole("dialog", { name: "Search the documentation" });
    await page.keyboard.type(words);
    await dialog.locator(`a[href*="/docs/${expected}"]`).first().waitFor();
    await page.keyboard.press("Escape");
  }
  await page.keyboard.press("Control+k");
  await page.keyboard.type("restore a backup");
  await page.locator('dialog li:first-child a[href$="#restore-a-backup"]').waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/docs/collector/#restore-a-backup");
  assert.deepEqual(said(seen), []);
});

test("what is nowhere is said to be nowhere", async (t) => {
  const { page } = await arrive(t);
  await page.goto("start/");
  await page.getByRole("button", { name: "Search" }).click();
  await page.keyboard.type("xylophone");
  await page.getByText("Nothing about “xylophone”.").waitFor();
});

test("on a phone every page is reached from the list of pages", async (t) => {
  const { page } = await arrive(t, { viewport: { width: 375, height: 740 } });
  await page.goto("");
  await page.getByText("Pages", { exact: true }).click();
  await page.getByRole("navigation", { name: "All pages" }).getByRole("link", { name: "The debug panel" }).click();
  await page.waitForURL("**/docs/debug-panel/");
});

test("a snippet is copied as it stands", async (t) => {
  const { page } = await arrive(t, { permissions: ["clipboard-read", "clipboard-write"] });
  await page.goto("start/");
  const block = page.locator(".code").nth(2);
  await block.hover();
  await block.getByRole("button", { name: "Copy" }).click();
  await block.getByRole("button", { name: "Copied" }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), '<script src="http://127.0.0.1:8787/effortlet.js" async></script>');
});

test("whoever has read a page to its end is asked about the documentation, and is counted", async (t) => {
  const { collector, page } = await arrive(t);
  const seen = record(page);
  await stopClock(page, NOON);
  await open(page, "debug-panel/");
  await page.clock.runFor(10_000);
  await turnWheel(page, await page.evaluate(() => document.documentElement.scrollHeight - innerHeight));
  await asked(page, FOUND);
  await nudge(page).getByRole("button", { name: "Yes" }).click();
  await asked(page, "To what extent do you agree or disagree: This documentation helped me find a solution to my problem.");
  await acknowledged(page);
  const [response] = await collector.exported();
  assert.deepEqual([response.survey, response.page.article], ["documentation", "debug-panel"]);
  assert.deepEqual(said(seen), []);
});

test("the list of pages shows where the reader is, also where it is longer than the window", async (t) => {
  const { page } = await arrive(t, { viewport: { width: 1280, height: 600 } });
  await page.goto("privacy/");
  await page.waitForFunction(() => document.documentElement.classList.contains("has-script"));
  const link = page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Privacy" });
  assert.ok(await link.evaluate((it) => it.getBoundingClientRect().bottom < innerHeight));
  assert.equal(await page.evaluate(() => scrollY), 0);
});

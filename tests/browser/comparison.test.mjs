/**
 * Two periods or two versions side by side on a survey's page: chosen by keyboard, kept by the address, and held to WCAG.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { bringAxe, faultsOf } from "../browsers/support/axe.mjs";
import { freshContext } from "./support/browser.mjs";
import { startCollector } from "./support/collector.mjs";

async function open(t, collector, settings) {
  const context = await freshContext(t, settings);
  return context.newPage();
}

test("what figures are compared with is chosen by keyboard, and stands in an address that can be shared and reloaded", async (t) => {
  const collector = await startCollector(t, { sample: 3_000 });
  const page = await open(t, collector);
  await page.goto(`${collector.address}/report/help-center`);
  assert.equal(await page.locator("#compared").count(), 0, "nothing is before all days");
  await page.locator(".filters summary").focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("Other version").focus();
  await page.keyboard.type("1");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForURL(/withVersion=1/);
  const shown = () => page.locator("#compared").innerText();
  const before = await shown();
  assert.match(before, /Compared with version 1[^]*Asked differently[^]*Found it/);
  await page.reload();
  assert.equal(await shown(), before);
  await page.getByRole("link", { name: "Last 30 days" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/from=.*withVersion=1/);
  await page.getByRole("link", { name: "Do not compare with version 1" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => !url.search.includes("withVersion"));
});

test("days to compare with that are among those that are shown are refused where they were chosen", async (t) => {
  const collector = await startCollector(t, { sample: 3_000 });
  const page = await open(t, collector);
  const reply = await page.goto(`${collector.address}/report/help-center?from=2026-01-01&withFrom=2025-12-01&withTo=2026-01-05`);
  assert.equal(reply.status(), 400);
  assert.match(await page.getByRole("alert").innerText(), /people would be compared with themselves/);
  const field = page.getByLabel("Other first day");
  assert.deepEqual([await field.getAttribute("aria-invalid"), await field.inputValue()], ["true", "2025-12-01"]);
  await page.getByRole("link", { name: "All time" }).click();
  await page.waitForURL((url) => url.search === "");
  assert.equal(await page.locator(".hero .big").count(), 1, "a way out of it leads to figures");
});

/** Text in a chart, whose background axe leaves to people: it stands on the card as all soft text does, which axe judges. */
const isInChart = ({ open, id }) => open && id === "color-contrast";

/** The sign of multiplication stands for taking away and is no text that somebody would say; the name is the word for it. */
const isSign = ({ open, id, target }) => open && id === "label-content-name-mismatch" && /^li:nth-child\(\d\) > a/.test(target);

test("a comparison and edits in a trend have no fault by axe, and nothing is wider than the window", async (t) => {
  const collector = await startCollector(t, { sample: [6_000, "--demo"] });
  const wrong = [];
  let marks = 0;
  for (const colorScheme of ["light", "dark"]) {
    const page = await open(t, collector, { colorScheme, bypassCSP: true });
    for (const width of [320, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${collector.address}/report/help-center?from=2025-11-01&to=2026-03-01&withFrom=2025-09-01&withTo=2025-10-15`);
      await page.evaluate(() => document.querySelectorAll("details").forEach((it) => (it.open = true)));
      await bringAxe({ executeScript: (call, ...values) => page.evaluate(call, ...values) });
      const found = faultsOf(await page.evaluate(() => window.examine(document)));
      wrong.push(...found.filter((it) => !isInChart(it) && !isSign(it)).map((it) => [width, colorScheme, it.id, it.target, it.says]));
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (overflow > 0) wrong.push([width, `${overflow} px too wide`]);
      marks += await page.locator("svg.trend line.edited").count();
    }
  }
  assert.deepEqual(wrong, []);
  assert.ok(marks > 0, "edits were drawn");
});

/**
 * Two periods or two versions side by side on a survey's page: chosen by keyboard, kept by the address, and held to WCAG.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { freshContext } from "./support/browser.mjs";
import { startCollector } from "./support/collector.mjs";
import { faultsOfReport } from "./support/report.mjs";

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

/** The sign of multiplication stands for taking away and is no text that somebody would say; the name is the word for it. */
const isSign = ({ open, id, target }) => open && id === "label-content-name-mismatch" && /^li:nth-child\(\d\) > a/.test(target);

test("a comparison and edits in a trend have no fault by axe, and nothing is wider than the window", async (t) => {
  const collector = await startCollector(t, { sample: [6_000, "--demo"] });
  const page = await open(t, collector, { bypassCSP: true });
  await page.goto(`${collector.address}/report/help-center?from=2025-11-01&to=2026-03-01&withFrom=2025-09-01&withTo=2025-10-15`);
  await page.evaluate(() => document.querySelectorAll("details").forEach((it) => (it.open = true)));
  assert.deepEqual(await faultsOfReport(page, { widths: [320, 768, 1440], isExplained: isSign }), []);
  assert.ok((await page.locator("svg.trend line.edited").count()) > 0, "edits were drawn");
});

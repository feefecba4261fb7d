/**
 * Pages of the report as somebody sees them who is logged in, and what is wrong with one.
 */
import { bringAxe, faultsOf } from "../../browsers/support/axe.mjs";
import { freshContext } from "./browser.mjs";
import { PASSWORD } from "./collector.mjs";
import { record } from "./recorder.mjs";

/** A page of somebody who is logged in. */
export async function logIn(t, collector, settings) {
  const context = await freshContext(t, { baseURL: collector.address, ...settings });
  const page = await context.newPage();
  const seen = record(page);
  await page.goto("/report/-/login");
  await page.locator("#password").fill(PASSWORD);
  await page.locator("main button").click();
  await page.waitForURL((url) => !url.pathname.includes("login"));
  return { page, seen };
}

/** What brings axe into pages of any driver takes a page as WebDriver has it. */
const asDriven = (page) => ({ executeScript: (call, ...values) => page.evaluate(call, ...values) });

/** Text in a chart, whose background axe leaves to people: it stands on the card as all soft text does, which axe judges. */
const isInChart = ({ open, id }) => open && id === "color-contrast";

/** What is wrong by axe at a width, and whether anything is wider than the window. */
export async function faultsAt(page, path, width) {
  await page.setViewportSize({ width, height: 900 });
  await page.goto(path);
  await bringAxe(asDriven(page));
  const found = faultsOf(await page.evaluate(() => window.examine(document)));
  const wrong = found.filter((it) => !isInChart(it)).map((it) => [path, width, it.id, it.target, it.says]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return overflow > 0 ? [...wrong, [path, width, `${overflow} px too wide`]] : wrong;
}

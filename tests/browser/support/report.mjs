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

const SCHEMES = ["light", "dark"];

/**
 * What is wrong by axe on the page that is open, at each of these widths and in each of these schemes, and
 * whether anything is wider than the window. `more` looks for what is wrong besides; what is found and
 * `isExplained` is not.
 */
export async function faultsAt(page, { widths, schemes = SCHEMES, more = () => [], isExplained = () => false }) {
  await bringAxe(asDriven(page));
  const wrong = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme });
      const found = faultsOf(await page.evaluate(() => window.examine(document))).filter((it) => !isInChart(it) && !isExplained(it));
      wrong.push(...found.map((it) => [page.url(), width, colorScheme, it.id, it.target, it.says]));
    }
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (overflow > 0) wrong.push([page.url(), width, `${overflow} px too wide`]);
    wrong.push(...(await more(page)).map((it) => [page.url(), width, ...it]));
  }
  return wrong;
}

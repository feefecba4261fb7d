/**
 * Pages of the report as somebody sees them who is logged in, and what is wrong with one.
 */
import { freshContext } from "./browser.mjs";
import { PASSWORD } from "./collector.mjs";
import { faultsInLightAndDark } from "./examined.mjs";
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

/** Text in a chart, whose background axe leaves to people: it stands on the card as all soft text does, which axe judges. */
const isInChart = ({ open, id }) => open && id === "color-contrast";

/**
 * What is wrong by axe on the page that is open, in light and dark at each of these widths, and whether anything
 * is wider than the window. `more` looks for what is wrong besides; what is found and `isExplained` is not.
 */
export async function faultsAt(page, { widths, more = () => [], isExplained = () => false }) {
  const wrong = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const found = (await faultsInLightAndDark(page)).filter((it) => !isInChart(it) && !isExplained(it));
    wrong.push(...found.map(({ colorScheme, id, target, says }) => [page.url(), width, colorScheme, id, target, says]));
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (overflow > 0) wrong.push([page.url(), width, `${overflow} px too wide`]);
    wrong.push(...(await more(page)).map((it) => [page.url(), width, ...it]));
  }
  return wrong;
}

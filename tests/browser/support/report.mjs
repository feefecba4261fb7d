/**
 * Pages of the report as somebody sees them who is logged in, and what is wrong with one.
 */
import { freshContext } from "./browser.mjs";
import { PASSWORD } from "./collector.mjs";
import { faultsAt } from "./examined.mjs";
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

/** What is wrong on a page of the report that is open, as `faultsAt` says it. */
export const faultsOfReport = (page, { isExplained = () => false, ...asked }) =>
  faultsAt(page, { ...asked, isExplained: (it) => isInChart(it) || isExplained(it) });

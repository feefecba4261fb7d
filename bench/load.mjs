/**
 * Main-thread time from navigation until the widget is armed, minus that of the blank page; in time of the
 * processor, which leaves out the moments that other programs had it.
 */
import { SETTLED } from "./site.mjs";
import { interleaved, median } from "./statistics.mjs";

const RUNS = 15;

/** What one series of runs gave, for all metrics. */
let series;

/** `metric` is a name of the browser's Performance.getMetrics, in seconds. */
export function loadCost(metric) {
  return async (site) => {
    series ??= interleaved(RUNS, ["/blank", "/widget"].map((path) => () => load(site, path)));
    const [blank, widget] = (await series).map((runs) => median(runs.map((metrics) => metrics[metric] * 1000)));
    return { measured: widget - blank, blank };
  };
}

async function load(site, path) {
  const { page, context } = await site.open(path);
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.goto(path);
  await page.waitForTimeout(SETTLED);
  const { metrics } = await session.send("Performance.getMetrics");
  await context.close();
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

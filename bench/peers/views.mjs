/**
 * Each kind of page view that our script makes of a polite survey, as far as a month is made of them:
 * a visitor's first and a later one, and one after a trigger came, of who is in the sample and of who is not.
 *
 * Who is in a sample of 10 % is drawn by chance; here chance is loaded, until both have been found.
 */
import { median } from "../statistics.mjs";
import { openTab } from "./browser.mjs";
import { definitionOf, effortlet } from "./candidates.mjs";
import { openSite } from "./site.mjs";
import { view } from "./visit.mjs";

const SAMPLE = { audience: { sample: { percent: 10 } }, frequency: { preset: "polite" } };
const EVERYBODY = { frequency: { preset: "polite" } };

/** What chance said when a visitor in the sample was found last; others are tried from there on. */
const LIKELY = 3;

/** Milliseconds in which nobody is asked on a first visit, and a little more. */
const NEWCOMER = 10_500;

/** Medians of `runs` by the kind of view: bytes, and script and tasks less those of the page alone, `blank`. */
export async function kindsOfView(browser, runs, blank) {
  const [sampled, unsampled] = await drawn(browser);
  const medians = (list) => ({
    requests: median(list.map(({ requests }) => requests)),
    brotli: median(list.map(({ brotli }) => brotli)),
    script: median(list.map(({ script }) => script)) - blank.script,
    tasks: median(list.map(({ tasks }) => tasks)) - blank.tasks,
  });
  const begun = {
    unsampled: await begin(browser, runs, SAMPLE, unsampled),
    sampled: await begin(browser, runs, SAMPLE, sampled),
    everybody: await begin(browser, runs, EVERYBODY),
  };
  await new Promise((resolve) => setTimeout(resolve, NEWCOMER));
  const kinds = [];
  for (const [kind, it] of Object.entries(begun)) {
    const views = await finish(it, kind !== "unsampled");
    kinds.push([kind, Object.fromEntries(Object.entries(views).map(([name, list]) => [name, medians(list)]))]);
  }
  return Object.fromEntries(kinds);
}

const siteOf = (more, chance) => {
  const loaded = chance === undefined ? "" : `<script>Crypto.prototype.getRandomValues = (values) => new Uint8Array(values.buffer, values.byteOffset, values.byteLength).fill(${chance}) && values</script>`;
  const ours = effortlet(definitionOf(more));
  return openSite({ ...ours, tags: loaded + ours.tags });
};

/** What chance has to say for a visitor in the sample, and for one who is not in it: it is drawn once the page listens. */
async function drawn(browser) {
  const found = [];
  for (let chance = LIKELY; !(0 in found && 1 in found); chance = (chance + 1) % 256) {
    const site = await siteOf({ ...SAMPLE, frequency: { preset: "none" } }, chance);
    const tab = await openTab(browser);
    await tab.page.goto(site.address);
    await tab.evaluate('effortlet("track", "go")');
    await tab.wait(200);
    found[(await tab.evaluate("Boolean(bench.card())")) ? 0 : 1] ??= chance;
    await tab.close();
    site.close();
  }
  return found;
}

/** A first view of each visitor and a later one. */
async function begin(browser, runs, more, chance) {
  const site = await siteOf(more, chance);
  const views = { first: [], later: [], rested: [] };
  const tabs = [];
  for (let run = 0; run < runs; run += 1) {
    const tab = await openTab(browser);
    views.first.push(await view(tab, site));
    views.later.push(await view(tab, site));
    tabs.push(tab);
  }
  return { site, views, tabs };
}

/** A trigger comes, and then one more view. */
async function finish({ site, views, tabs }, asks) {
  for (const tab of tabs) {
    await tab.evaluate("go()");
    await tab.wait(500);
    if ((await tab.evaluate("Boolean(bench.card())")) !== asks) throw new Error(`expected a nudge to be ${asks ? "shown" : "held"}`);
    if (asks) await tab.press(await tab.evaluate("bench.place()"));
    await tab.wait(500);
    views.rested.push(await view(tab, site));
    await tab.close();
  }
  site.close();
  return views;
}

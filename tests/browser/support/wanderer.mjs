/**
 * A site with a help center, made of pages that load or as one app, and a visitor's way through it:
 * links that are clicked, searches that are typed.
 */
import assert from "node:assert/strict";
import { definition, pageWith, survey } from "./definitions.mjs";
import { stageInWindow, stageWithoutCollector } from "./stage.mjs";
import { announcements, arm, glide, open, press, said, staysQuiet } from "./visitor.mjs";

/** Milliseconds that a visitor takes in what was loaded. Nothing here waits for a reading of where the page stands. */
export const SETTLE = 500;

const QUESTION = "Did you find the information you needed?";

/** How a site may be made. */
export const MADE = { "page loads": false, "an app's routes": true };

const LINKS = {
  Root: "/",
  Pricing: "/pricing",
  Help: "/help",
  Billing: "/help/billing",
  Refunds: "/help/billing/refunds",
  Cards: "/help/billing/cards",
  Start: "/help/setup/start",
  Contact: "/help/contact",
  Gone: "/help/billing/gone",
};

const navigation = (links) => `<nav>${Object.entries(links).map(([name, path]) => `<a href="${path}">${name}</a>`).join(" ")}</nav>
<form action="/help/search"><input name="q" aria-label="Search"><button>Find</button></form>`;

/** Links and searches are routes, as routers have it. */
const APP = `<script>
const go = (event, address) => {
  event.preventDefault();
  history.pushState(0, "", address);
  fill();
};
document.querySelector("nav").addEventListener("click", (event) => event.target.href && go(event, event.target.href));
document.forms[0].addEventListener("submit", (event) =>
  go(event, "/help/search?" + new URLSearchParams(new FormData(event.target))));
addEventListener("popstate", () => fill());
</script>`;

/** A page's own part, as it is fetched: `late` milliseconds after the page came. */
const filling = (mains, late) => `<script>
const fill = () => {
  const main = document.querySelector("main");
  const text = ${JSON.stringify(mains)}[location.pathname + location.search] ?? "<h1>Help</h1>";
  main.replaceChildren();
  ${late ? `setTimeout(() => (main.innerHTML = text), ${late})` : "main.innerHTML = text"};
};
fill();
// The clock of a test knows nothing of how a page was loaded.
performance.getEntriesByType = (type) => measured.getEntriesByType(type);
addEventListener("pageshow", ({ persisted }) => (window.restored = persisted));
</script>`;

/**
 * `app` has links be routes; `window` has a browser of its own. `links` are more of them; `mains` are what pages have in their
 * main part, by path and query, `late` how many milliseconds after them; `aside` is on all pages.
 * `statuses` are those of pages that are not found, `more` is of the definition.
 */
export async function arrive(t, triggers, settings = {}) {
  const { app, window, mains = {}, late = 0, aside = "", statuses = {}, more, at = "/" } = settings;
  const links = { ...LINKS, ...settings.links };
  const html = pageWith({ body: `${navigation(links)}${aside}<main></main>${filling(mains, late)}${app ? APP : ""}` });
  const answer = ({ url }, reply) => reply.writeHead(statuses[url] ?? 200, { "content-type": "text/html; charset=utf-8" }).end(html);
  const pages = Object.fromEntries(["/help/search", ...Object.values(links)].map((path) => [path, answer]));
  const stage = await (window ? stageInWindow : stageWithoutCollector)(t, {
    definition: definition(survey(triggers), { endpoint: undefined, ...more }),
    pages,
  });
  const heard = await announcements(stage.context);
  await stage.context.addInitScript(() => (window.measured = performance));
  const { page, seen } = await stage.tabAt();
  await open(page, stage.host.url(at), SETTLE);
  /** The triggers that have asked. */
  const shown = () => heard.filter(({ happening }) => happening === "shown").map(({ trigger }) => trigger);
  return { ...stage, page, seen, app, heard, shown };
}

/**
 * Goes a way of steps such as `Refunds; wait 9 -> asked`: what is asked is closed again, and nothing
 * is asked where the way does not say so.
 */
export async function wander({ page, app, heard }, way) {
  for (const [position, step] of way.split("; ").entries()) {
    const [act, then] = step.split(" -> ");
    const [word, ...words] = act.split(" ");
    const before = heard?.length;
    await (ACTS[word] ?? follow)(page, app, words.join(" ") || word);
    if (then) await askedAndClosed(page, heard, before, `step ${position + 1}, ${step}`);
    else await staysQuiet(page, `step ${position + 1}, ${step}`);
  }
}

/** It is announced once it has been painted. How it is closed is not what is tested here. */
async function askedAndClosed(page, heard, before, step) {
  await heard.reaches(before + 1).catch(() => assert.fail(`${step}: expected to be asked`));
  const told = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector("effortlet-nudge");
    const heading = shadowRoot.querySelector("h2");
    const asked = [heading.textContent, heading.checkVisibility()];
    shadowRoot.querySelector(".close").click();
    return asked;
  });
  assert.deepEqual(told, [QUESTION, true], step);
  await heard.reaches(before + 2);
  await staysQuiet(page, `${step}, closed`);
}

/** Goes a way, and nothing else was said or shown. */
export async function wanderAlone(visit, way) {
  await wander(visit, way);
  assert.equal(visit.shown().length, way.split(" -> ").length - 1);
  assert.deepEqual(said(visit.seen), []);
}

const ACTS = {
  async search(page, app, words) {
    await press(page, "form input", undefined, { clickCount: 3 });
    await page.keyboard.type(words);
    // Whoever has just typed is left alone, which is not what is tested here.
    await page.clock.runFor(3_000);
    await turn(page, app, () => press(page, "form button"));
  },
  async reload(page) {
    await page.reload();
    await arm(page, SETTLE);
  },
  async back(page, app) {
    const before = page.url();
    await page.goBack();
    await page.waitForFunction((url) => location.href !== url, before);
    await (app ? routed(page) : arm(page, SETTLE));
  },
  /** By the history, to a page that has waited in the back-forward cache; only in a browser of its own. */
  async return(page) {
    await page.evaluate(() => history.back());
    await page.waitForFunction(() => window.restored);
    await page.evaluate(() => (window.restored = false));
    await routed(page);
  },
  /** Seconds. */
  wait: (page, app, seconds) => page.clock.runFor(seconds * 1000),
  move: (page) => glide(page, [300, 300], [310, 310]),
};

const follow = (page, app, name) => turn(page, app, () => press(page, "a", name));

/** Until the page that something leads to has begun. */
async function turn(page, app, act) {
  if (app) {
    await act();
    return routed(page);
  }
  const loaded = page.waitForEvent("load");
  await act();
  await loaded;
  await arm(page, SETTLE);
}

/** A route is noticed once the page's router has done its part. */
const routed = (page) => page.clock.runFor(10);

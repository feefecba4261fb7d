/** Whom a survey is for: the page, the way to it, and what was remembered. `audience.test.mjs` has what the page tells. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { askedOf, definitionOf, isAsked } from "./support/asking.mjs";
import { pageWith } from "./support/definitions.mjs";
import { startHost } from "./support/host.mjs";
import { NOON, stageInWindow, stageWithoutCollector } from "./support/stage.mjs";
import { arm, close, follow, nudge, open } from "./support/visitor.mjs";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What an article's body has in it: ways to other pages. */
const LINKS = `<h1>Help</h1><a href="/help/one">One</a> <a href="/help/two">Two</a> <a href="/help/three" target="_blank">Three</a>`;

/** Pages with these links at these paths. `more` is of the definition. */
async function begin(t, audiences, { paths = ["/help/one", "/help/two", "/help/three", "/landing"], more, settings } = {}) {
  const pages = Object.fromEntries(paths.map((path) => [path, pageWith({ body: LINKS })]));
  return stageWithoutCollector(t, { definition: definitionOf(audiences, more), pages, settings });
}

const PAGES = {
  path: { page: { path: "/help/**" } },
  elsewhere: { not: { page: { path: "/help/**" } } },
  query: { page: { query: { plan: "pro" } } },
  seats: { page: { query: { seats: { atLeast: 10 } } } },
  "no-query": { page: { query: { plan: { present: false } } } },
  words: { page: { query: { q: "à la carte" } } },
  url: { page: { url: { contains: "/billing/" } } },
  matches: { page: { url: { matches: "^https?://[^/]+/(help|faq)/[a-z]+(/|$)" } } },
  fragment: { page: { url: { matches: "#!?/refunds$" } } },
  article: { page: { kind: "article" } },
  "a-list": { page: { kind: ["category", "home"] } },
  other: { page: { kind: "other" } },
  billing: { page: { section: ["billing", "cards"] } },
  refunds: { page: { article: { startsWith: "refund" } } },
  both: { page: { path: "/help/**", query: { plan: "pro" } } },
};

/** Who is asked where. */
const PLACES = [
  ["/pricing", ["elsewhere", "no-query", "other"]],
  ["/pricing?plan=pro", ["elsewhere", "query", "other"]],
  ["/help", ["path", "no-query", "a-list"]],
  ["/help/billing", ["path", "no-query", "matches", "a-list", "billing"]],
  ["/help/billing/refunds", ["path", "no-query", "url", "matches", "article", "billing", "refunds"]],
  ["/help/billing/refunds?plan=pro&seats=12", ["path", "query", "seats", "url", "matches", "article", "billing", "refunds", "both"]],
  ["/help/setup/start?plan=free&seats=9", ["path", "matches", "article"]],
  ["/help/setup/start?q=%C3%A0+la%20carte&plan", ["path", "words", "matches", "article"]],
  ["/pricing#!/refunds", ["elsewhere", "no-query", "fragment", "other"]],
  ["/ro/help/cards/limits", ["elsewhere", "no-query", "article", "billing"]],
];

test("a page is known by its address and by what the help center says of it, and so is each route", async (t) => {
  const { tabAt } = await begin(t, PAGES, { paths: ["/pricing", "/help"] });
  const { page, seen } = await tabAt();
  await open(page, "/pricing");
  for (const [place, expected] of PLACES) {
    await page.evaluate((place) => history.pushState(0, "", place), place);
    await page.clock.runFor(10);
    assert.deepEqual(await askedOf(page, PAGES), expected, place);
  }
  await open(page, "/help");
  assert.deepEqual(await askedOf(page, PAGES), PLACES.find(([place]) => place === "/help")[1], "/help, loaded");
  assert.deepEqual([seen.console, seen.errors], [[], []]);
});

test("a nudge that nobody has touched goes with the route that it was for, and one that was begun stays", async (t) => {
  const { tabAt } = await begin(t, PAGES, { paths: ["/help/one"] });
  const { page } = await tabAt();
  await open(page, "/help/one");
  const route = async (to) => {
    await page.evaluate((to) => history.pushState(0, "", to), to);
    await page.clock.runFor(10);
  };
  assert.equal(await isAsked(page, "path"), true);
  await route("/help/two");
  assert.equal(await nudge(page).count(), 1, "where it is for as well");
  await route("/pricing");
  assert.equal(await nudge(page).count(), 0, "where it is not");
  await route("/help/one");
  assert.equal(await isAsked(page, "path"), true);
  await nudge(page).getByRole("radio").first().click();
  await route("/pricing");
  assert.equal(await nudge(page).count(), 1, "once it was begun");
});

const WAYS = {
  engine: { referrer: { startsWith: "http://127.0.0.1" } },
  results: { referrer: { contains: "/search?q=refunds" } },
  typed: { referrer: { present: false } },
  landing: { entry: { path: "/landing" } },
  "from-help": { entry: { url: { contains: "/help/" } } },
  tagged: { entry: { query: { ref: "footer" } } },
  mail: { utm: { source: "mail", campaign: { contains: "spring" } } },
  untagged: { utm: { source: { present: false } } },
};

const LANDING = "/landing?utm_source=mail&utm_campaign=big+spring+sale&ref=footer";

/** A search engine at another origin, whose links say where they are from as far as they are told to. */
async function searchEngine(t, site) {
  const link = (policy) => `<a href="${site}${LANDING}" referrerpolicy="${policy}">${policy}</a>`;
  return startHost(t, { pages: { "/search": `<!doctype html>${["origin", "unsafe-url", "no-referrer"].map(link).join(" ")}` } });
}

/** By what the engine's link tells: who is asked on every page of the visit. */
const LINKED = [
  ["origin", ["engine", "landing", "tagged", "mail"]],
  ["unsafe-url", ["engine", "results", "landing", "tagged", "mail"]],
  ["no-referrer", ["typed", "landing", "tagged", "mail"]],
];

for (const [policy, expected] of LINKED) {
  test(`the way into a visit is known on all of its pages, and in no other tab: ${policy}`, async (t) => {
    const { context, host, tabAt } = await begin(t, WAYS);
    const engine = await searchEngine(t, host.origin);
    const { page } = await tabAt();
    await page.goto(engine.url("/search?q=refunds"));
    await page.getByRole("link", { name: policy, exact: true }).click();
    await page.waitForURL(host.url(LANDING));
    await arm(page);
    assert.deepEqual(await askedOf(page, WAYS), expected, "the landing page");
    await follow(page, "One");
    await follow(page, "Two");
    assert.deepEqual(await askedOf(page, WAYS), expected, "two links later");
    await page.reload();
    await arm(page);
    assert.deepEqual(await askedOf(page, WAYS), expected, "after a reload");

    const opened = context.waitForEvent("page");
    await page.getByRole("link", { name: "Three" }).click();
    const other = await opened;
    await other.waitForLoadState();
    await arm(other);
    assert.deepEqual(await askedOf(other, WAYS), ["engine", "from-help", "untagged"], "a tab that a link has opened");
    assert.deepEqual(await askedOf(page, WAYS), expected, "and the first tab still");
  });
}

const VISITORS = {
  new: { visitor: { is: "new" } },
  returning: { visitor: { is: "returning" } },
  second: { visitor: { visits: 2 } },
  often: { visitor: { visits: { atLeast: 3 } } },
  "first-page": { visitor: { pageViews: 1 } },
  "third-page": { visitor: { pageViews: { atLeast: 3 } } },
  today: { visitor: { days: 0 } },
  "a-week-ago": { visitor: { days: { atLeast: 7 } } },
  "long-new": { visitor: { is: "new", pageViews: { atLeast: 2 } } },
};

test("a visitor is new until half an hour has gone by without a page, in whatever tab", async (t) => {
  const { tabAt } = await begin(t, VISITORS);
  const { page } = await tabAt();
  await open(page, "/help/one");
  assert.deepEqual(await askedOf(page, VISITORS), ["new", "first-page", "today"]);
  await follow(page, "Two");
  assert.deepEqual(await askedOf(page, VISITORS), ["new", "today", "long-new"], "another page");
  await page.clock.fastForward(29 * MINUTE);
  await page.evaluate(() => history.pushState(0, "", "/help/routed"));
  await page.clock.runFor(10);
  assert.deepEqual(await askedOf(page, VISITORS), ["new", "third-page", "today", "long-new"], "after 29 minutes, a route");
  await page.clock.fastForward(29 * MINUTE);
  const { page: other } = await tabAt(NOON.getTime() + 59 * MINUTE);
  await open(other, "/help/one");
  assert.deepEqual(await askedOf(other, VISITORS), ["new", "first-page", "today"], "after 29 more, another tab");
  await other.clock.fastForward(31 * MINUTE);
  await other.reload();
  await arm(other);
  assert.deepEqual(await askedOf(other, VISITORS), ["returning", "second", "today"], "after 31 minutes");
  const { page: later } = await tabAt(NOON.getTime() + 7 * DAY + HOUR);
  await open(later, "/help/one");
  assert.deepEqual(await askedOf(later, VISITORS), ["returning", "often", "first-page", "a-week-ago"], "a week later");
});

test("a tab that was open all along knows what happened in others", async (t) => {
  const audiences = { new: { visitor: { is: "new" } }, hard: { answered: { question: "effort", value: { atMost: 3 } } }, anybody: undefined };
  const { tabAt } = await begin(t, audiences);
  const { page } = await tabAt();
  await open(page, "/help/one");
  await page.clock.fastForward(25 * MINUTE);
  const { page: other } = await tabAt(NOON.getTime() + 26 * MINUTE);
  await open(other, "/help/one");
  assert.equal(await isAsked(other, "anybody"), true);
  await nudge(other).getByRole("radio").nth(1).click();
  await close(other);
  await other.clock.fastForward(20 * MINUTE);
  await follow(other, "Two");
  await page.clock.fastForward(10 * MINUTE);
  await page.evaluate(() => history.pushState(0, "", "/help/routed"));
  await page.clock.runFor(10);
  assert.deepEqual(await askedOf(page, audiences), ["new", "hard", "anybody"], "a visit without a pause, and an answer");
  await open(other, "/help/two");
  assert.deepEqual(await askedOf(other, audiences), ["new", "hard", "anybody"], "and nothing of it is lost");
});

test("a page that comes back from the back-forward cache counts on from those after it", async (t) => {
  const audiences = { third: { visitor: { pageViews: 3 } }, fourth: { visitor: { pageViews: 4 } } };
  const pages = Object.fromEntries(["/help/one", "/help/two"].map((path) => [path, pageWith({ body: LINKS })]));
  const { host, tabAt } = await stageInWindow(t, { definition: definitionOf(audiences), pages });
  const { page } = await tabAt();
  await open(page, host.url("/help/one"));
  await page.evaluate(() => (window.here = true));
  await follow(page, "Two");
  await page.evaluate(() => history.back());
  await page.waitForFunction(() => window.here);
  await page.clock.runFor(10);
  assert.deepEqual(await askedOf(page, audiences), ["third"]);
  await follow(page, "Two");
  assert.deepEqual(await askedOf(page, audiences), ["fourth"]);
});

const ANSWERS = {
  hard: { answered: { question: "effort", value: { atMost: 3 } } },
  easy: { answered: { question: "effort", value: { atLeast: 6 } } },
  "of-this": { answered: { survey: "anybody", question: "effort", value: { present: true } } },
  "of-another": { answered: { survey: "hard", question: "effort", value: { present: true } } },
  "in-a-day": { answered: { question: "effort", value: 2, within: "1d" } },
  unasked: { not: { answered: { question: "effort", value: { present: true } } } },
  anybody: undefined,
};

test("an answer that was given on an earlier page is known, as long as it is to be", async (t) => {
  const { tabAt, visitor } = await begin(t, ANSWERS);
  const { page } = await tabAt();
  await open(page, "/help/one");
  const rate = async (point) => {
    assert.equal(await isAsked(page, "anybody"), true);
    await nudge(page).getByRole("radio").nth(point - 1).click();
    await close(page);
  };
  assert.deepEqual(await askedOf(page, ANSWERS), ["unasked", "anybody"], "before");
  await rate(2);
  await follow(page, "Two");
  assert.deepEqual(await askedOf(page, ANSWERS), ["hard", "of-this", "in-a-day", "anybody"], "on the next page");
  const { page: later } = await tabAt(NOON.getTime() + DAY + HOUR);
  await open(later, "/help/one");
  assert.deepEqual(await askedOf(later, ANSWERS), ["hard", "of-this", "anybody"], "a day later, in another tab");
  await page.bringToFront();
  await rate(7);
  await follow(page, "One");
  assert.deepEqual(await askedOf(page, ANSWERS), ["easy", "of-this", "anybody"], "answered anew");
  const { page: another } = await (await visitor()).tabAt();
  await open(another, "/help/one");
  assert.deepEqual(await askedOf(another, ANSWERS), ["unasked", "anybody"], "of another visitor nothing is known");
});

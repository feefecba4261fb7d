/** A visitor's way through a help center: what is read, searched for and given up, over page loads and routes. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "./support/visitor.mjs";
import { MADE, SETTLE, arrive, wander, wanderAlone } from "./support/wanderer.mjs";
import { hide } from "./support/window.mjs";

const SEARCHED = { searchWithoutClick: "12s" };

/** What is to hold of the help center, and a way: seconds that go by, links, words to search for. */
const WAYS = {
  "opening any page of the help center": [{ visited: true }, "Pricing; Help -> asked; Pricing; Refunds -> asked; search refund -> asked; Root"],
  "the third different article": [{ articles: 3 }, "Refunds; reload; Cards; Billing; Refunds; back; Contact; Start -> asked; Billing"],
  "the second different search": [
    { searches: 2 },
    "search refund; reload; search refund; Refunds; search refund; Cards; search card -> asked; Contact; back -> asked",
  ],
  "a search that was looked at for long enough": [
    SEARCHED,
    "search refund; wait 11; wait 1 -> asked; wait 60",
  ],
  "a search that somebody looked at for 20 seconds": [
    { searchWithoutClick: true },
    "search refund; wait 14; wait 60; move; wait 4; wait 1 -> asked",
  ],
  "a search that was left for anything but an article": [
    SEARCHED,
    "search refund; Help -> asked; search refund; wait 5; Contact -> asked; search card; Pricing -> asked; search card; search pay -> asked; wait 4; back -> asked",
  ],
  "no search that an article was opened from": [SEARCHED, "search refund; wait 11; Refunds; wait 60; Contact; wait 60"],
  "no search that is loaded anew": [SEARCHED, "search refund; reload; wait 5; reload; wait 11; reload; Refunds; Contact"],
  "two articles in a row that were left quickly for a list": [
    { pingPong: 2 },
    "Help; Billing; Refunds; Billing; Cards; wait 26; search card -> asked; reload; Pricing; Billing; Start; Help -> asked",
  ],
  "two articles that were left by going back": [{ pingPong: 2 }, "Billing; Refunds; reload; back; Cards; back -> asked; reload"],
  "no article that was read in between": [
    { pingPong: 2 },
    "Billing; Refunds; wait 31; Billing; Cards; Billing; Start; wait 31; Billing; Refunds; Billing; Cards; back -> asked",
  ],
  "no article that was left for another, for the contact page or for another part of the site": [
    { pingPong: 2 },
    "Billing; Refunds; Cards; Billing; Refunds; Contact; Billing; Cards; Pricing; Billing; Refunds; Billing; Cards; Billing -> asked",
  ],
  "the contact page after two articles": [
    { contactAfter: 2 },
    "Contact; Refunds; reload; Contact; Refunds; Contact; reload; Cards; Billing; Contact -> asked",
  ],
  "20 seconds of somebody who is there on an article": [
    { dwell: "20s" },
    "Billing; wait 40; Refunds; wait 14; wait 60; move; wait 4; wait 1 -> asked; wait 60",
  ],
  "no time on several articles, nor on one that was loaded anew": [
    { dwell: "20s" },
    "Refunds; wait 12; Cards; wait 12; reload; wait 12; Contact; move; wait 14; move; wait 14; move",
  ],
};

for (const [what, [helpCenter, way]] of Object.entries(WAYS)) {
  for (const [made, app] of Object.entries(MADE)) {
    test(`asks at ${what}, over ${made}`, async (t) => {
      const visit = await arrive(t, { helpCenter }, { app });
      await wanderAlone(visit, way);
      assert.ok(visit.shown().every((trigger) => trigger.startsWith("helpCenter.")));
    });
  }
}

test("each tab counts its own articles and searches", async (t) => {
  for (const [helpCenter, first, second, then] of [
    [{ articles: 3 }, "Refunds; Cards", "Start", "Start -> asked"],
    [{ searches: 2 }, "search refund", "search card", "search pay -> asked"],
    [{ pingPong: 2 }, "Billing; Refunds; Billing", "Billing; Refunds; Billing", "Cards; Billing -> asked"],
  ]) {
    const visit = await arrive(t, { helpCenter });
    await wander(visit, first);
    const other = await visit.context.newPage();
    await open(other, visit.host.url("/"), SETTLE);
    await wander({ page: other }, second);
    await visit.page.bringToFront();
    await wander(visit, then);
  }
});

test("nobody reads an article or looks at a search in a tab that is hidden", async (t) => {
  for (const [helpCenter, way] of [[{ dwell: "12s" }, "Refunds; wait 5"], [SEARCHED, "search refund; wait 5"]]) {
    const visit = await arrive(t, { helpCenter }, { window: true });
    await wander(visit, way);
    const comeBack = await hide(visit.page);
    await visit.page.clock.runFor(60_000);
    await comeBack();
    await wander(visit, "wait 6; wait 1 -> asked");
  }
});

test("a page that comes back from the back-forward cache knows what was read after it", async (t) => {
  for (const [helpCenter, way] of [
    [{ pingPong: 2 }, "Billing; Refunds; return; Cards; return -> asked"],
    [SEARCHED, "search refund; Refunds; return; Help -> asked; return; Cards; Pricing; return"],
    [{ contactAfter: 2 }, "Contact; Refunds; Cards; return; return -> asked"],
  ]) {
    await wander(await arrive(t, { helpCenter }, { window: true }), way);
  }
});

const HIT = '<p>1 result</p><a href="/help/billing/refunds">How refunds work</a>';

/** What a search or a page has in its main part, and whether it leads nowhere. */
const ENDS = {
  "a search with an article among its results": [HIT, false],
  "a search without a result": ["<p>0 results</p>", true],
  "a search that offers all but articles": ['<a href="/help">Home</a> <a href="/help/billing">Billing</a> <a href="/pricing">Plans</a>', true],
  "a search that offers an article of another site": ['<a href="https://other.example/help/billing/refunds">Theirs</a>', true],
};

const SEARCH = "/help/search?q=refund";

for (const [made, app] of Object.entries(MADE)) {
  for (const [what, [main, is]] of Object.entries(ENDS)) {
    test(`${is ? "a dead end" : "no dead end"} is ${what}, over ${made}`, async (t) => {
      // Results may come at once, or be fetched.
      for (const late of [0, 800]) {
        const visit = await arrive(t, { helpCenter: { deadEnd: true } }, { app, late, mains: { [SEARCH]: main } });
        await wanderAlone(visit, `Help; search refund; wait 1${is ? " -> asked" : ""}; wait 60; Refunds; wait 1`);
      }
    });
  }
}

test("a dead end is a page of the help center that came with an error, until its visitor has gone on", async (t) => {
  const statuses = { "/help/billing/gone": 404, "/pricing": 500, [SEARCH]: 503 };
  const deadEnd = { helpCenter: { deadEnd: true } };
  const visit = await arrive(t, deadEnd, { statuses, mains: { [SEARCH]: HIT } });
  await wander(visit, "Gone; wait 1 -> asked; Pricing; wait 1; search refund; wait 1 -> asked; Refunds; wait 1");
  const app = await arrive(t, deadEnd, { statuses, at: "/help/billing/gone", app: true });
  await wander(app, "wait 1 -> asked; Refunds; wait 1; Gone; Cards; wait 1");
});

test("the results of a search are given their time, whatever its visitor has just come from", async (t) => {
  const visit = await arrive(t, { helpCenter: { deadEnd: true } }, { app: true, late: 800, mains: { [SEARCH]: HIT } });
  const { page } = visit;
  await page.getByLabel("Search").click();
  await page.keyboard.type("refund");
  await page.clock.runFor(3_000);
  await wander(visit, "Help; wait 0.7");
  await page.getByRole("button", { name: "Find" }).click();
  await wander(visit, "wait 0.5; wait 1; wait 60");
});

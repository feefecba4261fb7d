/** Leaving a section of the site: by pages that load, by an app's routes, and what is no leaving. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { startHost } from "./support/host.mjs";
import { arm, open, staysQuiet } from "./support/visitor.mjs";
import { MADE, SETTLE, arrive, wander, wanderAlone } from "./support/wanderer.mjs";

const SECTIONS = { billing: ["/help/billing/**", "/pricing/invoices"], setup: "/help/setup/*" };
const BILLING = { section: "billing" };
const MINUTE = 60_000;

/** Which section is to be left, and a way on which it is, or is not. */
const WAYS = {
  "8 seconds outside of a section": [BILLING, "Refunds; wait 60; Pricing; wait 7; wait 1 -> asked; wait 60"],
  "8 seconds outside, over several pages": [BILLING, "Cards; Start; wait 4; Help; reload; wait 1; Pricing; wait 3 -> asked; reload; wait 60"],
  "no section that was entered again, by a link or by going back": [
    BILLING,
    "Refunds; Pricing; wait 4; Cards; wait 60; Help; wait 6; back; wait 60; reload; wait 60",
  ],
  "no other page of the section, and no section but this one": [BILLING, "Start; Refunds; wait 9; Cards; wait 9; back; wait 9"],
  "a section that was left after going back once": [BILLING, "Refunds; Pricing; wait 4; back; wait 9; Pricing; wait 7; wait 1 -> asked"],
  "any section, be it left for another": [{}, "Refunds; Start; wait 8 -> asked; Help; wait 8 -> asked; Pricing; wait 9"],
  "a section of the site that is outside of its help center": [BILLING, "Invoices; Help; wait 8 -> asked"],
};

const PLACES = { links: { Invoices: "/pricing/invoices" }, more: { sections: SECTIONS } };

for (const [what, [sectionLeave, way]] of Object.entries(WAYS)) {
  for (const [made, app] of Object.entries(MADE)) {
    test(`asks at ${what}, over ${made}`, async (t) => {
      const visit = await arrive(t, { sectionLeave }, { app, ...PLACES });
      await wanderAlone(visit, way);
      assert.ok(visit.shown().every((trigger) => trigger === "sectionLeave"));
    });
  }
}

test("who comes back from the back-forward cache has entered again, and who goes on by it has left", async (t) => {
  const visit = await arrive(t, { sectionLeave: BILLING }, { window: true, ...PLACES });
  await wander(visit, "Refunds; Pricing; wait 4; return; wait 60; Start; Pricing; wait 4; return; wait 3; return; wait 60");
  await wander(visit, "Help; Refunds; return; wait 7; wait 1 -> asked");
});

/** How a tab is opened from a page, by the tag of a link. */
const TABS = ['target="_blank"', 'target="_blank" rel="opener"'];

test("another tab is not leaving, whichever way it is opened", async (t) => {
  for (const how of TABS) {
    const aside = `<a href="/pricing" ${how}>Elsewhere</a>`;
    const visit = await arrive(t, { sectionLeave: BILLING }, { aside, ...PLACES });
    for (const way of ["Refunds; wait 5", "reload; wait 5"]) {
      await wander(visit, way);
      const opening = visit.context.waitForEvent("page");
      await visit.page.getByRole("link", { name: "Elsewhere" }).click();
      const other = await opening;
      await other.waitForLoadState();
      await arm(other, SETTLE);
      await other.clock.runFor(MINUTE);
      await staysQuiet(other, how);
      await staysQuiet(visit.page, how);
      await other.close();
    }
    await wander(visit, "Pricing; wait 8 -> asked");
  }
});

/** Another site, with a way back to a page outside of the section. */
async function leaveFor(t, { page, host }, path) {
  const other = await startHost(t, { pages: { "/": `<!doctype html><a href="${host.url(path)}">Back</a>` } });
  await page.evaluate((address) => document.querySelector("nav").insertAdjacentHTML("beforeend", `<a href="${address}" onclick="event.stopPropagation()">Other</a>`), other.url("/"));
  await page.getByRole("link", { name: "Other" }).click();
  await page.waitForURL(other.url("/"));
}

async function comeBack({ page, host }, path) {
  await page.getByRole("link", { name: "Back" }).click();
  await page.waitForURL(host.url(path));
  await arm(page, SETTLE);
}

for (const [seconds, is] of [[118, true], [122, false]]) {
  for (const [made, app] of Object.entries(MADE)) {
    test(`who was on another site for ${seconds} s is asked ${is ? "on the next page" : "nothing"}, over ${made}`, async (t) => {
      const visit = await arrive(t, { sectionLeave: BILLING }, { app, ...PLACES });
      await wander(visit, "Refunds; wait 60");
      await leaveFor(t, visit, "/pricing");
      await wander(visit, `wait ${seconds}`);
      assert.deepEqual(visit.shown(), []);
      await comeBack(visit, "/pricing");
      await wander(visit, `wait 7; wait 1${is ? " -> asked" : ""}; Help; wait 60`);
    });
  }
}

test("who leaves for another site is not asked, nor on coming back to the section", async (t) => {
  const visit = await arrive(t, { sectionLeave: BILLING }, PLACES);
  await wander(visit, "Refunds; wait 5");
  await leaveFor(t, visit, "/help/billing/cards");
  await wander(visit, "wait 60");
  await comeBack(visit, "/help/billing/cards");
  await wander(visit, "wait 60");
  assert.deepEqual(visit.shown(), []);
});

test("a section that was left is forgotten 2 minutes later, as long as no page was there to ask", async (t) => {
  const visit = await arrive(t, { sectionLeave: BILLING }, PLACES);
  await wander(visit, "Refunds; Pricing; wait 3");
  await leaveFor(t, visit, "/help");
  await wander(visit, "wait 121");
  await comeBack(visit, "/help");
  await wander(visit, "wait 60");
});

/** Articles of Zendesk, whose addresses have no section: their trail has it. */
const trail = (section) => `<nav aria-label="Breadcrumb"><ol><li><a href="/hc/en-us">Help</a></li><li><a href="/hc/en-us/sections/2">${section}</a></li></ol></nav>`;

const SAID = {
  links: { Money: "/hc/en-us/articles/360-refunds", Bills: "/hc/en-us/articles/361-cards", Begin: "/hc/en-us/articles/400-start" },
  mains: {
    "/hc/en-us/articles/360-refunds": trail("Billing"),
    "/hc/en-us/articles/361-cards": trail("Billing"),
    "/hc/en-us/articles/400-start": trail("Setup"),
  },
};

for (const [made, app] of Object.entries(MADE)) {
  test(`a section by the page's own word is left and entered like any other, over ${made}`, async (t) => {
    // What is rendered late counts as well.
    for (const late of [0, 800]) {
      const visit = await arrive(t, { sectionLeave: { section: "Billing" } }, { app, late, ...SAID });
      await wander(visit, "Money; wait 9; Bills; wait 9; Begin; wait 2; Money; wait 9; Begin; wait 7; wait 1 -> asked; wait 60");
      await wander(visit, "Money; wait 1; Pricing; wait 7; wait 1 -> asked");
    }
  });
}

/**
 * Each recipe of docs/recipes, as it stands on its page: its definition in a real collector, its tag in a page of
 * another origin, its lines beside a stand-in for what they talk to.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { freshContext } from "../browser/support/browser.mjs";
import { startCollector } from "../browser/support/collector.mjs";
import { startHost } from "../browser/support/host.mjs";
import { record } from "../browser/support/recorder.mjs";
import { stopClock } from "../browser/support/stage.mjs";
import { acknowledged, arm, asked, nudge, said, staysQuiet } from "../browser/support/visitor.mjs";
import { snippetsOf, text } from "./support/pages.mjs";

/** Where each recipe's collector is. */
const ADDRESS = "https://ces.acme.example";

/** What a newcomer is left alone for, in milliseconds. */
const SETTLED = 10_000;

const SOLVED = "How easy was it to solve your problem?";
const CONTACTED = "How easy was it to contact support?";
const FOUND = "Did you find the information you needed?";
const TAG = `<script src="${ADDRESS}/effortlet.js" async></script>`;
const [STUB] = /<script>if \(typeof effortlet.*<\/script>/.exec(text("docs/javascript.md"));
const ASKS_AT_ONCE = { version: 1, organization: "Acme", surveys: [{ id: "a", template: "help-center", triggers: { event: { name: "go" } } }] };

/** A page of somebody's help center, in which `html` stands as on the recipe's page, but for where the collector is. */
async function begin(t, html, { definition, path = "/help/refunds" }) {
  const collector = await startCollector(t, { definition });
  const page = `<!doctype html><html lang="en"><head><title>Refunds</title></head><body><h1>Refunds</h1>${html}</body></html>`;
  const host = await startHost(t, { pages: { "/help/refunds": page.replaceAll(ADDRESS, collector.address) } });
  const context = await freshContext(t, { baseURL: host.origin });
  const tab = await context.newPage();
  const seen = record(tab);
  await stopClock(tab, new Date());
  await tab.goto(path);
  return { page: tab, seen, collector };
}

const definitionOf = (recipe) => JSON.parse(snippetsOf(recipe, "json")[0]);

/** Once the widget has started, which a stub in its place does not say, a newcomer has time to settle. */
async function settle(page) {
  await started(page);
  await page.clock.runFor(SETTLED);
}

async function started(page) {
  await page.waitForFunction(() => window.effortlet && !Array.isArray(window.effortlet.q));
  await arm(page);
}

const later = (page) => page.clock.runFor(2_000);

test("a container of Google Tag Manager brings the tag, and its data layer the moment", async (t) => {
  const recipe = "docs/recipes/tag-manager.md";
  const [html] = snippetsOf(recipe, "html");
  const [push] = snippetsOf(recipe, "js");
  const { page, seen, collector } = await begin(t, "<script>window.dataLayer = [{ event: 'gtm.js' }]</script>", { definition: definitionOf(recipe) });
  await page.evaluate(customHtmlTag, html.replace(ADDRESS, collector.address));
  await settle(page);
  await staysQuiet(page, "before the event");
  await page.addScriptTag({ content: push });
  await asked(page, SOLVED);
  assert.deepEqual(said(seen), []);
});

/** As gtm.js does it with a tag of custom HTML: scripts are made anew, with these of their attributes. */
function customHtmlTag(html) {
  const made = document.createElement("div");
  made.innerHTML = html;
  for (const { id, charset, text, src } of made.querySelectorAll("script")) {
    const script = Object.assign(document.createElement("script"), { async: false, type: "text/javascript", id, charset, text });
    if (src) script.src = src;
    document.body.append(script);
  }
}

test("a blocked tag asks nobody before the consent manager makes a script of it", async (t) => {
  const [blocked] = snippetsOf("docs/recipes/consent.md", "html");
  const { page, seen, collector } = await begin(t, STUB + blocked, { definition: ASKS_AT_ONCE });
  const called = page.evaluate(() => window.effortlet("track", "go"));
  await page.clock.runFor(SETTLED);
  await called;
  await staysQuiet(page, "before the visitor agrees");
  assert.ok(!seen.requests.some((request) => request.includes(collector.address)), "before the visitor agrees");
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  await page.evaluate(agree);
  await settle(page);
  await page.evaluate(() => window.effortlet("track", "go"));
  await asked(page, FOUND);
  assert.deepEqual(said(seen), []);
});

/** As consent managers do it: a script with the same attributes, but for its type. */
function agree() {
  for (const blocked of document.querySelectorAll('script[type="text/plain"][data-category="functionality"]')) {
    const script = document.createElement("script");
    for (const { name, value } of blocked.attributes) if (name !== "type") script.setAttribute(name, value);
    blocked.replaceWith(script);
  }
}

for (const [answer, isKept] of [[true, true], [false, false]]) {
  test(`without blocking, ${answer ? "what memory has is kept once the visitor agrees" : "nothing is ever kept of who does not agree"}`, async (t) => {
    const recipe = "docs/recipes/consent.md";
    const [, tag] = snippetsOf(recipe, "html");
    const [lines] = snippetsOf(recipe, "js");
    const { page, seen } = await begin(t, `${STUB}${tag}<script>${lines}</script>`, { definition: ASKS_AT_ONCE });
    await settle(page);
    await page.evaluate(() => window.effortlet("track", "go"));
    await asked(page, FOUND);
    const kept = () => page.evaluate(() => localStorage.length + sessionStorage.length);
    assert.equal(await kept(), 0, "before the visitor has said anything");
    await page.evaluate((functionality) => dispatchEvent(new CustomEvent("consent-changed", { detail: { functionality } })), answer);
    await page.evaluate(() => window.effortlet("explain", "a"));
    assert.equal((await kept()) > 0, isKept);
    assert.deepEqual(said(seen), []);
  });
}

/** The public API of each chat tool, as far as its recipe uses it, and what a visitor does. */
const CHATS = {
  Intercom: {
    api: () => {
      const heard = {};
      window.Intercom = (method, callback) => (heard[method] = callback);
      window.chat = { answer: () => heard.onUnreadCountChange(1), close: () => heard.onHide() };
    },
  },
  "Zendesk Messaging": {
    api: () => {
      const heard = {};
      window.zE = (target, event, callback) => target === "messenger:on" && (heard[event] = callback);
      window.chat = { answer: () => heard.unreadMessages(1), close: () => heard.close() };
    },
  },
  Crisp: {
    api: () => {
      const heard = {};
      window.$crisp = { push: ([verb, event, callback]) => verb === "on" && (heard[event] = callback) };
      window.chat = { answer: () => heard["message:sent"]({}), close: () => heard["chat:closed"]() };
    },
  },
  LiveAgent: {
    api: () => {
      const button = {};
      window.LiveAgent = { createButton: () => button };
      // It is told of a chat that there was, never of one that was only opened.
      window.chat = { answer: () => (button.had = true), close: () => button.had && button.onCloseFunction_() };
    },
  },
};

for (const [at, [name, { api }]] of Object.entries(CHATS).entries()) {
  test(`who has closed the chat of ${name} after an answer is asked, and who has only opened it is not`, async (t) => {
    const recipe = "docs/recipes/chat.md";
    const lines = snippetsOf(recipe, "js")[at];
    const { page, seen } = await begin(t, `${STUB}${TAG}<script>(${api})()</script><script>${lines}</script>`, { definition: definitionOf(recipe) });
    await settle(page);
    await page.evaluate(() => window.chat.close());
    await later(page);
    await staysQuiet(page, "nothing was said in the chat");
    await page.evaluate(() => (window.chat.answer(), window.chat.close()));
    await later(page);
    await asked(page, CONTACTED);
    assert.deepEqual(said(seen), []);
  });
}

test("who comes by a link in an e-mail is asked at once", async (t) => {
  const recipe = "docs/recipes/email.md";
  const { pathname, search } = new URL(snippetsOf(recipe, "text")[0]);
  const { page, seen } = await begin(t, TAG, { definition: definitionOf(recipe), path: pathname + search });
  await started(page);
  await asked(page, SOLVED);
  assert.deepEqual(said(seen), []);
});

test("who comes by a rating in an e-mail has it chosen, and it counts once it is confirmed", async (t) => {
  const recipe = "docs/recipes/email.md";
  const links = [...snippetsOf(recipe, "html")[0].matchAll(/href="([^"]+)">(\d)</g)];
  assert.deepEqual(links.map(([, , rating]) => rating), ["1", "2", "3", "4", "5", "6", "7"]);
  const { pathname, search } = new URL(links[5][1].replaceAll("&amp;", "&"));
  const { page, collector } = await begin(t, TAG, { definition: definitionOf(recipe), path: pathname + search });
  await started(page);
  await asked(page, SOLVED);
  assert.equal(await nudge(page).getByRole("radio", { name: "6 of 7" }).isChecked(), true);
  await nudge(page).getByRole("button", { name: "Next" }).click();
  await acknowledged(page);
  assert.deepEqual((await collector.exported())[0].answers.map(({ question, value }) => [question, value]), [["effort", 6]]);
});

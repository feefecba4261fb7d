/**
 * Who cannot be asked anything loads the script tag's file alone, and is awake again when that is over.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, pageWith, survey } from "./support/definitions.mjs";
import { listening, noteListeners } from "./support/listening.mjs";
import { replied } from "./support/posts.mjs";
import { NOON, stageWithoutCollector } from "./support/stage.mjs";
import { arm, asked, close, nudge, open, staysQuiet } from "./support/visitor.mjs";

const QUESTION = "Did you find the information you needed?";
const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
/** So long before it may be asked again, and after it was asked, a visitor is awake. */
const AHEAD = HOUR / 2;

const BODY = "<h1>Help</h1><button id='go'>Go</button>";
const LOADER = "/effortlet/effortlet.js";
const MODULE = "/effortlet/module.js";
const NOTE = /^effortlet:sleep:/;

const ON_CLICK = { click: { selector: "#go" } };
const nobody = (more) => definition(survey(ON_CLICK, { audience: { sample: { percent: 0 } } }), more);
const rested = definition(survey(ON_CLICK, { frequency: { preset: "none", rules: [{ on: "dismissed", quiet: "40h" }] } }));

async function begin(t, asks, { attributes, body = BODY, pages } = {}) {
  const it = await stageWithoutCollector(t, { definition: asks, pages: { "/": pageWith({ body, attributes }), ...pages }, kept: false });
  return { ...it, ...(await it.tabAt()) };
}

/** Loads the page once more and resolves to what of ours it asks for. */
async function requested(host, page, path = "/") {
  const before = host.requests.length;
  await page.goto(path);
  await page.clock.runFor(5_000);
  await page.evaluate(() => fetch("/favicon.ico").then(() => {}));
  return host.requests.slice(before).map(({ url }) => url).filter((url) => url.includes("effortlet"));
}

const sleeps = async (host, page, path) => assert.deepEqual(await requested(host, page, path), [LOADER]);

async function isAwake(host, page, path = "/") {
  const before = loads(host);
  await page.goto(path);
  await loaded(host, page, before);
}

/** How often the widget was asked for. */
const loads = (host) => host.requests.filter(({ url }) => url === MODULE).length;

/** Waits until it is asked for once more, by itself, and listens. */
async function loaded(host, page, before) {
  await until(page, () => loads(host) > before);
  await arm(page);
}

/** Waits until nothing has to be posted any more. */
async function delivered(page) {
  await until(page, async () => !Object.keys(await kept(page)).some((name) => name.startsWith("effortlet:outbox:")));
}

async function until(page, holds) {
  for (let second = 0; !(await holds()); second += 1) {
    assert.ok(second < 60, JSON.stringify(await kept(page)));
    await page.clock.runFor(1_000);
    await replied(page.context());
  }
}

/** By itself, within that time. */
async function wakes(host, page, span) {
  const before = loads(host);
  await page.clock.fastForward(span);
  await loaded(host, page, before);
}

const kept = (page) => page.evaluate(() => ({ ...localStorage, ...sessionStorage }));
const notes = async (page) => Object.keys(await kept(page)).filter((name) => NOTE.test(name));
const go = (page) => page.locator("#go").click();

/** Is asked, closes it, and sleeps on the page after the next one. */
async function fallAsleep(host, page) {
  await open(page);
  await go(page);
  await asked(page, QUESTION);
  await close(page);
  await delivered(page);
  await page.clock.fastForward(AHEAD + 1_000);
  await isAwake(host, page);
  await sleeps(host, page);
}

test("a visitor who cannot be asked loads the loader alone, which listens to nothing and writes nothing", async (t) => {
  const { host, page } = await begin(t, nobody());
  await page.addInitScript(noteListeners);
  await isAwake(host, page);
  const before = await kept(page);
  assert.deepEqual(Object.keys(before).map((name) => name.replace(host.origin, "")), ["effortlet:sleep:/effortlet.json,"]);
  assert.ok(Number(Object.values(before)[0]) <= (await page.evaluate(() => Date.now())) + DAY);
  await sleeps(host, page);
  assert.deepEqual(await listening(page), []);
  assert.deepEqual(await kept(page), before);
  await go(page);
  await staysQuiet(page);
});

test("who was asked sleeps in every tab, and is awake again shortly before being asked again, on a page that stays open", async (t) => {
  const { host, page, tab } = await begin(t, rested);
  await fallAsleep(host, page);
  const { page: other } = await tab();
  await sleeps(host, other);
  // It has the same clock, and would wake beside the page.
  await other.close();
  await go(page);
  await staysQuiet(page);
  // A day later it looks again, and sleeps until it is due.
  await wakes(host, page, DAY);
  await sleeps(host, page);
  await wakes(host, page, 15 * HOUR);
  await go(page);
  await staysQuiet(page);
  await page.clock.fastForward(HOUR);
  await go(page);
  await asked(page, QUESTION);
});

test("a page that is open when sleep is over wakes by itself", async (t) => {
  const { host, page } = await begin(t, nobody());
  await isAwake(host, page);
  await sleeps(host, page);
  host.pages["/effortlet.json"] = definition(survey(ON_CLICK));
  await wakes(host, page, DAY);
  await go(page);
  await asked(page, QUESTION);
});

test("a changed definition is noticed within a day, and so is another one at once", async (t) => {
  const pages = { "/other": pageWith({ body: BODY, attributes: 'data-definition="/other.json"' }), "/other.json": definition(survey(ON_CLICK)) };
  const { host, page } = await begin(t, nobody(), { pages });
  await isAwake(host, page);
  host.pages["/effortlet.json"] = definition(survey(ON_CLICK));
  await sleeps(host, page);
  await isAwake(host, page, "/other");
  await isAwake(host, page);
});

test("a clock that is set back by days ends sleep", async (t) => {
  const { host, page, tabAt } = await begin(t, nobody());
  await isAwake(host, page);
  const { page: earlier } = await tabAt(new Date(NOON - 3 * DAY));
  await isAwake(host, earlier);
  await sleeps(host, earlier);
});

const WAKING = [
  ["track", "go"],
  ["explain", "help-center"],
  ["consent", "denied"],
  ["forget"],
  ["export"],
  ["show", "help-center"],
];

test("what the page calls wakes, but for what it tells of itself and its visitor", async (t) => {
  const { host, page } = await begin(t, nobody(), { pages: { "/plain": "<title>Plain</title>" } });
  for (const call of WAKING) {
    await isAwake(host, page);
    await sleeps(host, page);
    const before = loads(host);
    await page.evaluate(() => {
      window.effortlet("identify", Object.assign(Object.create(null), { plan: "pro" }));
      window.effortlet("condition", "ready", () => true);
      window.effortlet("consent", "granted");
    });
    await page.clock.runFor(5_000);
    await page.evaluate(() => fetch("/favicon.ico").then(() => {}));
    assert.equal(loads(host), before);
    const told = page.evaluate((values) => window.effortlet(...values), call);
    await page.clock.runFor(5_000);
    const answer = await told;
    assert.equal(loads(host), before + 1, call.join());
    if (call[0] === "export") assert.ok(Object.keys(answer.localStorage).some((name) => NOTE.test(name)));
    if (["forget", "consent"].includes(call[0])) assert.deepEqual(await notes(page), []);
    if (call[0] === "show") assert.equal(await nudge(page).count(), 1);
    // The widget may be about to write its note. What it is on is left before that is taken away.
    await page.goto("/plain");
    await page.evaluate(() => localStorage.clear());
  }
});

test("the panel for teams wakes, and leaves no note", async (t) => {
  const { host, page } = await begin(t, nobody());
  await isAwake(host, page);
  await isAwake(host, page, "/?effortlet-debug");
});

/** What the page is like on which a visitor does not sleep. */
const AWAKE = {
  "without consent": { attributes: 'data-definition="/effortlet.json" data-consent="pending"' },
  "with mistakes in the definition": { asks: { ...nobody(), surveys: [...nobody().surveys, { id: "wrong" }] } },
  "with the definition in the page": {
    attributes: "",
    body: `${BODY}<script type="application/json" data-effortlet>${JSON.stringify(nobody())}</script>`,
  },
};

for (const [what, { asks = nobody(), ...page }] of Object.entries(AWAKE)) {
  test(`a page ${what} leaves no note`, async (t) => {
    const { host, page: it } = await begin(t, asks, page);
    await isAwake(host, it);
    assert.deepEqual(await kept(it), {});
    await isAwake(host, it);
  });
}

test("Global Privacy Control leaves no note, and no number", async (t) => {
  const { host, page } = await begin(t, definition(survey(ON_CLICK, { audience: { sample: { percent: 0.00001 } } })));
  await page.addInitScript(() => Object.defineProperty(navigator, "globalPrivacyControl", { value: true }));
  await isAwake(host, page);
  assert.deepEqual(await kept(page), {});
  await isAwake(host, page);
});

test("a sample draws its number as the page is armed, and who is not in it sleeps", async (t) => {
  const { host, page } = await begin(t, definition(survey(ON_CLICK, { audience: { sample: { percent: 0.00001 } } })));
  await isAwake(host, page);
  await page.waitForFunction(() => Object.keys(localStorage).some((name) => name.startsWith("effortlet:sleep:")));
  assert.match((await kept(page)).effortlet, /^\[\d+\]$/);
  await sleeps(host, page);
});

test("nobody sleeps as long as an answer waits to be posted", async (t) => {
  const { host, page } = await begin(t, definition(survey(ON_CLICK, { frequency: { preset: "none", rules: [{ on: "shown", max: 1 }] } })), {
    pages: { "/v1/responses": (request, reply) => reply.writeHead(503).end() },
  });
  await open(page);
  await go(page);
  await asked(page, QUESTION);
  await nudge(page).getByRole("button", { name: "Yes" }).click();
  await page.clock.fastForward(AHEAD + 1_000);
  await isAwake(host, page);
  assert.deepEqual(await notes(page), []);
  host.pages["/v1/responses"] = (request, reply) => reply.writeHead(204).end();
  await isAwake(host, page);
  await delivered(page);
  await isAwake(host, page);
  await sleeps(host, page);
});

test("an address that hangs on where a page stands puts no other page to sleep", async (t) => {
  const tagged = pageWith({ body: BODY, attributes: 'data-definition="ces.json"' });
  const pages = { "/a/": tagged, "/a/ces.json": nobody(), "/b/": tagged, "/b/ces.json": definition(survey(ON_CLICK)) };
  const { host, page } = await begin(t, nobody(), { pages });
  await isAwake(host, page, "/a/");
  assert.deepEqual(await notes(page), []);
  await isAwake(host, page, "/b/");
  await go(page);
  await asked(page, QUESTION);
});

/** What a page finds on the disk beside `localStorage`, and when it takes it up. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, pageWith, survey } from "./support/definitions.mjs";
import { stageWithoutCollector } from "./support/stage.mjs";
import { asked, nudge, open, said, whileTimePasses } from "./support/visitor.mjs";

const FOUND = "Did you find the information you needed?";
const HELPED = /^To what extent do you agree/;
const IMPROVE = /^Is there anything/;

/** Another tab has this long to discard what it has had acknowledged. */
const SETTLED = 1000;

/** Where the database is used in a page. */
const DATABASE = () => {
  window.database = (mode, use) =>
    new Promise((resolve, reject) => {
      if (!(indexedDB instanceof IDBFactory)) return reject(Error("replaced"));
      indexedDB.open("effortlet").onsuccess = ({ target: { result } }) => {
        const transaction = result.transaction("texts", mode);
        const request = use(transaction.objectStore("texts"));
        transaction.oncomplete = () => resolve((result.close(), request.result));
      };
    });
  window.texts = () => window.database("readonly", (store) => store.getAll());
};

/** What is asked of the database by now is answered then. */
const settle = async (page) => {
  for (let count = 0; count < 3; count += 1) await page.evaluate(() => window.texts().catch(() => {}));
};

/** Somebody has answered twice while the endpoint was away, and has left. Nothing of ours is on the page then. */
async function stage(t, { body } = {}) {
  const taken = [];
  let isAway = true;
  let hear = () => {};
  const answer = (request, reply, posted) => {
    if (isAway) return reply.writeHead(503).end();
    const all = [JSON.parse(posted)].flat();
    taken.push(...all.map(({ rev, answers }) => [rev, ...answers.map(({ value }) => value)]));
    reply.writeHead(200, { "content-type": "application/json" });
    reply.end(JSON.stringify({ stored: all.length, unchanged: 0, responses: all.map(({ id, rev }) => ({ id, rev })) }));
    hear();
  };
  const pages = { "/": pageWith({ body }), "/plain": "<title>Plain</title>", "/v1/responses": answer };
  const it = await stageWithoutCollector(t, { definition: definition(survey({ event: { name: "go" } })), pages });
  await it.context.addInitScript(DATABASE);
  const { page, seen } = await it.tabAt();
  await open(page);
  await page.evaluate(() => window.effortlet("show", "help-center"));
  await asked(page, FOUND);
  await nudge(page).getByRole("button", { name: "Yes" }).click();
  await asked(page, HELPED);
  const first = await page.evaluate(() => Object.entries(localStorage).find(([name]) => name.startsWith("effortlet:outbox:")));
  await nudge(page).getByRole("radio", { name: "6 of 7" }).click();
  await asked(page, IMPROVE);
  await page.goto("/plain");
  return {
    page,
    seen,
    taken,
    first,
    /** The next page, with the endpoint well again; after what that does first, where it does anything. */
    async goOn(first) {
      isAway = !!first;
      await open(page, "/", 0);
      if (first) await page.evaluate(first);
      isAway = false;
      await settle(page);
    },
    arrived: () => whileTimePasses(page, new Promise((resolve) => (taken.length ? resolve() : (hear = resolve)))),
  };
}

const BOTH = [2, "yes", 6];

test("what localStorage has lost is on the disk, and goes out on the next page", async (t) => {
  const { page, seen, taken, goOn, arrived } = await stage(t);
  await page.evaluate(() => localStorage.clear());
  await goOn();
  assert.deepEqual(taken, [], "another tab may be discarding it");
  await page.clock.runFor(SETTLED);
  await arrived();
  await page.waitForFunction(() => window.texts().then((all) => all.length === 0));
  assert.deepEqual(taken, [BOTH]);
  assert.deepEqual(said(seen), []);
});

test("a later revision on the disk takes the place of an earlier one", async (t) => {
  const { page, taken, first, goOn, arrived } = await stage(t);
  await page.evaluate(([name, text]) => localStorage.setItem(name, text), first);
  await goOn();
  await arrived();
  await page.clock.runFor(SETTLED);
  await settle(page);
  await page.waitForFunction(() => window.texts().then((all) => all.length === 0));
  assert.deepEqual(taken.at(-1), BOTH);
});

test("an earlier revision on the disk does not", async (t) => {
  const { page, taken, first, goOn, arrived } = await stage(t);
  await page.evaluate(([name, text]) => window.database("readwrite", (store) => store.put(text, name)), first);
  await goOn();
  await page.clock.runFor(SETTLED);
  await arrived();
  await page.waitForFunction(() => window.texts().then((all) => all.length === 0));
  assert.deepEqual(taken, [BOTH]);
});

test("what another tab is just discarding is not brought back", async (t) => {
  const { page, taken, goOn } = await stage(t);
  await page.evaluate(() => localStorage.clear());
  await goOn();
  await page.evaluate(() => window.database("readwrite", (store) => store.clear()));
  await page.clock.runFor(SETTLED);
  await settle(page);
  await page.clock.runFor(SETTLED);
  await page.evaluate(() => fetch("/plain").then((it) => it.text()));
  assert.deepEqual(taken, []);
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("effortlet:outbox:"))), []);
});

/** What a page may have in the place of the browser's own. */
const FACTORIES = {
  "is missing": "undefined",
  "throws": "{ get open() { throw Error(); }, get databases() { throw Error(); } }",
  "gives something else": "{ open: () => 5, databases: () => null }",
  "never answers": "{ open: () => ({}), databases: () => new Promise(() => {}) }",
  "refuses": "{ open: () => { throw Error() }, databases: () => Promise.reject(Error()) }",
};

for (const [how, factory] of Object.entries(FACTORIES)) {
  test(`where the database ${how}, localStorage has the answer, and the page hears of nothing`, async (t) => {
    const body = `<script>Object.defineProperty(window, "indexedDB", { value: ${factory} })</script>`;
    const { page, seen, taken, goOn, arrived } = await stage(t, { body });
    await goOn();
    await arrived();
    assert.deepEqual(taken, [BOTH]);
    assert.deepEqual(said(seen), []);
  });
}

test("a consent manager that tells its default and then what was chosen loses no answer", async (t) => {
  const { taken, goOn, arrived } = await stage(t);
  await goOn(async () => {
    window.effortlet("consent", "denied");
    await window.effortlet("consent", "granted");
  });
  await arrived();
  assert.deepEqual(taken, [BOTH]);
});

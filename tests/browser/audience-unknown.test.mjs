/** What the page has not got yet, and what it does not say: what is not known never shows. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { askedOf, definitionOf, isAsked, surveyOf } from "./support/asking.mjs";
import { definition, pageWith } from "./support/definitions.mjs";
import { stageWithoutCollector } from "./support/stage.mjs";
import { asked, nudge, open } from "./support/visitor.mjs";

const QUESTION = "How easy was it to solve your problem?";

async function arrive(t, given, { body = "<h1>Help</h1>", attributes } = {}) {
  const { tabAt } = await stageWithoutCollector(t, { definition: given, pages: { "/": pageWith({ body, ...(attributes && { attributes }) }) } });
  const { page, seen } = await tabAt();
  await open(page);
  return { page, seen };
}

test("an element counts from when it appears until it is gone", async (t) => {
  const audiences = { "signed-in": { element: { selector: "header .signed-in" } }, "signed-out": { not: { element: { selector: "header .signed-in" } } } };
  const { page } = await arrive(t, definitionOf(audiences), { body: "<header></header>" });
  assert.deepEqual(await askedOf(page, audiences), ["signed-out"]);
  await page.evaluate(() => {
    const name = Object.assign(document.createElement("b"), { className: "signed-in", hidden: true });
    document.querySelector("header").append(name);
  });
  assert.deepEqual(await askedOf(page, audiences), ["signed-in"]);
  await page.evaluate(() => document.querySelector("b").remove());
  assert.deepEqual(await askedOf(page, audiences), ["signed-out"]);
});

const condition = (name) => ({ condition: { name } });
const yes = { page: { path: "/" } };
const no = { page: { path: "/elsewhere" } };

const CONDITIONS = {
  "says-yes": condition("yes"),
  "says-no": condition("no"),
  "not-no": { not: condition("no") },
  ...Object.fromEntries(["throws", "promises", "counts", "is-nothing", "missing", "hasOwnProperty", "__proto__"].flatMap((name) => {
    const id = name.replaceAll("_", "").toLowerCase();
    return [[id, condition(name)], [`not-${id}`, { not: condition(name) }]];
  })),
  "any-with-yes": { any: [condition("missing"), yes] },
  "any-with-no": { any: [condition("missing"), no] },
  "all-with-yes": { all: [condition("missing"), yes] },
  "not-all-with-yes": { not: { all: [condition("missing"), yes] } },
  "not-all-with-no": { not: { all: [condition("missing"), no] } },
  "not-any-with-no": { not: { any: [condition("missing"), no] } },
  "nothing-else-is-unknown": { not: { any: [{ cookie: { a: "b" } }, { traits: { a: "b" } }, { global: { a: "b" } }, { element: { selector: ".a" } }] } },
};

test("only a page that says true or false is known to say it", async (t) => {
  const { page, seen } = await arrive(t, definitionOf(CONDITIONS));
  await page.evaluate(() => {
    window.effortlet("condition", "yes", () => true);
    window.effortlet("condition", "no", () => false);
    window.effortlet("condition", "throws", () => { throw new Error("of the page"); });
    window.effortlet("condition", "promises", async () => true);
    window.effortlet("condition", "counts", () => 1);
    window.effortlet("condition", "is-nothing");
  });
  assert.deepEqual(await askedOf(page, CONDITIONS), ["says-yes", "not-no", "any-with-yes", "not-all-with-no", "nothing-else-is-unknown"]);
  assert.deepEqual([seen.console, seen.errors], [[], []]);
});

test("a condition is asked when a survey might be shown, and what it says last counts", async (t) => {
  const audiences = { member: condition("member") };
  const { page } = await arrive(t, definitionOf(audiences));
  await page.evaluate(() => {
    window.times = 0;
    window.effortlet("condition", "member", () => (window.times += 1) > 2);
  });
  assert.equal(await page.evaluate(() => window.times), 0, "nobody was to be asked yet");
  assert.deepEqual([await isAsked(page, "member"), await isAsked(page, "member"), await isAsked(page, "member")], [false, false, true]);
  assert.equal(await page.evaluate(() => window.times), 3);
});

test("a condition is in place of one of the same name", async (t) => {
  const audiences = { member: condition("member") };
  const { page } = await arrive(t, definitionOf(audiences));
  for (const is of [true, false, true]) {
    await page.evaluate((is) => window.effortlet("condition", "member", () => is), is);
    assert.deepEqual(await askedOf(page, audiences), is ? ["member"] : []);
  }
});

/** Before the module has come, and as the first page view is the trigger. */
const QUEUED = {
  "a condition that says yes": ["condition", "ready", "() => true", true],
  "a condition that says no": ["condition", "ready", "() => false", false],
  "a trait": ["identify", { plan: "pro" }, undefined, true],
  "another trait": ["identify", { plan: "free" }, undefined, false],
};

for (const [what, [method, first, call, is]] of Object.entries(QUEUED)) {
  test(`${what}, told before the widget has loaded, counts on the first page view`, async (t) => {
    const audience = method === "condition" ? condition("ready") : { traits: { plan: "pro" } };
    const given = definition(surveyOf("ready", audience, { triggers: { time: { activeTime: "1s" } } }), { endpoint: undefined });
    const words = [JSON.stringify(method), JSON.stringify(first), call].filter(Boolean).join(", ");
    // A script without async: the page's own come after it.
    const script = `<script src="/effortlet/effortlet.js" data-definition="/effortlet.json"></script><script>effortlet(${words})</script>`;
    const { tabAt } = await stageWithoutCollector(t, { definition: given, pages: { "/": `<!doctype html><title>Help</title>${script}` } });
    const { page } = await tabAt();
    await open(page);
    await page.clock.runFor(1000);
    await page.evaluate(() => navigator.locks.request("test", () => {}));
    assert.equal(await nudge(page).count(), is ? 1 : 0);
  });
}

test("a delayed survey asks again when it is due, and shows to nobody it is not for by then", async (t) => {
  const delayed = (id, audience) => surveyOf(id, audience, { triggers: { event: { name: id, delay: "10s" } } });
  const member = condition("member");
  const { page } = await arrive(t, definition([delayed("one", member), delayed("two", member), delayed("three", member)], { endpoint: undefined }));
  const say = (is) => page.evaluate((is) => window.effortlet("condition", "member", () => is), is);
  const wait = async () => {
    await page.clock.runFor(10_000);
    await page.evaluate(() => navigator.locks.request("test", () => {}));
  };
  await say(true);
  assert.equal(await isAsked(page, "one"), false);
  await say(false);
  await wait();
  assert.equal(await nudge(page).count(), 0, "for them when the trigger came, not when it was due");
  assert.equal(await isAsked(page, "two"), false);
  await say(true);
  await wait();
  assert.equal(await nudge(page).count(), 0, "not for them when the trigger came");
  assert.equal(await isAsked(page, "three"), false);
  await wait();
  await asked(page, QUESTION);
});

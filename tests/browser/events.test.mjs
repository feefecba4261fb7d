/** What the page tells, as triggers: its properties, how often it happened, and what takes it back. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, pageWith, survey } from "./support/definitions.mjs";
import { NOON, stageWithoutCollector } from "./support/stage.mjs";
import { announcements, arm, asked, close, nudge, open, staysQuiet } from "./support/visitor.mjs";

const QUESTION = "How easy was it to solve your problem?";
const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** A survey of this id for each event with these terms, named as the survey where they name none. */
const surveysOf = (events) => Object.entries(events).map(([id, terms]) => survey({ event: { name: id, ...terms } }, { id, template: "resolution" }));

/** Pages with a button for each event, which tells it when it is pressed. */
async function arrive(t, events, { names = [], body = "", paths = [] } = {}) {
  const buttons = names.map((name) => `<button onclick="effortlet('track', '${name}')">${name}</button>`).join(" ");
  const page = pageWith({ body: buttons + body });
  const pages = Object.fromEntries(["/", ...paths].map((path) => [path, page]));
  const stage = await stageWithoutCollector(t, { definition: definition(surveysOf(events), { endpoint: undefined }), pages });
  const heard = await announcements(stage.context);
  const tab = await stage.tabAt();
  await open(tab.page);
  return { ...stage, ...tab, shown: () => heard.filter(({ happening }) => happening === "shown").map(({ survey, trigger }) => `${survey} by ${trigger}`) };
}

const press = (page, name) => page.getByRole("button", { name, exact: true }).click();

/** Whether a survey is asked once the page has told this, with properties as the page writes them. */
async function isAskedBy(page, name, properties) {
  await page.evaluate(([name, properties]) => window.effortlet("track", name, (0, eval)(`(${properties})`)), [name, properties]);
  await page.evaluate(() => navigator.locks.request("test", () => {}));
  const is = (await nudge(page).count()) > 0;
  if (is) await close(page);
  return is;
}

const PRO = { plan: "pro" };

const PROPERTIES = [
  [PRO, '{ plan: "pro" }', true],
  [PRO, '{ plan: "Pro" }', false],
  [PRO, '{ plan: "pro", minutes: 4, more: [1, { a: null }] }', true],
  [{ plan: ["pro", "team"] }, '{ plan: "team" }', true],
  [{ plan: { startsWith: "pro" }, minutes: { atLeast: 5, atMost: 9 } }, '{ plan: "pro-2", minutes: 5 }', true],
  [{ plan: { startsWith: "pro" }, minutes: { atLeast: 5, atMost: 9 } }, '{ plan: "pro-2", minutes: 9.5 }', false],
  [{ plan: { startsWith: "pro" }, minutes: { atLeast: 5 } }, '{ plan: "a pro", minutes: 5 }', false],
  [{ minutes: { atLeast: 10 } }, '{ minutes: "12" }', true],
  [{ minutes: { atLeast: -1 } }, "{ minutes: NaN }", false],
  [{ note: { contains: "ț" } }, '{ note: "plăți și \\n \\" rețete" }', true],
  [{ note: { matches: "^[a-c]+$" } }, '{ note: "abcd" }', false],
  [{ paid: true }, "{ paid: true }", true],
  [{ paid: true }, "{ paid: 1 }", false],
  // Nothing.
  [PRO, "undefined", false],
  [PRO, "null", false],
  [PRO, '"pro"', false],
  [PRO, '["pro"]', false],
  [{ plan: { present: false } }, "undefined", true],
  [{ plan: { present: false } }, "{ plan: null }", true],
  [{ plan: { present: false } }, "{ plan: 0 }", false],
  // What is in something else, and what comes from elsewhere.
  [PRO, '{ order: { plan: "pro" } }', false],
  [{ "order.plan": "pro" }, '{ order: { plan: "pro" } }', false],
  [{ order: { present: true } }, '{ order: { plan: "pro" } }', true],
  [PRO, '{ __proto__: { plan: "pro" } }', false],
  [PRO, `JSON.parse('{ "__proto__": { "plan": "pro" } }')`, false],
  [JSON.parse('{ "__proto__": "pro" }'), `JSON.parse('{ "__proto__": "pro" }')`, true],
  [{ toString: { present: true }, constructor: { present: true } }, "{}", false],
  [PRO, 'new (class { plan = "pro" })()', true],
  [PRO, '{ toJSON: () => ({ plan: "pro" }) }', true],
  // What is not made to be told.
  [PRO, '{ plan: "pro", element: document.body, page: window, say() {} }', true],
  [PRO, '(() => { const it = { plan: "pro" }; it.it = it; it.list = [it]; return it })()', true],
  [PRO, '{ plan: "pro", order: 123n }', true],
  [{ order: { atLeast: 100 } }, "{ order: 123n }", true],
  [PRO, '{ get plan() { throw new Error("plan") } }', false],
  [PRO, '{ plan: "pro", deep: JSON.parse("[".repeat(5000) + "]".repeat(5000)) }', true],
];

test("an event counts with the properties that are wanted of it, and by nothing else", async (t) => {
  const events = Object.fromEntries(PROPERTIES.map(([where], position) => [`event-${position}`, { where }]));
  const { page, seen } = await arrive(t, events);
  for (const [position, [where, properties, expected]] of PROPERTIES.entries()) {
    const is = await isAskedBy(page, `event-${position}`, properties);
    assert.equal(is, expected, `${JSON.stringify(where)} of ${properties}`);
  }
  assert.equal(await page.evaluate(() => Object.hasOwn(Object.prototype, "plan")), false);
  assert.deepEqual([seen.console, seen.errors], [[], []]);
});

const HOSTILE = [
  "(() => { const it = {}; it.it = it; return it })()",
  "{ order: 1n }",
  '{ get order() { throw new Error("order") } }',
  '{ toJSON() { throw new Error("order") } }',
  "new Proxy({}, { get() { throw 1 }, ownKeys() { throw 1 } })",
  "window",
];

for (const [edition, more] of [["effortlet", {}], ["full", { other: { where: PRO } }]]) {
  test(`an event of which nothing more is wanted counts whatever comes with it: ${edition}.wasm`, async (t) => {
    const { page, seen } = await arrive(t, { error: {}, ...more });
    for (const properties of HOSTILE) assert.equal(await isAskedBy(page, "error", properties), true, properties);
    assert.ok(seen.requests.includes(`GET /effortlet/${edition}.wasm`));
    assert.deepEqual([seen.console, seen.errors], [[], []]);
  });
}

test("a proxy that was revoked ends nothing, and of many properties only the first are read", async (t) => {
  const { page, seen } = await arrive(t, { go: {} });
  await page.evaluate(async () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    const told = window.effortlet("track", "other", proxy);
    revoke();
    await told;
  });
  const read = await page.evaluate(async () => {
    let read = 0;
    const get = (it, name) => ((read += 1), it[name]);
    await window.effortlet("track", "other", new Proxy(Object.fromEntries(Array(10_000).entries()), { get }));
    return read;
  });
  assert.ok(read > 0 && read <= 201, `${read} were read`);
  assert.ok(await isAskedBy(page, "go"));
  assert.deepEqual([seen.console, seen.errors], [[], []]);
});

test("an event that is wanted so many times in so long is asked by the last of them, in time", async (t) => {
  const { page, shown } = await arrive(t, { error: { count: 3, within: "1m" } }, { names: ["error", "other"] });
  const pressAfter = async (span, name = "error") => {
    await page.clock.runFor(span);
    await press(page, name);
  };
  await pressAfter(0);
  await pressAfter(30 * SECOND);
  await pressAfter(31 * SECOND);
  await staysQuiet(page, "the first was 61 s ago");
  await pressAfter(0, "other");
  await staysQuiet(page, "another event is none");
  // Two of the last three are of the last minute: 30 and 61 s after the first.
  await page.evaluate(() => history.pushState(0, "", "/routed"));
  await pressAfter(100);
  await pressAfter(0);
  await staysQuiet(page, "those of another page are none");
  await pressAfter(MINUTE);
  await asked(page, QUESTION);
  assert.deepEqual(shown(), ["error by event"]);
});

test("an event that takes others back does so while they are counted and while their survey waits", async (t) => {
  const events = { error: { count: 2, cancelOn: "solved" }, resolved: { delay: "10s", cancelOn: "reopened" } };
  const { page, shown } = await arrive(t, events, { names: ["error", "solved", "resolved", "reopened"] });
  for (const name of ["error", "solved", "error"]) await press(page, name);
  await staysQuiet(page, "counted from one again");
  await page.evaluate(() => window.effortlet("track", ""));
  await press(page, "error");
  await asked(page, QUESTION);
  await close(page);
  await press(page, "resolved");
  await page.clock.runFor(9 * SECOND);
  await press(page, "reopened");
  await page.clock.runFor(MINUTE);
  await staysQuiet(page, "taken back");
  await press(page, "resolved");
  await page.clock.runFor(9_900);
  await staysQuiet(page, "10 s are not over");
  await page.clock.runFor(200);
  await asked(page, QUESTION);
  assert.deepEqual(shown(), ["error by event", "resolved by event"]);
});

test("a survey that waits for its delay does not wait on another page", async (t) => {
  const { page } = await arrive(t, { resolved: { delay: "10s" } }, { names: ["resolved"], paths: ["/routed"] });
  await press(page, "resolved");
  await page.evaluate(() => history.pushState(0, "", "/routed"));
  await page.clock.runFor(MINUTE);
  await staysQuiet(page, "a route");
  await press(page, "resolved");
  await page.reload();
  await arm(page);
  await page.clock.runFor(MINUTE);
  await staysQuiet(page, "a document");
});

const DEFERRED = { bought: { defer: true, cancelOn: "returned" } };
const SHOP = { names: ["bought", "returned"], paths: ["/next"], body: '<a href="/next">Next</a> <a href="/next" target="_blank" rel="opener">Tab</a>' };

async function goOn(page) {
  await page.getByText("Next").click();
  await page.waitForURL("**/next");
  await arm(page);
}

test("an event that is put off is asked on the next page, once", async (t) => {
  const { page, shown } = await arrive(t, DEFERRED, SHOP);
  await press(page, "bought");
  await page.clock.runFor(29 * MINUTE);
  await staysQuiet(page, "where it happened");
  await goOn(page);
  await asked(page, QUESTION);
  await close(page);
  await goOn(page);
  await staysQuiet(page);
  await press(page, "bought");
  await page.evaluate(() => history.pushState(0, "", "/routed"));
  await page.clock.runFor(10);
  await asked(page, QUESTION);
  assert.deepEqual(shown(), ["bought by event", "bought by event"]);
});

test("an event that is put off is not asked after half an hour, nor once it was taken back", async (t) => {
  const { page } = await arrive(t, DEFERRED, SHOP);
  await press(page, "bought");
  await page.clock.runFor(31 * MINUTE);
  await goOn(page);
  await staysQuiet(page, "31 minutes later");
  await press(page, "bought");
  await press(page, "returned");
  await goOn(page);
  await staysQuiet(page, "taken back");
});

test("an event that is put off is asked in its own tab", async (t) => {
  const { page, context, tabAt } = await arrive(t, DEFERRED, SHOP);
  await press(page, "bought");
  const { page: another } = await tabAt(NOON.getTime() + MINUTE);
  await open(another, "/next");
  await staysQuiet(another, "a tab of the visitor's own");
  const opening = context.waitForEvent("page");
  await page.getByText("Tab").click();
  const opened = await opening;
  await opened.waitForLoadState();
  await arm(opened);
  await staysQuiet(opened, "a tab that a link has opened, with a copy of what the first one knows");
  await page.bringToFront();
  await goOn(page);
  await asked(page, QUESTION);
});

test("an event that is put off and has a delay waits for both", async (t) => {
  const { page } = await arrive(t, { bought: { defer: true, delay: "10s" } }, SHOP);
  await press(page, "bought");
  await page.clock.runFor(5 * SECOND);
  await goOn(page);
  await staysQuiet(page, "on the next page, after 5 s");
  await page.clock.runFor(5 * SECOND);
  await asked(page, QUESTION);
});

test("support conversations are asked about after the first message and after the last", async (t) => {
  const conversation = (id, template, name, delay) => survey({ event: { name, delay } }, { id, template });
  const surveys = [conversation("contact", "first-contact", "supportContacted"), conversation("solved", "resolution", "supportResolved", "2s")];
  const body = `<textarea aria-label="Message"></textarea><button onclick="effortlet('track', 'supportContacted', { channel: 'chat' })">Send</button>
    <button onclick="effortlet('track', 'supportResolved')">End chat</button>`;
  const pages = { "/": pageWith({ body }), "/v1/responses": (request, reply) => reply.writeHead(204).end() };
  const { tabAt } = await stageWithoutCollector(t, { definition: definition(surveys), pages });
  const { page, seen } = await tabAt();
  await open(page);
  await page.getByLabel("Message").click();
  await page.keyboard.type("Help");
  await page.clock.runFor(4 * SECOND);
  await press(page, "Send");
  await asked(page, "How easy was it to contact support?");
  await nudge(page).getByRole("radio").nth(4).click();
  await asked(page, "What could we have made easier?");
  await close(page);
  await press(page, "End chat");
  await staysQuiet(page, "2 s are not over");
  await page.clock.runFor(2 * SECOND);
  await asked(page, QUESTION);
  assert.deepEqual([seen.console, seen.errors], [[], []]);
});

/** What proves that an answer arrived: nothing but its receiver's own word, through the real collector. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, pageWith, survey } from "./support/definitions.mjs";
import { down, none, portal, refused, unwanted } from "./support/faults.mjs";
import { FOUND, answersIn, chosen } from "./support/interview.mjs";
import { stage, stageWithoutCollector } from "./support/stage.mjs";
import { acknowledged, asked, close, nudge, open, said, whileTimePasses } from "./support/visitor.mjs";

const ON_GO = survey({ event: { name: "go" } });
const AGAIN = survey({ event: { name: "again" } }, { id: "again", version: "1" });

async function begin(t, fault, { surveys = [ON_GO], ...more } = {}) {
  const pages = { "/": pageWith(), "/login": "<!doctype html><title>Log in</title>", ...more.pages };
  const it = await stage(t, { definition: definition(surveys, more.definition), pages });
  it.host.fault = fault;
  const { page, seen } = await it.tabAt();
  await open(page);
  await page.evaluate(() => {
    window.undelivered = [];
    addEventListener("effortlet:undelivered", ({ detail }) => window.undelivered.push(detail));
  });
  return { ...it, page, seen };
}

async function answer(page, event = "go") {
  await page.evaluate((event) => window.effortlet("track", event), event);
  await asked(page, FOUND);
  await nudge(page).getByRole("button", { name: "Yes" }).click();
}

const FAULTS = {
  "a portal takes everything with a page": portal,
  "a log-in is where posts are led to": refused(302, { location: "/login" }),
  "somebody says 200 and nothing else": refused(200),
  "somebody says that all is well": refused(200, { "content-type": "application/json" }, '{"ok":true}'),
  ...Object.fromEntries([400, 401, 403, 404, 405, 407, 413, 422].map((status) => [`a deploy answers ${status}`, refused(status)])),
};

for (const [how, fault] of Object.entries(FAULTS)) {
  test(`while ${how} for two seconds, nothing is lost, and nobody hears of it`, async (t) => {
    const { collector, host, page, seen } = await begin(t, fault);
    await answer(page);
    await page.clock.runFor(2_000);
    assert.deepEqual(await answersIn(collector), []);
    host.fault = none;
    await whileTimePasses(page, acknowledged(page));
    assert.deepEqual(await answersIn(collector), [chosen("yes")]);
    assert.deepEqual([said(seen), await page.evaluate(() => window.undelivered)], [[], []]);
  });
}

test("a service worker's offline page is no receipt", async (t) => {
  const worker = `addEventListener("fetch", (event) => {
    if (event.request.method === "POST") event.respondWith(new Response("<h1>Offline</h1>", { headers: { "content-type": "text/html" } }));
  });
  addEventListener("activate", () => clients.claim());`;
  const { collector, page } = await begin(t, none, { pages: { "/worker.js": worker } });
  await page.evaluate(async () => {
    await navigator.serviceWorker.register("/worker.js");
    await new Promise((resolve) => (navigator.serviceWorker.controller ? resolve() : navigator.serviceWorker.addEventListener("controllerchange", resolve)));
  });
  await answer(page);
  await page.clock.runFor(2_000);
  assert.deepEqual(await answersIn(collector), []);
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).unregister());
  await page.goto("/login");
  await open(page);
  await whileTimePasses(page, acknowledged(page));
  assert.deepEqual(await answersIn(collector), [chosen("yes")]);
});

test("what its receiver refuses is told once in the console and by an event for each, and stays on the device", async (t) => {
  const { collector, host, page, seen } = await begin(t, unwanted, { surveys: [ON_GO, AGAIN] });
  for (const event of ["go", "again"]) {
    await answer(page, event);
    await close(page);
  }
  await whileTimePasses(page, page.waitForFunction(() => window.undelivered.length === 2));
  const told = await page.evaluate(() => window.undelivered);
  assert.deepEqual(told.map(({ reason, status }) => [reason, status]), [["refused", 422], ["refused", 422]]);
  const kept = await page.evaluate(() => Object.keys(localStorage).filter((name) => /outbox|undelivered/.test(name)));
  assert.deepEqual(kept.sort(), told.map(({ response }) => `effortlet:undelivered:${response}`).sort());
  host.fault = none;
  await page.clock.runFor(60_000);
  const warnings = seen.console.map(({ text }) => text).filter((text) => text.startsWith("effortlet:"));
  assert.deepEqual(warnings, ["effortlet: an answer could not be delivered, refused, /v1/responses says 422: it stays on the device"]);
  assert.deepEqual(await answersIn(collector), []);
});

test("one that its receiver refuses keeps no other back, though they went out in one post", async (t) => {
  const { collector, host, page } = await begin(t, down, { surveys: [ON_GO, AGAIN] });
  for (const event of ["go", "again"]) {
    await answer(page, event);
    await close(page);
  }
  await page.evaluate(() => {
    const name = Object.keys(localStorage).find((it) => it.startsWith("effortlet:outbox:") && localStorage.getItem(it).includes('"survey":"help-center"'));
    localStorage.setItem(name, localStorage.getItem(name).replace('"locale":"en"', '"locale":7'));
  });
  await page.goto("/login");
  host.fault = none;
  await open(page);
  await whileTimePasses(page, acknowledged(page));
  assert.deepEqual(await collector.rows("select survey from response"), [{ survey: "again" }]);
  assert.equal(await page.evaluate(() => Object.keys(localStorage).filter((it) => it.startsWith("effortlet:undelivered:")).length), 1);
});

test("a receiver that acknowledges by its status has each response in a post of its own, and no portal stands in for it", async (t) => {
  const bodies = [];
  let status = 503;
  const receive = (request, reply, body) => {
    bodies.push(`${body}`);
    reply.statusCode = status;
    reply.end();
  };
  const endpoint = { url: "/answers", ack: "status" };
  const pages = { "/": pageWith(), "/answers": receive };
  const { host, tabAt } = await stageWithoutCollector(t, { definition: definition([ON_GO, AGAIN], { endpoint, countShown: false }), pages });
  const { page } = await tabAt();
  await open(page);
  host.pages["/answers"] = (request, reply) => reply.writeHead(200, { "content-type": "text/html" }).end("<h1>Welcome</h1>");
  for (const event of ["go", "again"]) {
    await answer(page, event);
    await close(page);
  }
  await page.clock.runFor(2_000);
  assert.equal(await page.evaluate(() => Object.keys(localStorage).filter((it) => it.startsWith("effortlet:outbox:")).length), 2);
  host.pages["/answers"] = receive;
  status = 204;
  await whileTimePasses(page, acknowledged(page));
  const received = bodies.map((body) => JSON.parse(body));
  assert.deepEqual(received.map(({ survey }) => survey).sort(), ["again", "help-center"]);
});

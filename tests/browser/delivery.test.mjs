import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, pageWith, survey } from "./support/definitions.mjs";
import { down, none, refused, replyLost, unwanted } from "./support/faults.mjs";
import { FOUND, HELPED, IMPROVE, THANKS, answerAll } from "./support/interview.mjs";
import { NOON, stage } from "./support/stage.mjs";
import { acknowledged, answerPosted, arm, asked, nudge, open, said, whileTimePasses } from "./support/visitor.mjs";

const ANSWERS = [
  { question: "found", choice: "yes", rating: null, text: null },
  { question: "effort", choice: null, rating: 6, text: null },
  { question: "improve", choice: null, rating: null, text: "Shorter words" },
];

const PAGES = { "/": pageWith(), "/other": pageWith() };

/** A visitor who is being asked, with the endpoint broken in this way. */
async function begin(t, fault) {
  const it = await stage(t, { definition: definition(survey({ event: { name: "go" } })), pages: PAGES });
  it.host.fault = fault;
  const { page, seen } = await it.tabAt();
  await open(page);
  await page.evaluate(() => window.effortlet("track", "go"));
  await asked(page, FOUND);
  return { ...it, page, seen };
}

/** What was clicked is in the database, once. */
async function isStoredOnce(collector) {
  const responses = await collector.rows("select rev, state from response");
  assert.deepEqual(responses, [{ rev: 3, state: "complete" }]);
  assert.deepEqual(await collector.rows("select question, choice, rating, text from answer order by position"), ANSWERS);
}

/** How many have answered. */
const count = (collector) => collector.rows("select count(*) as n from response where state <> 'shown'").then(([{ n }]) => n);

/**
 * `arrives` says whether the collector hears of it while it is broken, `tries` how often it is posted while
 * it is given: whoever asks for time gets it.
 */
const FAULTS = {
  "connections break": { fault: down, arrives: 0, tries: 3 },
  "a server in between answers 503": { fault: refused(503, { "retry-after": "1" }), arrives: 0, tries: 0 },
  "a server in between answers 429": { fault: refused(429), arrives: 0, tries: 3 },
  "replies are lost after the commit": { fault: replyLost, arrives: 1, tries: 3 },
};

for (const [how, { fault, arrives, tries }] of Object.entries(FAULTS)) {
  test(`while ${how}, the visitor goes on, and the answer arrives once afterwards`, async (t) => {
    const { collector, host, page, seen } = await begin(t, fault);
    await answerAll(page);
    await host.posted(tries);
    await page.clock.runFor(10_000);
    assert.equal(await count(collector), arrives);
    host.fault = none;
    await whileTimePasses(page, acknowledged(page));
    await isStoredOnce(collector);
    assert.deepEqual(said(seen), []);
  });

  test(`while ${how}, a reload loses nothing, and the answer arrives once afterwards`, async (t) => {
    const { collector, host, page, seen } = await begin(t, fault);
    await answerAll(page);
    await host.posted(tries);
    await page.reload();
    await arm(page);
    assert.equal(await count(collector), arrives);
    host.fault = none;
    await whileTimePasses(page, acknowledged(page));
    await isStoredOnce(collector);
    assert.deepEqual(said(seen), []);
  });

  test(`while ${how}, the page is closed; another page of the site brings the answer later`, async (t) => {
    const { collector, host, page, tabAt } = await begin(t, fault);
    await answerAll(page);
    await host.posted(tries);
    await page.close();
    host.fault = none;
    const { page: later, seen } = await tabAt(new Date(NOON.getTime() + 24 * 60 * 60 * 1000));
    await open(later, "/other");
    await whileTimePasses(later, acknowledged(later));
    await isStoredOnce(collector);
    assert.deepEqual(said(seen), []);
  });
}

test("Retry-After is waited for", async (t) => {
  const { host, page } = await begin(t, none);
  await acknowledged(page);
  host.fault = refused(503, { "retry-after": "120" });
  const reply = answerPosted(page).then((it) => it.response());
  await nudge(page).getByRole("button", { name: "Yes" }).click();
  await reply;
  await page.evaluate(() => fetch("/other").then((it) => it.text()));
  await page.clock.runFor(119_000);
  await page.evaluate(() => fetch("/other").then((it) => it.text()));
  assert.equal(host.posts.length, 1);
  host.fault = none;
  await whileTimePasses(page, acknowledged(page));
  assert.equal(host.posts.length, 2);
});

test("a collector that is stopped and started again has the answer once", async (t) => {
  const { collector, page, seen } = await begin(t, none);
  await nudge(page).getByRole("button", { name: "Yes" }).click();
  await asked(page, HELPED);
  await acknowledged(page);
  await collector.stop();
  await nudge(page).getByRole("radio", { name: "6 of 7" }).click();
  await asked(page, IMPROVE);
  await nudge(page).getByRole("textbox").fill("Shorter words");
  await nudge(page).getByRole("button", { name: "Send" }).click();
  await asked(page, THANKS);
  await page.clock.runFor(5_000);
  await collector.restart();
  await whileTimePasses(page, acknowledged(page));
  await isStoredOnce(collector);
  assert.deepEqual(said(seen), []);
});

test("two tabs that both know of an answer bring it once", async (t) => {
  const { collector, host, page, tabAt } = await begin(t, down);
  const { page: other } = await tabAt();
  await answerAll(page);
  await open(other, "/other");
  host.fault = none;
  await Promise.all([page, other].map((it) => it.clock.runFor(2_000)));
  await whileTimePasses(other, acknowledged(other));
  await isStoredOnce(collector);
});

test("the browser being offline is seen by nobody, and the answer goes out once it is online", async (t) => {
  const { collector, context, page, seen } = await begin(t, none);
  await context.setOffline(true);
  await answerAll(page);
  assert.equal(await count(collector), 0);
  await context.setOffline(false);
  await acknowledged(page);
  await isStoredOnce(collector);
  assert.deepEqual(said(seen), []);
});

test("answering and leaving the page at once loses nothing", async (t) => {
  const { collector, host, page } = await begin(t, none);
  await page.evaluate(() => addEventListener("effortlet:answered", () => location.assign("/bare")));
  host.pages["/bare"] = "<!doctype html><title>Bare</title>";
  await nudge(page).getByRole("button", { name: "No" }).click();
  await page.waitForURL("/bare");
  await host.posted(1);
  while ((await count(collector)) === 0) await page.evaluate(() => fetch("/other").then((it) => it.text()));
  assert.deepEqual(await collector.rows("select question, choice from answer"), [{ question: "found", choice: "no" }]);
});

test("an answer that was given while the clock was a day ahead is not kept back", async (t) => {
  const { collector, host, page, tabAt } = await begin(t, down);
  await answerAll(page);
  await host.posted(3);
  await page.close();
  host.fault = none;
  const { page: later } = await tabAt(new Date(NOON.getTime() - 24 * 60 * 60 * 1000));
  await open(later, "/other");
  await whileTimePasses(later, acknowledged(later));
  await isStoredOnce(collector);
});

test("one that its receiver refuses is set aside and keeps no other back", async (t) => {
  const { collector, host, page, seen, tabAt } = await begin(t, unwanted);
  await answerAll(page);
  await whileTimePasses(page, acknowledged(page));
  assert.equal(await count(collector), 0);
  await page.close();
  host.fault = none;
  const { page: other } = await tabAt(new Date(NOON.getTime() + 60_000));
  await open(other);
  await other.evaluate(() => window.effortlet("track", "go"));
  await asked(other, FOUND);
  await answerAll(other);
  await acknowledged(other);
  await isStoredOnce(collector);
  assert.deepEqual(said(seen), ["effortlet: an answer could not be delivered, refused, /v1/responses says 422: it stays on the device"]);
});

/** Who posts what, and how much at once: real tabs, real connections. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, pageWith, survey } from "./support/definitions.mjs";
import { down, mute, none, refused } from "./support/faults.mjs";
import { FOUND, HELPED, IMPROVE, answerAll, answersIn, chosen } from "./support/interview.mjs";
import { stage, stageInWindow, started } from "./support/stage.mjs";
import { acknowledged, asked, nudge, open, whileTimePasses } from "./support/visitor.mjs";
import { hide } from "./support/window.mjs";

const ON_GO = survey({ event: { name: "go" } });
const SMALL = "<!doctype html><title>Small</title>";

async function begin(t, fault, pages = {}) {
  const it = await stage(t, { definition: definition(ON_GO), pages: { "/": pageWith(), "/bare": SMALL, ...pages } });
  it.host.fault = fault;
  return it;
}

async function ask(page) {
  await page.evaluate(() => window.effortlet("track", "go"));
  await asked(page, FOUND);
}

async function answer(page) {
  await ask(page);
  await nudge(page).getByRole("button", { name: "Yes" }).click();
}

const waiting = (page) => page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("effortlet:outbox:")).length);

test("a mute endpoint, three answers and five tab switches leave the page its connections", async (t) => {
  const posts = new Set();
  let most = 0;
  const receive = (request, reply) => {
    posts.add(reply);
    most = Math.max(most, posts.size);
    reply.on("close", () => posts.delete(reply));
  };
  const { host, tab } = await stageInWindow(t, { definition: definition(ON_GO), pages: { "/": pageWith(), "/small": SMALL, "/v1/responses": receive } });
  const { page } = await tab();
  await page.goto(host.url("/"));
  await started(page);
  await ask(page);
  await answerAll(page);
  for (let turn = 0; turn < 5; turn += 1) await (await hide(page))();
  // Were no connection left to it, the page's own request would wait until a post has ended.
  const held = [...posts];
  for (let turn = 0; turn < 5; turn += 1) await page.evaluate(() => fetch("/small").then((it) => it.text()));
  assert.ok(most >= 1 && most <= 2, `${most} posts at once`);
  assert.ok(held.length > 0 && held.every((it) => posts.has(it)), "expected that every post was still under way");
});

test("a post that is never answered ends, and is made again", async (t) => {
  const { collector, host, tabAt } = await begin(t, mute);
  const { page } = await tabAt();
  await open(page);
  const ended = page.waitForEvent("requestfailed", (it) => it.method() === "POST");
  await answer(page);
  await page.clock.runFor(19_000);
  host.fault = none;
  await whileTimePasses(page, ended);
  await whileTimePasses(page, acknowledged(page));
  assert.deepEqual(await answersIn(collector), [chosen("yes")]);
});

test("Retry-After is waited for whichever tab is looked at, also by answers that come meanwhile", async (t) => {
  let count = 0;
  const receive = (request, reply) => {
    count += 1;
    reply.writeHead(503, { "retry-after": "120" }).end();
  };
  const pages = { "/": pageWith(), "/small": SMALL, "/v1/responses": receive };
  const { host, tabAt } = await stageInWindow(t, { definition: definition(ON_GO, { countShown: false }), pages });
  const { page } = await tabAt();
  await open(page, host.url("/"));
  const replied = page.waitForResponse((it) => it.status() === 503);
  await answer(page);
  await replied;
  await page.evaluate(() => fetch("/small").then((it) => it.text()));
  for (let turn = 0; turn < 3; turn += 1) await (await hide(page))();
  await asked(page, HELPED);
  await nudge(page).getByRole("radio", { name: "6 of 7" }).click();
  await asked(page, IMPROVE);
  await page.clock.runFor(100_000);
  await page.evaluate(() => fetch("/small").then((it) => it.text()));
  assert.equal(count, 1);
  host.pages["/v1/responses"] = (request, reply) => reply.writeHead(204).end();
  await whileTimePasses(page, acknowledged(page));
});

test("a page of another definition leaves alone what was not meant for it", async (t) => {
  const posted = [];
  const other = definition(survey({ event: { name: "never" } }, { id: "other" }), { endpoint: "/elsewhere" });
  const { collector, host, tabAt } = await begin(t, down, {
    "/other.json": other,
    "/other": pageWith({ attributes: 'data-definition="/other.json"' }),
    "/elsewhere": (request, reply, body) => posted.push(`${body}`) && reply.writeHead(204).end(),
  });
  const { page } = await tabAt();
  await open(page);
  await answer(page);
  await host.posted(1);
  await page.goto("/bare");
  const stays = await waiting(page);
  host.fault = none;
  await open(page, "/other");
  await page.clock.runFor(60_000);
  await page.evaluate(() => fetch("/bare").then((it) => it.text()));
  assert.deepEqual([posted, stays, await waiting(page)], [[], 1, 1]);
  await open(page);
  await whileTimePasses(page, acknowledged(page));
  assert.deepEqual(await answersIn(collector), [chosen("yes")]);
});

for (const when of ["before", "after"]) {
  test(`a tab that was opened ${when} the answer brings it when the tab in which it was given is gone`, async (t) => {
    const { collector, host, tabAt } = await begin(t, down);
    const { page } = await tabAt();
    const { page: other } = await tabAt();
    await open(page);
    if (when === "before") await open(other);
    await answer(page);
    await host.posted(1);
    if (when === "after") await open(other);
    await page.close();
    host.fault = none;
    await whileTimePasses(other, acknowledged(other));
    assert.deepEqual(await answersIn(collector), [chosen("yes")]);
  });
}

test("of several tabs one posts what was left, and the next when that one is gone", async (t) => {
  const { collector, host, tabAt } = await begin(t, refused(503));
  const { page: first } = await tabAt();
  await open(first);
  await answer(first);
  await host.posted(1);
  await first.close();
  const posts = new Map();
  const tabs = [];
  for (let number = 0; number < 3; number += 1) {
    const { page } = await tabAt();
    posts.set(page, 0);
    page.on("request", (it) => it.method() === "POST" && posts.set(page, posts.get(page) + 1));
    tabs.push(page);
  }
  await Promise.all(tabs.map((page) => open(page)));
  for (let second = 0; second < 10; second += 1) {
    await Promise.all(tabs.map((page) => page.clock.runFor(1_000)));
    await Promise.all(tabs.map((page) => page.evaluate(() => fetch("/bare").then((it) => it.text()))));
  }
  const posting = tabs.filter((page) => posts.get(page) > 0);
  assert.equal(posting.length, 1, [...posts.values()].join(", "));
  assert.ok(posts.get(posting[0]) > 1);
  await posting[0].close();
  host.fault = none;
  const [next, last] = tabs.filter((page) => page !== posting[0]);
  await Promise.race([next, last].map((page) => whileTimePasses(page, acknowledged(page))));
  assert.deepEqual(await answersIn(collector), [chosen("yes")]);
});

test("what several visits have left goes out in one post", async (t) => {
  const { collector, host, tabAt } = await begin(t, down);
  const { page } = await tabAt();
  for (let visit = 1; visit <= 3; visit += 1) {
    await open(page);
    await answer(page);
    await host.posted(visit);
    await page.goto("/bare");
  }
  const before = host.posts.length;
  host.fault = none;
  await open(page);
  await whileTimePasses(page, acknowledged(page));
  const sent = host.posts.slice(before).map(({ body }) => [body].flat().length);
  assert.deepEqual(sent, [3]);
  assert.equal((await answersIn(collector)).length, 3);
});

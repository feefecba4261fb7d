/** A browser opens six connections to a site at most: whoever holds them keeps the page's own requests waiting. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, pageWith, survey } from "./support/definitions.mjs";
import { FOUND, answerAll } from "./support/interview.mjs";
import { stageInWindow } from "./support/stage.mjs";
import { asked, close, nudge, open, until } from "./support/visitor.mjs";
import { hide } from "./support/window.mjs";

/** Milliseconds that the page's own small request may take. */
const MOST = 100;

/** Of several requests, since a busy machine makes one of them slow and somebody who holds a connection all. */
const TIMES = 5;

const SWITCHES = 5;

/** One more than there are connections. */
const PAGES = 7;

/** Before the test stops the clock, which is not what measures. */
const NOTE_REAL_TIME = () => (window.real = { now: performance.now.bind(performance), timeout: AbortSignal.timeout.bind(AbortSignal) });

const small = (request, reply) => reply.writeHead(200, { "content-type": "text/plain" }).end("here");

test("an endpoint of the page's own site that never answers keeps no request of the page waiting", async (t) => {
  const mute = [];
  const pages = { "/": pageWith(), "/own": small, "/v1/responses": (request) => void mute.push(request) };
  const { context, host, tabAt } = await stageInWindow(t, { definition: definition(survey({ event: { name: "go" } })), pages });
  await context.addInitScript(NOTE_REAL_TIME);
  const { page } = await tabAt();
  await open(page, host.url("/"));
  await page.evaluate(() => window.effortlet("track", "go"));
  await asked(page, FOUND);
  await answerAll(page);
  const spans = [];
  for (let time = 0; time < SWITCHES; time += 1) {
    const comeBack = await hide(page);
    await comeBack();
    spans.push(await quickest(page));
  }
  assert.ok(mute.length > 0);
  assert.ok(spans.every((span) => span < MOST), `after each switch of tabs ${spans.map(Math.round)} ms, with ${mute.length} posts that nobody answers`);
});

test("an endpoint that never answers keeps no page waiting whose visitor has answered on each page before", async (t) => {
  const mute = [];
  const pages = { "/": pageWith(), "/own": small, "/v1/responses": (request) => void mute.push(request) };
  const again = survey({ event: { name: "go" } }, { frequency: { preset: "none" } });
  const { context, host, tabAt } = await stageInWindow(t, { definition: definition(again), pages });
  await context.addInitScript(NOTE_REAL_TIME);
  const { page } = await tabAt();
  const spans = [];
  for (let time = 0; time < PAGES; time += 1) {
    await open(page, host.url(`/?${time}`));
    await page.evaluate(() => window.effortlet("show", "help-center"));
    await asked(page, FOUND);
    await nudge(page).getByRole("button", { name: "Yes" }).click();
    // A page that is left on display has the lock for a moment longer.
    await close(page);
    spans.push(await quickest(page));
  }
  assert.ok(mute.length > 0);
  assert.ok(spans.every((span) => span < MOST), `on each page ${spans.map(Math.round)} ms, with ${mute.length} posts that nobody answers`);
});

test("a page that says itself that it is left posts what others kept once it is seen", { timeout: 30_000 }, async (t) => {
  let isAway = true;
  const taken = [];
  const endpoint = (request, reply, body) => {
    if (isAway) return reply.writeHead(503).end();
    taken.push(...[JSON.parse(body)].flat());
    return reply.writeHead(204).end();
  };
  const pages = { "/": pageWith(), "/v1/responses": endpoint };
  const { host, tabAt } = await stageInWindow(t, { definition: definition(survey({ event: { name: "go" } })), pages });
  const { page } = await tabAt();
  await open(page, host.url("/"));
  await page.evaluate(() => window.effortlet("show", "help-center"));
  await asked(page, FOUND);
  await nudge(page).getByRole("button", { name: "Yes" }).click();
  await close(page);
  await open(page, host.url("/?other"));
  await page.evaluate(() => dispatchEvent(new Event("pagehide")));
  isAway = false;
  const comeBack = await hide(page);
  await comeBack();
  await page.clock.runFor(60_000);
  await until(page, () => taken.some(({ answers }) => answers.length > 0));
});

/** Milliseconds until the page has a reply, at best; no longer than is waited for one. */
async function quickest(page) {
  const spans = [];
  while (spans.length < TIMES && (spans.at(-1) ?? Infinity) >= MOST) spans.push(await page.evaluate(own, MOST));
  return Math.min(...spans);
}

async function own(most) {
  const { now, timeout } = window.real;
  const start = now();
  await fetch("/own", { cache: "no-store", signal: timeout(most) }).catch(() => {});
  return now() - start;
}

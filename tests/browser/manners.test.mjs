import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, pageWith, survey } from "./support/definitions.mjs";
import { FOUND, answerAll } from "./support/interview.mjs";
import { stage, stageWithoutCollector, started } from "./support/stage.mjs";
import { noteTimers } from "./support/timers.mjs";
import { acknowledged, asked, close, gone, nudge, open, staysQuiet, turnWheel } from "./support/visitor.mjs";

const EVERYTHING = { any: [{ exitIntent: {} }, { scroll: { percent: 75 } }, { click: { selector: ".cta" } }, { helpCenter: { articles: 3 } }, { event: { name: "go" } }] };
const BODY = `<h1>Refunds</h1><button class="cta">Plans</button>${"<p>Refunds go back to the card that was charged.</p>".repeat(120)}`;

test("a whole visit leaves nothing in the console, and asks for nothing but its files and the posts", async (t) => {
  const { tabAt } = await stage(t, { definition: definition(survey(EVERYTHING)), pages: { "/": pageWith({ body: BODY }) } });
  const { page, seen } = await tabAt();
  await open(page);
  await turnWheel(page, 100);
  await page.getByText("Plans").click();
  await asked(page, FOUND);
  await answerAll(page);
  await acknowledged(page);
  await close(page);
  assert.deepEqual([seen.console, seen.errors], [[], []]);
  const files = ["/", "/effortlet.json", "/effortlet/effortlet.js", "/effortlet/effortlet.wasm", "/effortlet/module.js"];
  const isPost = (request) => request === "POST /v1/responses";
  assert.deepEqual(seen.requests.filter((it) => !isPost(it)).toSorted(), files.map((it) => `GET ${it}`).toSorted());
  // That it is shown, and three answers: what comes while a reply is on its way goes out with the next one.
  const posts = seen.requests.filter(isPost).length;
  assert.ok(posts >= 2 && posts <= 4, `${posts} posts`);
});

test("the page stays where it is when the nudge comes, changes and goes", async (t) => {
  const { tab } = await stageWithoutCollector(t, {
    definition: definition(survey(EVERYTHING)),
    pages: { "/": pageWith({ body: BODY }), "/v1/responses": (request, reply) => reply.writeHead(204).end() },
  });
  const { page } = await tab();
  await page.goto("/");
  await started(page);
  await page.evaluate(() => scrollTo(0, 400));
  await page.evaluate(() => {
    window.shifts = [];
    new PerformanceObserver((list) => window.shifts.push(...list.getEntries().filter((it) => !it.hadRecentInput).map((it) => it.value))).observe({ type: "layout-shift", buffered: true });
  });
  const layout = () => page.evaluate(() => ({
    scroll: [scrollX, scrollY],
    boxes: [...document.querySelectorAll("h1, button, p")].map((it) => JSON.stringify(it.getBoundingClientRect())),
    size: [document.documentElement.scrollWidth, document.documentElement.scrollHeight],
    styles: [document.body.style.cssText, document.documentElement.style.cssText, document.styleSheets.length, document.adoptedStyleSheets.length],
  }));
  const before = await layout();
  await page.evaluate(() => window.effortlet("track", "go"));
  await asked(page, FOUND);
  assert.deepEqual(await layout(), before);
  await answerAll(page);
  assert.deepEqual(await layout(), before);
  await close(page);
  assert.deepEqual(await layout(), before);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  assert.deepEqual(await page.evaluate(() => window.shifts), []);
});

const POLICY = [
  "default-src 'none'",
  "script-src 'nonce-x' 'strict-dynamic' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "style-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

test("a strict content security policy with trusted types has nothing to report", async (t) => {
  const strict = (request, reply) => {
    const page = pageWith({ body: '<h1>Help</h1><script nonce="x">violations = []; addEventListener("securitypolicyviolation", (it) => violations.push(it.violatedDirective + " " + it.blockedURI))</script>', attributes: 'nonce="x" data-definition="/effortlet.json"' });
    reply.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-security-policy": POLICY }).end(page);
  };
  const { collector, tabAt } = await stage(t, { definition: definition(survey(EVERYTHING)), pages: { "/": strict } });
  const { page, seen } = await tabAt();
  await open(page);
  await page.evaluate(() => window.effortlet("track", "go"));
  await asked(page, FOUND);
  const width = await nudge(page).evaluate((it) => it.getBoundingClientRect().width);
  assert.equal(width, 384, "the style sheet is applied");
  await answerAll(page);
  await acknowledged(page);
  assert.deepEqual(await page.evaluate(() => window.violations), []);
  assert.deepEqual([seen.console, seen.errors], [[], []]);
  assert.deepEqual(await collector.rows("select state from response"), [{ state: "complete" }]);
});

test("starting and stopping fifty times leaves no element, listener, timer or lock behind", async (t) => {
  const json = definition(survey({ any: [EVERYTHING, { helpCenter: { visited: true } }] }));
  const pages = { "/help/": '<!doctype html><title>Help</title><h1>Help</h1><div style="height: 3000px"></div>' };
  const { context, tab } = await stageWithoutCollector(t, { pages });
  await context.addInitScript(noteTimers);
  const { page, seen } = await tab();
  await page.goto("/help/");
  const session = await context.newCDPSession(page);
  const round = () => page.evaluate(async (json) => {
    const { start, stop } = await import("/effortlet/module.js");
    const shown = new Promise((resolve) => addEventListener("effortlet:shown", resolve, { once: true }));
    await start(json);
    await shown;
    await stop();
  }, json);
  const listeners = async () => {
    await session.send("HeapProfiler.collectGarbage");
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "JSEventListeners").value;
  };
  await session.send("Performance.enable");
  const untouched = await listeners();
  for (let times = 0; times < 50; times += 1) await round();
  // The browser keeps what it painted last until it has painted again.
  let left = await listeners();
  for (let times = 0; times < 20 && left > untouched; times += 1) {
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    left = await listeners();
  }
  assert.equal(left, untouched);
  assert.equal(await page.locator("effortlet-nudge").count(), 0);
  // Those that were to read something once more have nothing left to do, and begin no other.
  await page.waitForFunction(() => window.timers.size === 0);
  assert.deepEqual(await page.evaluate(async () => (await navigator.locks.query()).held), []);
  assert.deepEqual([seen.console, seen.errors], [[], []]);
});

test("stopping takes an open nudge away, and nothing is shown after it", async (t) => {
  const { tabAt } = await stageWithoutCollector(t, { definition: definition(survey(EVERYTHING)), pages: { "/": pageWith({ body: BODY }) } });
  const { page } = await tabAt();
  await open(page);
  await page.evaluate(() => window.effortlet("track", "go"));
  await asked(page, FOUND);
  await page.evaluate(() => window.effortlet("stop"));
  await gone(page);
  await page.getByText("Plans").click();
  await page.evaluate(() => window.effortlet("track", "go"));
  await page.clock.runFor(60_000);
  assert.equal(await page.locator("effortlet-nudge").count(), 0);
});

/** What pages do to the things that we use. */
const HOSTILE = {
  "unsets every style": "<style>* { all: unset !important }</style>",
  "pollutes Object.prototype": "<script>Object.prototype.hold = { evil: 1 }; Object.prototype.url = 'https://evil.example/'; Object.prototype.toJSON = undefined;</script>",
  "has elements of our names": '<form id="effortlet"><input name="action"></form><img name="navigation"><p id="localStorage"></p>',
  "freezes its globals":
    "<script>for (const it of [Object, Array, Function, Promise, String, Map, Event, EventTarget, Node, Element, Document, JSON, Reflect, WebAssembly]) { Object.freeze(it); Object.freeze(it.prototype ?? {}); }</script>",
  "throws in our callbacks": '<script>for (const name of ["shown", "answered"]) addEventListener("effortlet:" + name, () => { throw new Error("of the page") })</script>',
};

for (const [what, body] of Object.entries(HOSTILE)) {
  test(`a page that ${what} is asked and answers all the same`, async (t) => {
    const { collector, tabAt } = await stage(t, { definition: definition(survey(EVERYTHING)), pages: { "/": pageWith({ body: body + BODY }) } });
    const { page, seen } = await tabAt();
    await open(page);
    await page.evaluate(() => window.effortlet("track", "go"));
    await asked(page, FOUND);
    await answerAll(page);
    await acknowledged(page);
    const answers = await collector.rows("select question, rating, text from answer order by position");
    assert.deepEqual(answers, [
      { question: "found", rating: null, text: null },
      { question: "effort", rating: 6, text: null },
      { question: "improve", rating: null, text: "Shorter words" },
    ]);
    assert.deepEqual(seen.console, []);
    assert.deepEqual(seen.errors.filter((it) => it !== "of the page"), []);
  });
}

test("a page that takes our element away hears of no exception", async (t) => {
  const taking = '<script>new MutationObserver(() => document.querySelector("effortlet-nudge")?.remove()).observe(document, { childList: true, subtree: true })</script>';
  const { tabAt } = await stageWithoutCollector(t, { definition: definition(survey(EVERYTHING)), pages: { "/": pageWith({ body: BODY + taking }) } });
  const { page, seen } = await tabAt();
  await open(page);
  await page.evaluate(() => addEventListener("effortlet:shown", () => (window.shown = true)));
  await page.evaluate(() => window.effortlet("track", "go"));
  await turnWheel(page, 100);
  await page.getByText("Plans").click();
  await page.clock.runFor(60_000);
  await staysQuiet(page);
  // What nobody could see was not shown.
  assert.equal(await page.evaluate(() => window.shown), undefined);
  await page.evaluate(() => window.effortlet("stop"));
  assert.deepEqual([seen.console, seen.errors], [[], []]);
});

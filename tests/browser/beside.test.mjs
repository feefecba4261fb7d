/**
 * Without attributes and without a definition in the page, everything is beside the script tag's file.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, pageWith, survey } from "./support/definitions.mjs";
import { warnings } from "./support/recorder.mjs";
import { stage, stageWithoutCollector, started } from "./support/stage.mjs";
import { acknowledged, nudge } from "./support/visitor.mjs";

const ASKED = survey({ event: { name: "go" } });
const BESIDE = "/effortlet/effortlet.json";
const PLAIN = pageWith({ attributes: "" });

async function answer(page) {
  await page.evaluate(() => window.effortlet("show", "help-center"));
  await nudge(page).getByRole("button", { name: "Yes" }).click();
}

/** By what the definition says of its endpoint, where answers go. */
const ENDPOINTS = [
  ["nothing", undefined, "/effortlet/v1/responses"],
  ["a path", "/v1/responses", "/v1/responses"],
  ["an object", { url: "/v1/responses", format: "json" }, "/v1/responses"],
];

for (const [what, endpoint, path] of ENDPOINTS) {
  test(`a definition beside the script is read; ${what} as its endpoint leads to ${path}`, async (t) => {
    const taken = (request, reply) => reply.writeHead(204).end();
    const asks = definition(ASKED, { endpoint });
    const { host, tab } = await stage(t, { pages: { "/": PLAIN, [BESIDE]: asks, "/effortlet/v1/responses": taken } });
    const { page, seen } = await tab();
    await page.goto("/");
    await started(page);
    const posted = page.waitForRequest((request) => request.method() === "POST");
    await answer(page);
    assert.equal(new URL((await posted).url()).href, host.url(path));
    await acknowledged(page);
    assert.deepEqual([warnings(seen), seen.errors], [[], []]);
  });
}

test("what the page has of its own goes before what is beside the script", async (t) => {
  const own = `<script type="application/json" data-effortlet>${JSON.stringify(definition(ASKED))}</script>`;
  const { tab } = await stageWithoutCollector(t, { pages: { "/": pageWith({ body: own, attributes: "" }) } });
  const { page, seen } = await tab();
  await page.goto("/");
  await started(page);
  assert.ok(!seen.requests.includes(`GET ${BESIDE}`));
  assert.deepEqual([seen.console, seen.errors], [[], []]);
});

/** By where a page has its definition from. */
const SOURCES = {
  "beside the script": { "/": PLAIN, [BESIDE]: definition(ASKED) },
  "that the tag names": { "/": pageWith(), "/effortlet.json": definition(ASKED) },
};

for (const [where, pages] of Object.entries(SOURCES)) {
  test(`a page that stops and starts again gets the definition ${where} again`, async (t) => {
    const { tab } = await stageWithoutCollector(t, { pages });
    const { page, seen } = await tab();
    await page.goto("/");
    await started(page);
    const again = await page.evaluate(async () => {
      await window.effortlet("stop");
      return window.effortlet("start");
    });
    assert.deepEqual(again, { surveys: ["help-center"], problems: [] });
    assert.deepEqual([seen.console, seen.errors], [[], []]);
  });
}

/** When a page starts what its tag says, and nothing else. */
const STARTS = {
  "before the widget has come": (page) => page.addInitScript(() => addEventListener("DOMContentLoaded", () => (window.begun = window.effortlet("start")))),
  "after stop": async () => {},
};

for (const [when, prepare] of Object.entries(STARTS)) {
  test(`a start ${when} takes all that the tag says: definition, endpoint and consent`, async (t) => {
    const attributes = 'data-definition="/other.json" data-endpoint="/answers" data-consent="pending"';
    const pages = { "/": pageWith({ attributes }).replace(" async", ""), "/other.json": definition(ASKED), "/answers": (request, reply) => reply.writeHead(204).end() };
    const { host, tab } = await stageWithoutCollector(t, { pages });
    const { page, seen } = await tab();
    await prepare(page);
    await page.goto("/");
    await started(page);
    const again = await page.evaluate(() => window.begun ?? window.effortlet("stop").then(() => window.effortlet("start")));
    assert.deepEqual(again, { surveys: ["help-center"], problems: [] });
    const posted = page.waitForRequest((request) => request.method() === "POST");
    await answer(page);
    assert.equal((await posted).url(), host.url("/answers"));
    assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), []);
    assert.deepEqual([warnings(seen), seen.errors], [[], []]);
  });
}

const ENDPOINT = "endpoint: expected an object with url, format, headers, credentials or ack";
const BROKEN = [
  ["is not JSON", "<p>Sign in</p>", (url) => `definition: expected JSON at ${url}, got "<p>Sign in</p>" at line 1, column 1`],
  ["has a mistake", { ...definition(ASKED), version: 2 }, () => "version: expected 1"],
  ["has an endpoint without an address", definition(ASKED, { endpoint: { format: "json" } }), () => 'endpoint.url: expected a url such as "https://collect.example/v1/responses" or "/v1/responses"'],
  ["has a flag as its endpoint", definition(ASKED, { endpoint: false }), () => ENDPOINT],
  ["has a number as its endpoint", definition(ASKED, { endpoint: 7 }), () => ENDPOINT],
  ["fails", (request, reply) => reply.writeHead(503).end(), (url) => `definition: expected JSON at ${url}, got status 503`],
  ["does not arrive", (request) => request.socket.destroy(), (url) => `definition: expected JSON at ${url}, got no reply`],
];

for (const [how, beside, expected] of BROKEN) {
  test(`a definition beside the script that ${how} is one warning in the console`, async (t) => {
    const { host, tab } = await stageWithoutCollector(t, { pages: { "/": PLAIN, [BESIDE]: beside } });
    const { page, seen } = await tab();
    const warned = page.waitForEvent("console", (it) => it.type() === "warning");
    await page.goto("/");
    await Promise.all([warned, started(page)]);
    assert.deepEqual(warnings(seen), [`effortlet: ${expected(host.url(BESIDE))}`]);
    assert.deepEqual(seen.errors, []);
  });
}

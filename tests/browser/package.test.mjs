import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, pageWith, survey } from "./support/definitions.mjs";
import { warnings } from "./support/recorder.mjs";
import { stageWithoutCollector, started } from "./support/stage.mjs";
import { asked, nudge } from "./support/visitor.mjs";

const NEVER = survey({ event: { name: "never" } });
const WIDGET = ["/effortlet/module.js", "/effortlet/effortlet.wasm"];

test("nothing but the loader is asked for before the page has loaded", async (t) => {
  let finish;
  const picture = (request, reply) => (finish = () => reply.writeHead(200).end());
  const pages = { "/": pageWith({ body: '<img src="/slow.png">' }), "/slow.png": picture };
  const { tab } = await stageWithoutCollector(t, { definition: definition(NEVER), pages });
  const { page, seen } = await tab();

  await page.goto("/", { waitUntil: "commit" });
  await page.waitForFunction(() => typeof window.effortlet === "function");
  const early = page.evaluate(() => window.effortlet("explain", ""));
  await page.evaluate(() => new Promise(requestIdleCallback));
  assert.deepEqual(seen.requests.toSorted(), ["GET /", "GET /effortlet/effortlet.js", "GET /slow.png"]);

  finish();
  await early;
  assert.ok(WIDGET.every((path) => seen.requests.includes(`GET ${path}`)));
});

test("a page without a matching survey asks for four files and says nothing", async (t) => {
  const elsewhere = survey({ scroll: { percent: 1 } }, { audience: { page: { path: "/elsewhere/**" } } });
  const { tab } = await stageWithoutCollector(t, { definition: definition(elsewhere) });
  const { page, seen } = await tab();

  await page.goto("/");
  await started(page);
  await page.mouse.wheel(0, 100);
  await page.waitForLoadState("networkidle");

  const files = ["/", "/effortlet.json", "/effortlet/effortlet.js", ...WIDGET];
  assert.deepEqual(seen.requests.toSorted(), files.map((path) => `GET ${path}`).toSorted());
  assert.deepEqual([seen.console, seen.errors], [[], []]);
  assert.equal(await page.locator("effortlet-nudge").count(), 0);
});

test("until a nudge is answered an ordinary definition asks for nothing else", async (t) => {
  const { tab } = await stageWithoutCollector(t, { definition: definition(survey({ event: { name: "go" } })) });
  const { page, seen } = await tab();
  await page.goto("/");
  await started(page);
  await page.evaluate(() => window.effortlet("track", "go"));
  await nudge(page).getByRole("button", { name: "Yes" }).click();
  await nudge(page).getByRole("radio", { name: "7 of 7" }).click();
  await nudge(page).getByRole("button", { name: "Skip" }).click();
  await asked(page, "Thank you for your feedback!");

  const files = seen.requests.filter((request) => request.startsWith("GET /effortlet/"));
  assert.deepEqual(files.toSorted(), ["/effortlet/effortlet.js", ...WIDGET].map((path) => `GET ${path}`).toSorted());
});

test("a definition that asks for everything, in another language, asks for five files beside the loader", async (t) => {
  const all = survey({ event: { name: "go", count: 1 } }, { layout: { tab: {} }, template: "resolution" });
  const pages = { "/": pageWith({ lang: "ru" }) };
  const { tab } = await stageWithoutCollector(t, { definition: definition(all, { theme: { accent: "#05c" } }), pages });
  const { page, seen } = await tab();
  await page.goto("/");
  await started(page);
  await page.evaluate(() => window.effortlet("track", "go"));
  await page.locator("effortlet-nudge").waitFor({ state: "attached" });

  const files = ["effortlet.js", "module.js", "full.js", "full.wasm", "templates-more.js", "locale-ru.js"];
  const loaded = seen.requests.filter((request) => request.startsWith("GET /effortlet/"));
  assert.deepEqual(loaded.toSorted(), files.map((name) => `GET /effortlet/${name}`).toSorted());
});

test("the loader leaves one global behind, also when it is there twice", async (t) => {
  const tag = '<script src="/effortlet/effortlet.js" data-definition="/effortlet.json"></script>';
  const pages = { "/": `<!doctype html><title>Twice</title>${tag}${tag}`, "/blank": "<!doctype html><title>Blank</title>" };
  const { tab } = await stageWithoutCollector(t, { definition: definition(NEVER), pages });
  const { page, seen } = await tab();

  await page.goto("/blank");
  const before = await page.evaluate(() => Object.getOwnPropertyNames(window));
  await page.goto("/");
  await started(page);
  const after = await page.evaluate(() => Object.getOwnPropertyNames(window));

  assert.deepEqual(after.filter((name) => !before.includes(name)), ["effortlet"]);
  assert.equal(seen.requests.filter((it) => it === "GET /effortlet.json").length, 1);
  assert.deepEqual([seen.console, seen.errors], [[], []]);
});

/** What is wrong is named by a file of its own, which comes after the start. */
const firstWarning = (page) => page.waitForEvent("console", (it) => it.type() === "warning");

const BROKEN = [
  ["is not there", undefined, /^effortlet: definition: expected JSON at \/effortlet\.json, got status 404$/],
  ["is not JSON", "<p>Sign in</p>", /^effortlet: definition: expected JSON at \/effortlet\.json, got "<p>Sign in<\/p>" at line 1, column 1$/],
  ["does not arrive", (request) => request.socket.destroy(), /^effortlet: definition: expected JSON at \/effortlet\.json, got no reply$/],
];

for (const [how, definition, expected] of BROKEN) {
  test(`a definition that ${how} is one warning in the console`, async (t) => {
    const { tab } = await stageWithoutCollector(t, { definition });
    const { page, seen } = await tab();
    const warned = firstWarning(page);
    await page.goto("/");
    await Promise.all([warned, started(page)]);
    assert.equal(warnings(seen).length, 1, warnings(seen).join("\n"));
    assert.match(warnings(seen)[0], expected);
    assert.deepEqual(seen.errors, []);
  });
}

test("a widget that cannot be loaded is one warning, and calls to it resolve to nothing", async (t) => {
  const gone = (request, reply) => reply.writeHead(404).end();
  const pages = { "/effortlet/module.js": gone };
  const { tab } = await stageWithoutCollector(t, { definition: definition(NEVER), pages });
  const { page, seen } = await tab();
  await page.goto("/");
  assert.equal(await page.evaluate(() => window.effortlet("track", "a")), undefined);
  assert.equal(warnings(seen).length, 1);
  assert.deepEqual(seen.errors, []);
});

test("wasm that cannot be loaded is one warning, and start resolves to the problem", async (t) => {
  const gone = (request, reply) => reply.writeHead(404).end();
  const pages = { "/": pageWith({ attributes: "" }), "/effortlet/effortlet.wasm": gone };
  const { tab } = await stageWithoutCollector(t, { pages });
  const { page, seen } = await tab();
  await page.goto("/", { waitUntil: "commit" });
  const result = await page.evaluate(async () => {
    const { start, show } = await import("/effortlet/module.js");
    return { started: await start({ version: 1, surveys: [] }), shown: await show("a") };
  });
  assert.deepEqual(result.started.surveys, []);
  assert.match(result.started.problems[0], /effortlet.wasm: expected the file, got status 404$/);
  assert.equal(result.shown, false);
  assert.deepEqual(seen.errors, []);
});

test("the definition in the page itself is read", async (t) => {
  const json = JSON.stringify(definition(NEVER));
  const body = `<script type="application/json" data-effortlet>${json}</script>`;
  const { tab } = await stageWithoutCollector(t, { pages: { "/": pageWith({ body, attributes: "" }) } });
  const { page, seen } = await tab();
  await page.goto("/");
  await started(page);
  assert.deepEqual([seen.console, seen.errors], [[], []]);
});

test("a page without any definition is told where one can be", async (t) => {
  const { tab } = await stageWithoutCollector(t, { pages: { "/": pageWith({ attributes: "" }) } });
  const { page, seen } = await tab();
  const warned = firstWarning(page);
  await page.goto("/");
  await Promise.all([warned, started(page)]);
  assert.deepEqual(warnings(seen), [
    "effortlet: definition: expected data-definition on the script tag, or a <script data-effortlet>",
  ]);
});

test("where the page calls start itself, that is the only start", async (t) => {
  const json = JSON.stringify(definition(NEVER));
  const page = `<!doctype html><title>Own start</title>
<script src="/effortlet/effortlet.js"></script>
<script>var result = effortlet("start", ${json}), also = effortlet("trak", "a");</script>`;
  const { tab } = await stageWithoutCollector(t, { pages: { "/": page } });
  const { page: opened, seen } = await tab();
  await opened.goto("/");
  assert.deepEqual(await opened.evaluate("result"), { surveys: ["help-center"], problems: [] });
  assert.equal(await opened.evaluate("also"), undefined);
  assert.deepEqual(warnings(seen), ["effortlet: no method trak"]);
});

test("whatever a page calls it with, no promise is refused", async (t) => {
  const json = JSON.stringify(definition(NEVER));
  const page = `<!doctype html><title>Own start</title>
<script src="/effortlet/effortlet.js"></script>
<script>
const refusing = { get endpoint() { throw new Error("of the page's own"); } };
const unreadable = { toString() { throw new Error("of the page's own"); } };
var results = [effortlet("start", ${json}, refusing), effortlet(Symbol("trak")), effortlet(unreadable), effortlet("track", Symbol("go")), effortlet("track", "go", refusing), effortlet("identify", refusing)];
</script>`;
  const { tab } = await stageWithoutCollector(t, { pages: { "/": page } });
  const { page: opened, seen } = await tab();
  await opened.goto("/");
  const results = await opened.evaluate(async () => (await Promise.allSettled(window.results)).map(({ status, value }) => [status, value]));
  assert.deepEqual(results[0], ["fulfilled", { surveys: ["help-center"], problems: [] }]);
  assert.deepEqual(results.slice(1), Array(5).fill(["fulfilled", undefined]));
  assert.deepEqual(warnings(seen).map((it) => it.slice(0, 21)), Array(2).fill("effortlet: no method "));
  assert.deepEqual(seen.errors, []);
});

/** What `import … from "effortlet"` does in a page, without any bundler: a page imports its files as they are. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { definition, survey } from "../browser/support/definitions.mjs";
import { warnings } from "../browser/support/recorder.mjs";
import { stageWithoutCollector } from "../browser/support/stage.mjs";
import { asked, said } from "../browser/support/visitor.mjs";

const text = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const [STUB] = /<script>if \(typeof effortlet.*<\/script>/.exec(text("docs/javascript.md"));
const { "effortlet.js": INTEGRITY } = JSON.parse(text("dist/integrity.json"));

const FILES = { "/npm/index.js": text("npm/index.js"), "/npm/tag.js": text("npm/tag.js") };
const PAGE = '<!doctype html><html lang="en"><title>Refunds</title><h1>Refunds</h1>';
const SRC = "/effortlet/effortlet.js";
const FOUND = "Did you find the information you needed?";
const GO = definition(survey({ event: { name: "go" } }), { endpoint: undefined });

/** A page that has the package as `effortlet`'s module, in `window.app`. */
async function begin(t, { pages = {}, html = PAGE, stopped = false, known = GO } = {}) {
  const { tab, tabAt } = await stageWithoutCollector(t, { definition: known, pages: { ...FILES, "/": html, ...pages } });
  const { page, seen } = await (stopped ? tabAt() : tab());
  await page.goto("/");
  await page.evaluate(async () => (window.app = await import("/npm/index.js")));
  return { page, seen };
}

const start = (page, options) => page.evaluate((options) => app.start(options), options);

test("to import it leaves the page as it was", async (t) => {
  const { page, seen } = await begin(t);
  assert.deepEqual(await page.evaluate(() => ["effortlet" in window, document.scripts.length]), [false, 0]);
  assert.deepEqual(seen.requests.toSorted(), ["GET /", "GET /npm/index.js", "GET /npm/tag.js"]);
});

test("what is called before the start waits for it, and comes to what the widget gives", async (t) => {
  const { page, seen } = await begin(t);
  const came = await page.evaluate(async ([src]) => {
    const early = [app.identify({ plan: "pro" }), app.track("go"), app.explain("help-center"), app.show("nowhere")];
    const { surveys, problems } = await app.start({ src, definition: "/effortlet.json" });
    const [identified, tracked, explained, shown] = await Promise.all(early);
    return { surveys, problems, identified, tracked, explained: explained.survey, shown };
  }, [SRC]);
  assert.deepEqual(came, { surveys: ["help-center"], problems: [], identified: undefined, tracked: undefined, explained: "help-center", shown: false });
  await asked(page, FOUND);
  assert.deepEqual(said(seen), []);
});

test("all that is exported is a call of the tag's", async (t) => {
  const { page } = await begin(t);
  const names = await page.evaluate(async ([src]) => {
    const module = await import("/effortlet/module.js");
    await app.start({ src, definition: "/effortlet.json" });
    return [Object.keys(app), Object.keys(module).filter((name) => !["beside", "build", "tell"].includes(name))].map((all) => all.sort());
  }, [SRC]);
  assert.deepEqual(names[0], names[1]);
});

test("consent that is said before the start holds from the start on", async (t) => {
  const { page } = await begin(t);
  const kept = await page.evaluate(async ([src]) => {
    app.consent("denied");
    await app.start({ src, definition: "/effortlet.json" });
    await app.show("help-center");
    return Object.keys(localStorage);
  }, [SRC]);
  await asked(page, FOUND);
  assert.deepEqual(kept, []);
});

test("a second start takes the place of the first, and a stop ends both, in the order they were called", async (t) => {
  const { page, seen } = await begin(t);
  const other = { ...GO, surveys: [{ ...GO.surveys[0], id: "other" }] };
  const came = await page.evaluate(async ([src, other]) => {
    const [first, second] = await Promise.all([app.start({ src, definition: "/effortlet.json" }), app.start({ src, definition: other })]);
    const known = [await app.show("help-center"), await app.explain("other").then((it) => it.survey)];
    await Promise.all([app.stop(), app.start({ src, definition: other }), app.stop()]);
    return [first.surveys, second.surveys, known, await app.explain("other")];
  }, [SRC, other]);
  assert.deepEqual(came, [["help-center"], ["other"], [false, "other"], undefined]);
  assert.equal(seen.requests.filter((it) => it === `GET ${SRC}`).length, 1);
  assert.deepEqual(said(seen), []);
});

test("a stop that was called before the widget is there ends what was started before it", async (t) => {
  const { page } = await begin(t);
  const told = await page.evaluate(async ([src]) => {
    app.start({ src, definition: "/effortlet.json" });
    app.stop();
    return [await app.explain("help-center"), await app.start({ src, definition: "/effortlet.json" }), await app.explain("help-center").then((it) => it.survey)];
  }, [SRC]);
  assert.deepEqual(told, [undefined, { surveys: ["help-center"], problems: [] }, "help-center"]);
});

test("where the page has the tag itself, that is the only one", async (t) => {
  const tag = `<script src="${SRC}" data-definition="/effortlet.json" async></script>`;
  for (const html of [PAGE + tag, PAGE + STUB + tag]) {
    const { page, seen } = await begin(t, { html });
    assert.deepEqual(await start(page, { definition: GO }), { surveys: ["help-center"], problems: [] });
    assert.equal(await page.evaluate(() => app.show("help-center")), true);
    assert.equal(seen.requests.filter((it) => it === `GET ${SRC}`).length, 1);
    assert.deepEqual(said(seen), []);
  }
});

test("the hash of the file is compared where it is given", async (t) => {
  const { page, seen } = await begin(t);
  const isWarned = page.waitForEvent("console", (it) => it.type() === "warning");
  const wrong = await start(page, { src: `${SRC}?other`, integrity: "sha384-AAAA", definition: GO });
  await isWarned;
  assert.deepEqual(wrong.problems, [`${SRC}?other: expected effortlet.js, and a policy whose script-src lets it be loaded`]);
  assert.deepEqual(warnings(seen), [`effortlet: ${wrong.problems}`]);
  assert.deepEqual(await start(page, { src: SRC, integrity: INTEGRITY, definition: GO }), { surveys: ["help-center"], problems: [] });
});

/** What keeps the widget from coming, and what is said of it. */
const NEVER = [
  { what: "is refused", reply: (_, reply) => reply.writeHead(404).end(), says: "expected effortlet.js, and a policy whose script-src lets it be loaded" },
  { what: "is another one", reply: "/* of the page */", says: "expected effortlet.js, got another file" },
];

for (const { what, reply, says } of NEVER) {
  test(`where the file ${what}, that is one warning, and a later start tries again`, async (t) => {
    const { page, seen } = await begin(t, { pages: { "/other.js": reply } });
    const problems = [`/other.js: ${says}`];
    assert.deepEqual(await start(page, { src: "/other.js", definition: GO }), { surveys: [], problems });
    assert.deepEqual(warnings(seen), [`effortlet: ${problems}`]);
    assert.deepEqual(seen.errors, []);
    const shown = page.evaluate(() => app.show("help-center"));
    assert.deepEqual(await start(page, { src: SRC, definition: GO }), { surveys: ["help-center"], problems: [] });
    assert.equal(await shown, true);
  });
}

test("where nobody says where the file is, that is said", async (t) => {
  const { page, seen } = await begin(t);
  for (const options of [undefined, {}, { definition: GO }]) {
    assert.deepEqual(await start(page, options), { surveys: [], problems: ["src: expected the address of effortlet.js"] });
  }
  assert.deepEqual(new Set(warnings(seen)), new Set(["effortlet: src: expected the address of effortlet.js"]));
  assert.deepEqual(seen.errors, []);
});

test("where the file never answers, every promise settles within seconds", async (t) => {
  const { page, seen } = await begin(t, { pages: { "/mute.js": () => {} }, stopped: true });
  await page.evaluate(() => {
    window.settled = {};
    const calls = { show: ["a"], track: ["a"], identify: [{}], explain: ["a"], consent: ["pending"], condition: ["a", () => true], stop: [], forget: [], export: [], start: [{ src: "/mute.js" }] };
    for (const [name, values] of Object.entries(calls)) app[name](...values).then((it) => (settled[name] = it ?? null));
  });
  await page.clock.runFor(10_000);
  await page.waitForFunction(() => Object.keys(settled).length === 10);
  const problems = ["/mute.js: expected an answer within 10 s"];
  const nothing = { track: null, identify: null, explain: null, consent: null, condition: null, stop: null, export: null };
  assert.deepEqual(await page.evaluate(() => settled), { ...nothing, show: false, forget: false, start: { surveys: [], problems } });
  assert.deepEqual(warnings(seen), [`effortlet: ${problems}`]);
});

/** What a page may have done to what we use. */
const HOSTILE = [
  { what: "elements with our names", html: `${PAGE}<form id="effortlet" name="createElement"></form><img name="head">`, isAsked: true },
  { what: "a global that throws", html: `${PAGE}<script>effortlet = () => { throw new Error("of the page"); }</script>`, isAsked: false },
  { what: "a global that gives nothing", html: `${PAGE}<script>effortlet = () => {}</script>`, isAsked: false },
  { what: "a global that nobody may set", html: `${PAGE}<script>Object.defineProperty(window, "effortlet", { value: 1 })</script>`, isAsked: false },
  { what: "a policy against addresses as texts", html: `<meta http-equiv="content-security-policy" content="require-trusted-types-for 'script'">${PAGE}`, isAsked: false },
];

for (const { what, html, isAsked } of HOSTILE) {
  test(`on a page with ${what} nothing is thrown`, async (t) => {
    const { page, seen } = await begin(t, { html, stopped: !isAsked });
    await page.evaluate(([src, definition]) => {
      Promise.all([app.start({ src, definition }), app.show("help-center"), app.track("go")]).then((all) => (window.came = all));
    }, [SRC, GO]);
    if (!isAsked) await page.clock.runFor(10_000);
    const came = await (await page.waitForFunction(() => window.came)).jsonValue();
    assert.deepEqual(came.map((it) => it?.surveys ?? it), [isAsked ? ["help-center"] : [], isAsked, undefined]);
    assert.equal(came[0].problems.length, isAsked ? 0 : 1, came[0].problems.join());
    assert.deepEqual(seen.errors, []);
  });
}

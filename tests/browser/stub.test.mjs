/** What a page calls before anything has loaded, and what a call comes to where nothing ever does. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { definition, pageWith, survey } from "./support/definitions.mjs";
import { warnings } from "./support/recorder.mjs";
import { stageWithoutCollector } from "./support/stage.mjs";
import { asked, said } from "./support/visitor.mjs";

const PAGE_OF_DOCS = await readFile(new URL("../../docs/javascript.md", import.meta.url), "utf8");
const [STUB] = /<script>if \(typeof effortlet.*<\/script>/.exec(PAGE_OF_DOCS);

const FOUND = "Did you find the information you needed?";
const GO = definition(survey({ event: { name: "go" } }));
const EARLY = `${STUB}<script>window.early = effortlet("track", "go"); window.kept = effortlet;</script>`;

test("calls of the stub are carried out in their order once the widget is there, also by who has kept the stub", async (t) => {
  const { tab } = await stageWithoutCollector(t, { definition: GO, pages: { "/": pageWith().replace("<script ", `${EARLY}<script `) } });
  const { page, seen } = await tab();
  await page.goto("/");
  await asked(page, FOUND);
  assert.equal(await page.evaluate(() => early), undefined);
  assert.deepEqual(await page.evaluate(() => kept("explain", "help-center").then((it) => it.survey)), "help-center");
  assert.deepEqual(said(seen), []);
});

test("where the script is blocked a call of the stub comes to nothing within seconds, and breaks nothing", async (t) => {
  const { tabAt } = await stageWithoutCollector(t, { definition: GO, pages: { "/": pageWith().replace("<script ", `${EARLY}<script `), "/effortlet/effortlet.js": (request, reply) => reply.destroy() } });
  const { page, seen } = await tabAt();
  await page.goto("/");
  await page.evaluate(() => void early.then((it) => (window.came = [it])));
  await page.clock.runFor(10_000);
  assert.deepEqual(await page.evaluate(() => came), [undefined]);
  assert.deepEqual(said(seen), []);
});

test("a form with the widget's name does not keep the stub from being one", async (t) => {
  const { tab } = await stageWithoutCollector(t, { definition: GO, pages: { "/": pageWith({ body: '<form id="effortlet"><input name="q"></form>' }).replace("<script ", `${EARLY}<script `) } });
  const { page } = await tab();
  await page.goto("/");
  await asked(page, FOUND);
});

/** What never answers, and what is said of it. */
const MUTE = {
  "module.js": { path: "/effortlet/module.js", says: /^$/ },
  "the definition": { path: "/mute.json", says: /^effortlet: \/mute.json: expected an answer within 10 s$/ },
  "effortlet.wasm": { path: "/effortlet/effortlet.wasm", says: /effortlet.wasm: expected an answer within 10 s$/ },
};

for (const [what, { path, says }] of Object.entries(MUTE)) {
  test(`with ${what} never answering every promise settles within seconds`, async (t) => {
    const { tabAt } = await stageWithoutCollector(t, { definition: GO, pages: { "/": pageWith({ attributes: `data-definition="${path.endsWith("json") ? path : "/effortlet.json"}"` }), [path]: () => {} } });
    const { page, seen } = await tabAt();
    const isWarned = says.test("") || page.waitForEvent("console");
    const isAsked = page.waitForRequest((it) => it.url().endsWith(path));
    await page.goto("/");
    await page.evaluate(() => {
      window.settled = [];
      for (const call of [["explain", "help-center"], ["show", "help-center"], ["track", "go"], ["stop"]]) effortlet(...call).then(() => settled.push(call[0]));
    });
    await page.clock.runFor(100);
    await isAsked;
    await page.clock.runFor(10_000);
    await page.waitForFunction(() => settled.length === 4);
    await isWarned;
    assert.match(warnings(seen).join(), says);
    assert.deepEqual(seen.errors, []);
  });
}

test("an app that switches the page's language is asked in it from the next nudge on", async (t) => {
  const { tab } = await stageWithoutCollector(t, { definition: GO });
  const { page, seen } = await tab();
  await page.goto("/");
  await page.evaluate(() => effortlet("track", "go"));
  await asked(page, FOUND);
  const isLoaded = page.waitForResponse((it) => it.url().endsWith("/locale-de.js"));
  await page.evaluate(() => (document.documentElement.lang = "de"));
  await isLoaded;
  await page.locator("effortlet-nudge").getByRole("button", { name: "Yes" }).click();
  await page.locator("effortlet-nudge").getByRole("button", { name: "Close" }).click();
  await page.waitForFunction(() => !document.querySelector("effortlet-nudge"));
  await page.evaluate(() => effortlet("show", "help-center"));
  await page.waitForFunction(() => document.querySelector("effortlet-nudge")?.lang === "de");
  assert.match(await page.locator("effortlet-nudge h2").innerText(), /gefunden|Informationen/);
  assert.deepEqual(said(seen), []);
});

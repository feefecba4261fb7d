/**
 * A mistake of ours in the wasm is a trap. Whatever call it comes in, the page goes on as without us:
 * the nudge is gone, other tabs may show one, and the console has one warning.
 */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { freshContext } from "./support/browser.mjs";
import { definition, pageWith, survey } from "./support/definitions.mjs";
import { startHost } from "./support/host.mjs";
import { DIST } from "./support/paths.mjs";
import { exported, planting } from "./support/planted.mjs";
import { rebuilt } from "./support/rebuilt.mjs";
import { record, warnings } from "./support/recorder.mjs";
import { stageWithoutCollector, started } from "./support/stage.mjs";

const BYTES = await readFile(join(DIST, "effortlet.wasm"));
const NAMES = exported(BYTES);

/** How often each function goes well before it traps: in the start, while a nudge comes, in it. */
const TIMES = [1, 3, 12, 40];

/** The functions whose trap was told. */
const told = new Set();

const CLICK = survey({ click: { selector: "#more" } });
const BODY = '<p>An article.</p><button id="more">More</button><input id="field" aria-label="Search"><div style="height:3000px"></div>';

for (const name of NAMES) {
  test(`a trap in ${name} leaves the page as it was`, async (t) => {
    const page = await (await freshContext(t)).newPage();
    const seen = record(page);
    // It never answers, so that a turn to post is still held when a trap comes after an answer.
    await page.route("**/v1/responses", () => {});
    const planted = planting(BYTES, [name]);
    for (const times of TIMES) {
      await visit(t, { page, seen, wasm: planted(times), where: `${name}, ${times}` });
      if (warnings(seen).length) told.add(name);
      for (const list of Object.values(seen)) list.length = 0;
    }
  });
}

test("a start that a trap ends resolves to nothing that runs", async (t) => {
  const { tab } = await stageWithoutCollector(t, { definition: definition(CLICK), pages: { "/": pageWith({ body: BODY }), ...rebuilt(planting(BYTES, NAMES)(1)) } });
  const { page, seen } = await tab();
  await page.goto("/");
  assert.deepEqual(await page.evaluate(() => effortlet("start", "/effortlet.json")), { surveys: [], problems: [] });
  assert.deepEqual(seen.errors, []);
  assert.equal(warnings(seen).length, 1);
});

test("most of these functions are called in such a visit", () => {
  assert.ok(told.size >= NAMES.length / 2, `${told.size} of ${NAMES.length}`);
});

/** On a site of its own, where nothing is kept of any other. */
async function visit(t, { page, seen, wasm, where }) {
  const host = await startHost(t, { pages: { "/": pageWith({ body: BODY }), "/effortlet.json": definition(CLICK), ...rebuilt(wasm) } });
  await page.goto(host.url("/"));
  const before = await page.evaluate(() => document.body.outerHTML);
  await started(page);
  await page.mouse.move(300, 300);
  await page.mouse.wheel(0, 200);
  await page.evaluate(() => document.querySelector("#more").addEventListener("click", () => (window.clicked = true)));
  await page.click("#more");
  const yes = page.locator("effortlet-nudge").getByRole("button", { name: "Yes" });
  // Either the nudge comes, or it has been told that none will.
  const isWarned = () => warnings(seen).length > 0;
  const isAsked = () => page.locator("effortlet-nudge section").count();
  await until(page, async () => isWarned() || (await isAsked()));
  if (!isWarned()) await yes.click({ timeout: 2000 }).catch(() => {});
  await page.fill("#field", "words");
  await page.evaluate(() => window.effortlet("track", "something"));
  await page.evaluate(() => window.effortlet("stop"));

  assert.deepEqual(seen.errors, [], where);
  assert.ok(!seen.requests.some((it) => /full|check/.test(it)), `${where}: asked for ${seen.requests}; warned ${warnings(seen)}`);
  assert.ok(warnings(seen).length <= 1, `${where}: ${warnings(seen)}`);
  if (warnings(seen).length) assert.match(warnings(seen)[0], /^effortlet: stopped by a mistake of its own/, where);
  assert.equal(await page.evaluate(() => window.clicked), true, where);
  assert.equal(await page.inputValue("#field"), "words", where);
  assert.equal(await page.locator("effortlet-nudge").count(), 0, where);
  const held = await page.evaluate(() => navigator.locks.query().then(({ held }) => held.filter(({ name }) => name.startsWith("effortlet")).length));
  assert.equal(held, 0, where);
  assert.equal(await page.evaluate(() => document.body.outerHTML), before, where);
}

/** Once in each frame of the page. */
async function until(page, holds) {
  while (!(await holds())) await page.evaluate(() => new Promise(requestAnimationFrame));
}

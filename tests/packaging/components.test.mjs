/** The components of `effortlet/react` and `effortlet/vue`, in pages that come and go, with their framework's warnings. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { definition, survey } from "../browser/support/definitions.mjs";
import { stageWithoutCollector } from "../browser/support/stage.mjs";

const GO = definition(survey({ event: { name: "go" } }), { endpoint: undefined });
const DEFINITION = "/effortlet.json";
const OPTIONS = { src: "/effortlet/effortlet.js", definition: DEFINITION };

for (const framework of ["react", "vue"]) {
  const begin = async (t, options = OPTIONS) => {
    const html = `<!doctype html><html lang="en"><title>Refunds</title><div id="app"></div><script>options = ${JSON.stringify(options)}</script><script src="/app.js"></script>`;
    const { tab } = await stageWithoutCollector(t, { definition: GO, pages: { "/": html, "/app.js": await bundle(framework) } });
    const { page, seen } = await tab();
    await page.goto("/");
    return {
      page,
      seen,
      starts: () => seen.requests.filter((it) => it === `GET ${DEFINITION}`).length,
      async show(name, options = OPTIONS) {
        await page.evaluate(([name, options]) => show(name, options), [name, options]);
        await page.waitForFunction(() => drawn === wanted);
      },
      /** Resolves to whether something runs. */
      runs: () => page.evaluate(async () => Boolean(await effortlet("explain", "help-center"))),
    };
  };

  test(`${framework}: one start for pages that follow each other, and a stop once there is none`, async (t) => {
    const { page, seen, starts, show, runs } = await begin(t);
    assert.equal(await runs(), true);
    await show("second");
    assert.deepEqual([await runs(), starts()], [true, 1]);
    await show("");
    assert.deepEqual([await runs(), starts()], [false, 1]);
    await show("first");
    assert.deepEqual([await runs(), starts()], [true, 2]);
    assert.equal(await page.evaluate(() => given.track === app.track), true);
    assert.equal(seen.requests.filter((it) => it === `GET ${OPTIONS.src}`).length, 1);
    assert.deepEqual(complaints(seen), []);
  });

  test(`${framework}: other options start anew, the same ones made anew and another consent do not`, async (t) => {
    const { page, starts, show, runs } = await begin(t, { ...OPTIONS, consent: "pending" });
    assert.equal(await runs(), true);
    await show("first", { ...OPTIONS, consent: "granted" });
    await page.evaluate(() => app.show("help-center"));
    await page.waitForFunction(() => "effortlet" in localStorage);
    await show("first", { ...OPTIONS, consent: "granted" });
    assert.deepEqual([await runs(), starts()], [true, 1]);
    await show("first", { ...OPTIONS, locale: "ro" });
    assert.deepEqual([await runs(), starts()], [true, 2]);
    await show("first", { src: OPTIONS.src, definition: { ...GO, surveys: [] } });
    assert.deepEqual([await runs(), starts()], [false, 2]);
  });

  for (const [when, leave, more] of [["at the next mount", (show) => show("")], ["with another language", () => {}, { locale: "ro" }]]) {
    test(`${framework}: consent that is denied ${when} takes back what was granted before`, async (t) => {
      const { page, show, runs } = await begin(t, { ...OPTIONS, consent: "pending" });
      await show("first", { ...OPTIONS, consent: "granted" });
      await page.evaluate(() => app.show("help-center"));
      await page.waitForFunction(() => "effortlet" in localStorage);
      await leave(show);
      await show("first", { ...OPTIONS, consent: "denied", ...more });
      assert.equal(await runs(), true);
      await page.waitForFunction(() => !("effortlet" in localStorage), undefined, { timeout: 5000 });
      assert.equal(await page.evaluate(() => app.show("help-center")), true);
      await page.locator("effortlet-nudge").waitFor();
      assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), []);
    });
  }

  test(`${framework}: what the app has started itself is not stopped with the component`, async (t) => {
    const { page, show, runs } = await begin(t);
    assert.equal(await runs(), true);
    await page.evaluate((options) => app.start(options), OPTIONS);
    await show("");
    assert.equal(await runs(), true);
  });

  test(`${framework}: a definition that is no JSON is a warning, and the app goes on`, async (t) => {
    const { page, seen } = await begin(t);
    const isWarned = page.waitForEvent("console", (it) => it.type() === "warning");
    await page.evaluate(() => {
      const circle = {};
      circle.circle = circle;
      show("second", { ...options, definition: circle });
    });
    assert.match((await isWarned).text(), /^effortlet: definition: expected JSON/);
    await page.getByRole("heading", { name: "second" }).waitFor();
    assert.deepEqual(seen.errors, []);
  });
}

/** What the frameworks say to developers. */
const complaints = (seen) => [...seen.errors, ...seen.console.filter(({ type }) => ["warning", "error"].includes(type)).map(({ text }) => text)];

async function bundle(framework) {
  const entry = fileURLToPath(new URL(`components/${framework}.mjs`, import.meta.url));
  const flags = ["__VUE_OPTIONS_API__", "__VUE_PROD_DEVTOOLS__", "__VUE_PROD_HYDRATION_MISMATCH_DETAILS__"];
  const define = { "process.env.NODE_ENV": '"development"', ...Object.fromEntries(flags.map((flag) => [flag, "false"])) };
  const { outputFiles } = await build({ bundle: true, define, entryPoints: [entry], format: "iife", logLevel: "error", write: false });
  return outputFiles[0].text;
}

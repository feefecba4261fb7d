/**
 * The package in apps of real bundlers, as docs/application.md shows them: each page asks, and the collector has the answer.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { freshContext } from "../browser/support/browser.mjs";
import { startCollector } from "../browser/support/collector.mjs";
import { definition, survey } from "../browser/support/definitions.mjs";
import { startHost } from "../browser/support/host.mjs";
import { record } from "../browser/support/recorder.mjs";
import { acknowledged, asked, nudge } from "../browser/support/visitor.mjs";
import { install, withoutVite } from "./support/apps.mjs";

const TSC = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));
const ASKS = definition(survey({ event: { name: "supportResolved" } }), { endpoint: undefined });

const SERVER = "vite's own server";

/** What somebody has: an app, and what builds it. */
const ROWS = [
  ["plain", "esbuild"], ["plain", "webpack"], ["plain", "vite"], ["plain", SERVER],
  ["react", "esbuild"], ["react", "webpack"], ["react", "vite"], ["react", SERVER],
  ["vue", "vite"], ["vue", SERVER],
];

/** Milliseconds. */
const timeout = 60_000;

const somebody = await install();

test("to import it on a server does nothing, and so does what is called there", { timeout }, async () => {
  for (const name of ["effortlet", "effortlet/react", "effortlet/vue"]) {
    const { code, said } = await somebody.run("node", {}, ["-e", `import("${name}")`]).ended;
    assert.deepEqual({ name, code, said }, { name, code: 0, said: "" });
  }
  const calls = `import * as all from "effortlet";
    const came = await Promise.all(Object.entries(all).map(async ([name, call]) => [name, await call("a")]));
    console.log(JSON.stringify(came.filter(([, it]) => it !== undefined)))`;
  const { said } = await somebody.run("node", {}, ["--input-type=module", "-e", calls]).ended;
  assert.deepEqual(JSON.parse(said), [["forget", false], ["show", false], ["start", { surveys: [], problems: [] }]]);
});

test("what the docs show for React is right by the package's types", { timeout }, async () => {
  const { folder } = somebody.app("react", "https://ces.acme.example");
  for (const [module, resolution] of [["node16", "node16"], ["esnext", "bundler"]]) {
    const words = `--noEmit --allowJs --checkJs --strict --jsx react-jsx --module ${module} --moduleResolution ${resolution} ${folder}/App.jsx`;
    const { code, said } = await somebody.run("node", {}, [TSC, ...words.split(" ")]).ended;
    assert.deepEqual({ code, said }, { code: 0, said: "" });
  }
});

/** A page is waited for about as long as an app is built. */
describe("the apps of the docs", { concurrency: 2 }, () => {
  for (const [name, bundler] of ROWS) {
    const skip = bundler.startsWith("vite") && withoutVite;
    test(`the ${name} app of the docs asks, by ${bundler}`, { skip, timeout }, async (t) => {
      const collector = await startCollector(t, { definition: ASKS });
      const app = somebody.app(name, collector.address);
      const origin = bundler === SERVER ? await app.serve() : (await startHost(t, { pages: await app.build(bundler) })).origin;
      const page = await (await freshContext(t)).newPage();
      const seen = record(page);
      await page.goto(origin);
      await answered(page);
      assert.deepEqual(complaints(seen), []);
      const [answer, ...others] = await collector.rows("select choice from answer");
      assert.deepEqual([answer.choice, others], ["yes", []]);
    });
  }

  for (const name of ["react", "vue"]) {
    const skip = name === "vue" && withoutVite;
    test(`the ${name} app of the docs is rendered by a server, comes alive without a warning and asks`, { skip, timeout }, async (t) => {
      const collector = await startCollector(t, { definition: ASKS });
      const pages = await somebody.app(name, collector.address).render();
      assert.match(pages["/"], /<button>Solved<\/button>/);
      const { origin, pages: served } = await startHost(t, { pages });
      const page = await (await freshContext(t)).newPage();
      const seen = record(page);
      await page.goto(origin);
      await answered(page);
      assert.deepEqual(complaints(seen), []);

      served["/"] = pages["/"].replace(">Solved<", ">Open<");
      const isTold = Promise.race([page.waitForEvent("pageerror"), page.waitForEvent("console", (it) => it.type() === "error")]);
      await page.goto(origin);
      await isTold;
    });
  }
});

async function answered(page) {
  await page.getByRole("button", { name: "Solved" }).click();
  await asked(page, "Did you find the information you needed?");
  await nudge(page).getByRole("button", { name: "Yes" }).click();
  await acknowledged(page);
}

/** Without what developers are told by the way. */
const complaints = (seen) => [...seen.errors, ...seen.console.filter(({ type }) => ["warning", "error"].includes(type)).map(({ text }) => text)];

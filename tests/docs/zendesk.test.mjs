/** The recipe for Zendesk Guide, on pages at its addresses: the widget comes from another origin. */
import assert from "node:assert/strict";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { freshContext } from "../browser/support/browser.mjs";
import { startCollector } from "../browser/support/collector.mjs";
import { startHost } from "../browser/support/host.mjs";
import { DIST } from "../browser/support/paths.mjs";
import { record } from "../browser/support/recorder.mjs";
import { stopClock } from "../browser/support/stage.mjs";
import { acknowledged, arm, asked, leaveByTop, nudge, said } from "../browser/support/visitor.mjs";
import { startNginx } from "./support/nginx.mjs";
import { snippetsOf } from "./support/pages.mjs";

const RECIPE = "docs/recipes/zendesk.md";
const [FROM_COLLECTOR, FROM_SERVER] = snippetsOf(RECIPE, "html");
const [DEFINITION] = snippetsOf(RECIPE, "json").map((json) => JSON.parse(json));
const [LOCATION] = snippetsOf(RECIPE, "nginx");
const ARTICLE = "/hc/en-us/articles/360012345678-Refunds";
const FOUND = "Did you find the information you needed?";

/** What a newcomer is left alone for, in milliseconds. */
const SETTLED = 10_000;

/** Somebody reads an article, leaves and answers; resolves to the response that the collector has. */
async function answered(t, tag, collector) {
  const html = `<!doctype html><html lang="en-US"><head><title>Refunds</title>${tag}</head><body><h1>Refunds</h1></body></html>`;
  const host = await startHost(t, { pages: { [ARTICLE]: html } });
  const context = await freshContext(t, { baseURL: host.origin });
  const page = await context.newPage();
  const seen = record(page);
  await stopClock(page, new Date());
  await page.goto(ARTICLE);
  await page.waitForFunction(() => window.effortlet);
  await arm(page);
  await page.clock.runFor(SETTLED);
  await leaveByTop(page);
  await asked(page, FOUND);
  await nudge(page).getByRole("button", { name: "Yes" }).click();
  await acknowledged(page);
  assert.deepEqual(said(seen), []);
  return (await collector.exported())[0];
}

/** Zendesk's number is what stays; the words behind it may change. */
function assertOfArticle({ survey, page }) {
  assert.equal(survey, "help-center");
  assert.match(page.article, /^360012345678/);
}

test("the tag of the collector asks on an article of Zendesk, which is known by its address", async (t) => {
  const collector = await startCollector(t, { definition: DEFINITION });
  const response = await answered(t, FROM_COLLECTOR.replace("https://ces.acme.example", collector.address), collector);
  assertOfArticle(response);
  assert.match(response.locale, /^en/);
});

test("files on a server of one's own do the same, with the headers that its nginx gives them", async (t) => {
  const collector = await startCollector(t, { definition: DEFINITION });
  const nginx = await startNginx(t, LOCATION, (root) => {
    mkdirSync(root, { recursive: true });
    cpSync(DIST, join(root, "effortlet"), { recursive: true });
    const endpoint = `${collector.address}/v1/responses`;
    writeFileSync(join(root, "effortlet", "effortlet.json"), JSON.stringify({ ...DEFINITION, endpoint }));
  });
  if (!nginx) return t.skip("nginx is not installed");
  const response = await answered(t, FROM_SERVER.replaceAll("https://cdn.acme.example", nginx.address), collector);
  assertOfArticle(response);
});

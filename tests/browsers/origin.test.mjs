/**
 * The program is the whole product: a page of another origin has its script tag and nothing else.
 */
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { PASSWORD, startCollector } from "../browser/support/collector.mjs";
import { definition } from "../browser/support/definitions.mjs";
import { inEachEngine } from "./support/each-engine.mjs";
import { FOUND, HELPED, hostOf, shown } from "./support/stage.mjs";
import { acknowledged, asked, assertQuiet, click, open, point, press, run, show, until } from "./support/visitor.mjs";

/** Milliseconds a collector may take to notice that the file has changed: it looks each second. */
const NOTICED = 30_000;

/** Names no endpoint: answers go where the script came from. */
const ASKED = JSON.stringify(definition(shown(), { endpoint: undefined }));

/** A collector with such a definition, and a page of another origin that has nothing but its script tag. */
async function stage(t, page) {
  const folder = await mkdtemp(join(tmpdir(), "effortlet-origin-"));
  const file = join(folder, "effortlet.json");
  await writeFile(file, ASKED);
  const collector = await startCollector(t, { definition: file, closed: true });
  t.after(() => rm(folder, { recursive: true }));
  const tag = `<script src="${collector.address}/effortlet.js" async></script>`;
  const html = `<!doctype html><html lang="en"><title>Help</title><script src="/watch.js"></script>${tag}<h1>Refunds</h1>`;
  const host = await hostOf(t, { pages: { "/": html, "/effortlet.json": gone } });
  await open(page, host.origin);
  return { collector, file, host };
}

/** The site has no file of ours, and nothing asks it for one. */
const gone = (request, reply) => reply.writeHead(404).end();

/** Opens a page of the report, which asks for the password first. */
async function openReport(page, url) {
  await page.get(url);
  await until(page, "expected to be asked for the password", () => document.querySelector("input[type=password]"));
  await run(page, (password) => {
    Object.assign(document.querySelector("input[type=password]"), { value: password }).form.requestSubmit();
  }, PASSWORD);
  await until(page, "expected to be let in", () => !document.querySelector("input[type=password]"));
  await page.get(url);
}

inEachEngine("a page of another origin with one script tag asks, posts, and the report shows it", async (t, page) => {
  const { collector, host } = await stage(t, page);
  await show(page);
  await asked(page, FOUND);
  await press(page, "Yes");
  await asked(page, HELPED);
  await click(page, await point(page, 6));
  await acknowledged(page);
  await assertQuiet(page);
  const kept = await collector.rows("select survey, page_url, count(*) as answers from response join answer on response.id = answer.response");
  assert.deepEqual(kept, [{ survey: "help-center", page_url: host.url("/"), answers: 2 }]);

  await openReport(page, `${collector.address}/report/`);
  const listed = await run(page, () => document.body.innerText);
  assert.match(listed, /help-center[\s\S]*\b1 answer,/);
});

/** Waits until the collector serves this organization's definition. */
async function serves(collector, organization) {
  const latest = Date.now() + NOTICED;
  for (;;) {
    const served = await fetch(`${collector.address}/effortlet.json`);
    assert.equal(served.status, 200);
    if ((await served.json()).organization === organization) return;
    assert.ok(Date.now() < latest, `expected the definition of ${organization}; the collector said: ${collector.said()}`);
    await pause(20);
  }
}

inEachEngine("a broken definition leaves the last good one, which pages go on to ask by", async (t, page) => {
  const { collector, file, host } = await stage(t, page);
  await writeFile(file, ASKED.replace("Acme", "Ajax"));
  await serves(collector, "Ajax");
  await writeFile(file, ASKED.replace('"version":1', '"version":2').replace("Acme", "Apex"));
  const said = /the last good one stays: version: expected 1/;
  const latest = Date.now() + NOTICED;
  while (!said.test(collector.said())) {
    assert.ok(Date.now() < latest, collector.said());
    await pause(20);
  }
  await serves(collector, "Ajax");
  await open(page, host.url("/"));
  await show(page);
  await asked(page, FOUND);
  await press(page, "Yes");
  await asked(page, HELPED.replace("Acme", "Ajax"));
  await assertQuiet(page);
});

/** Where a page's policy lets no wasm run, the same engine runs as plain JavaScript. */
import assert from "node:assert/strict";
import { inEachEngine } from "./support/each-engine.mjs";
import { answerAll } from "./support/interview.mjs";
import { arrive, arriveWithCollector, watched } from "./support/stage.mjs";
import { acknowledged, asked, noted, open, run, show, until } from "./support/visitor.mjs";

const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'";

const underPolicy = (request, reply) =>
  reply.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-security-policy": POLICY }).end(watched());

/** What was asked for of the widget's files. */
const files = (page) =>
  run(page, () => performance.getEntriesByType("resource").map(({ name }) => name.split("/effortlet/")[1]).filter(Boolean));

/** Trying whether any wasm may run is reported to the page: there is no other way to know. */
const isOfWasm = (violation) => /^script-src/.test(violation);

inEachEngine("without 'wasm-unsafe-eval' a survey is asked and answered by plain JavaScript, fetched only there", async (t, page) => {
  const { host, collector } = await arriveWithCollector(t, page);
  assert.ok(!(await files(page)).includes("plain.js"));
  host.pages["/strict"] = underPolicy;
  await open(page, host.url("/strict"));
  await show(page);
  await answerAll(page);
  await acknowledged(page);
  const answers = await collector.rows("select question, choice, rating, text from answer order by position");
  assert.deepEqual(answers.map(({ question, choice, rating, text }) => [question, choice ?? rating ?? text]), [["found", "yes"], ["effort", 6], ["improve", "Shorter words"]]);
  const loaded = await files(page);
  assert.ok(loaded.includes("plain.js") && !loaded.some((name) => name.endsWith(".wasm")), `${loaded}`);
  const { errors, violations } = await noted(page);
  assert.deepEqual(errors, []);
  assert.ok(violations.every(isOfWasm) && violations.length <= 1, `${violations}`);
});

inEachEngine("where the plain JavaScript is missing too, one warning names what the policy lacks", async (t, page) => {
  const missing = (request, reply) => reply.writeHead(404).end();
  const host = await arrive(t, page, { pages: { "/strict": underPolicy, "/effortlet/plain.js": missing } });
  await open(page, host.url("/strict"));
  await until(page, "expected a warning", () => window.noted.errors.length > 0);
  const { errors } = await noted(page);
  assert.deepEqual(errors, [`effortlet: ${host.url("/effortlet/plain.js")}: expected 'wasm-unsafe-eval' in the script-src of the page's policy, or the file, got status 404`]);
  assert.equal(await show(page), false);
});

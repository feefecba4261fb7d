/** Files of two builds never run together, and what keeps the widget from running is named once. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DIST } from "../browser/support/paths.mjs";
import { inEachEngine } from "./support/each-engine.mjs";
import { arrive, hostOf, shown } from "./support/stage.mjs";
import { noted, open, run, show, until } from "./support/visitor.mjs";

const TYPES = { js: "text/javascript", wasm: "application/wasm" };

/** Waits for a warning, and gives all that there was to note. */
async function warned(page) {
  await until(page, "expected a warning", () => window.noted.errors.length > 0);
  return noted(page);
}

/** A file as another build has it: the name of the build is another one, or of a wasm a section is more. */
const ofAnotherBuild = (name) => async (request, reply) => {
  const content = await readFile(join(DIST, name));
  const type = TYPES[name.split(".")[1]];
  const text = `${content}`;
  const [, build] = /export const build="([^"]+)"/.exec(text) ?? [];
  const other = build ? text.replaceAll(build, "00000000") : Buffer.concat([content, Buffer.from([0, 2, 1, 120])]);
  reply.writeHead(200, { "content-type": type }).end(other);
};

/** Asks for more than the ordinary edition knows. */
const RARE = shown({ layout: { corner: "topStart" } });

const status = (code, type, body) => (request, reply) => reply.writeHead(code, { "content-type": type }).end(body);

const EXPECTED = "expected the file of the same build as module.js";

const ROWS = {
  "module.js of another build": { file: "module.js", says: (host) => `expected module.js of the same build beside ${host.url("/effortlet/effortlet.js")}` },
  "effortlet.wasm of another build": { file: "effortlet.wasm", says: (host) => `${host.url("/effortlet/effortlet.wasm")}: ${EXPECTED}` },
  "full.js of another build": { file: "full.js", surveys: RARE, says: (host, engine) => (engine === "webkit" ? `full.js: ${EXPECTED}` : `${host.url("/effortlet/full.js")}: ${EXPECTED}`) },
  "full.wasm of another build": { file: "full.wasm", surveys: RARE, says: (host) => `${host.url("/effortlet/full.wasm")}: ${EXPECTED}` },
  "no effortlet.wasm": { file: "effortlet.wasm", answer: status(404, "text/plain", ""), says: (host) => `${host.url("/effortlet/effortlet.wasm")}: expected the file, got status 404` },
  "HTML in the place of effortlet.wasm": { file: "effortlet.wasm", answer: status(200, "text/html", "<!doctype html>"), says: (host) => `${host.url("/effortlet/effortlet.wasm")}: expected the file, got HTML` },
};

for (const [what, { file, surveys, answer, says }] of Object.entries(ROWS)) {
  inEachEngine(`with ${what} nothing runs, and one warning says so`, async (t, page, engine) => {
    const pages = { [`/effortlet/${file}`]: answer ?? ofAnotherBuild(file) };
    const host = await hostOf(t, { surveys, pages });
    await open(page, host.origin);
    assert.ok(!(await show(page)));
    const { errors } = await warned(page);
    assert.deepEqual(errors, [`effortlet: ${says(host, engine)}`]);
    assert.equal(await run(page, () => document.querySelectorAll("effortlet-nudge, link").length), 0);
  });
}

inEachEngine("from another origin without its header one warning names the header", async (t, page) => {
  const other = await hostOf(t, {});
  const withHeader = (name) => async (request, reply) =>
    reply.writeHead(200, { "content-type": TYPES[name.split(".")[1]], "access-control-allow-origin": "*" }).end(await readFile(join(DIST, name)));
  for (const name of ["module.js", "check.js"]) other.pages[`/effortlet/${name}`] = withHeader(name);
  const host = await hostOf(t, {});
  host.pages["/"] = host.pages["/"].replace("/effortlet/effortlet.js", other.url("/effortlet/effortlet.js"));
  await open(page, host.origin);
  const { errors } = await warned(page);
  assert.deepEqual(errors, [`effortlet: ${other.url("/effortlet/effortlet.wasm")}: expected access-control-allow-origin in the reply, for ${host.origin}`]);
});

inEachEngine("a script tag with the hash of integrity.json runs what it names", async (t, page) => {
  const hashes = JSON.parse(await readFile(join(DIST, "integrity.json"), "utf8"));
  const host = await arrive(t, page);
  host.pages["/"] = host.pages["/"].replace('<script src="/effortlet/effortlet.js"', `$& integrity="${hashes["effortlet.js"]}"`);
  await open(page, host.url("/"));
  assert.equal(await show(page), true);
});

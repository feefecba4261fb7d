/**
 * README.md is held to the product: its definitions are checked, its response is posted to the
 * real collector, its receiver is run.
 */
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { startCollector } from "../browser/support/collector.mjs";

const ROOT = new URL("../../", import.meta.url);
const README = text("README.md");

test("each definition in README passes cargo xtask check", (t) => {
  const definitions = blocks("json").filter((json) => "surveys" in JSON.parse(json));
  assert.ok(definitions.length > 0);
  for (const definition of definitions) {
    const file = join(folder(t), "definition.json");
    writeFileSync(file, definition);
    const { status, stdout } = spawnSync("cargo", ["xtask", "check", file], { cwd: ROOT, encoding: "utf8" });
    assert.deepEqual({ status, stdout }, { status: 0, stdout: "" });
  }
});

test("the response in README is one that the collector takes", async (t) => {
  const { id, rev, survey, surveyVersion } = JSON.parse(response());
  const asked = { id: survey, version: surveyVersion, template: "help-center", triggers: { exitIntent: {} } };
  const definition = { version: 1, organization: "Acme", surveys: [asked] };
  const collector = await startCollector(t, { definition });
  const { status, told } = await post(`${collector.address}/v1/responses`, response());
  const expected = { stored: 1, unchanged: 0, responses: [{ id, rev }] };
  assert.deepEqual({ status, told: JSON.parse(told) }, { status: 200, told: expected });
});

test("the receiver in README takes a response, in any order, and refuses what is none", async (t) => {
  const receiver = blocks("js").find((js) => js.includes("createServer"));
  const file = join(folder(t), "receiver.mjs");
  writeFileSync(file, receiver);
  const port = await freePort();
  const child = spawn(process.execPath, [file], { env: { ...process.env, PORT: port }, stdio: "inherit" });
  t.after(() => child.kill());
  const address = `http://127.0.0.1:${port}/`;
  const older = response().replace('"rev": 2', '"rev": 0');
  const { id } = JSON.parse(response());
  for (const [body, revs] of [[response(), [2]], [older, [0]], [`[${response()},${older}]`, [2, 0]]]) {
    const { status, origin, told } = await post(address, body);
    const expected = { status: 200, origin: "*", responses: revs.map((rev) => ({ id, rev })) };
    assert.deepEqual({ status, origin, ...JSON.parse(told) }, expected);
  }
  assert.equal((await post(address, "<p>")).status, 400);
});

test("README names the limits of budget.toml", () => {
  const limit = (name) => Number(text("budget.toml").match(new RegExp(`^${name} = (\\d+)`, "m"))[1]) / 1000;
  const said = `the loader is past ${limit("loader")} KB, an ordinary definition past ${limit("ordinary")} or any past ${limit("any")}`;
  assert.ok(README.includes(said), said);
});

test("every file that README leads to is there", () => {
  const links = [...README.matchAll(/(?:\]\(|src="|srcset=")(?!https?:|[/#])([^)"]+)/g)].map(([, path]) => path);
  assert.ok(links.length > 4, links.join(", "));
  for (const path of links) assert.ok(readFileSync(new URL(path, ROOT)).length > 0, path);
});

test("every heading that README leads to is there", () => {
  const headings = [...README.matchAll(/^#+ (.+)$/gm)].map(([, text]) => `#${text.toLowerCase().replace(/[^\w -]/g, "").replaceAll(" ", "-")}`);
  const links = [...README.matchAll(/\]\((#[^)]+)\)/g)].map(([, anchor]) => anchor);
  assert.ok(links.length > 2, links.join(", "));
  assert.deepEqual(links.filter((anchor) => !headings.includes(anchor)), []);
});

const response = () => blocks("json").find((json) => "schema" in JSON.parse(json));

function blocks(language) {
  return [...README.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gms"))].map(([, block]) => block);
}

function text(path) {
  return readFileSync(new URL(path, ROOT), "utf8");
}

function folder(t) {
  const path = mkdtempSync(join(tmpdir(), "effortlet-readme-"));
  t.after(() => rmSync(path, { recursive: true }));
  return path;
}

/** Tries again until somebody answers, for 10 s at most. */
async function post(address, body) {
  const headers = { "content-type": "text/plain" };
  for (let tries = 0; tries < 200; tries += 1) {
    const reply = await fetch(address, { method: "POST", headers, body }).catch(() => undefined);
    if (reply) return { status: reply.status, origin: reply.headers.get("access-control-allow-origin"), told: await reply.text() };
    await pause(50);
  }
  assert.fail(`${address}: expected a reply`);
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

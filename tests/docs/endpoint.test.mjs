/** docs/endpoint.md is held to the product: its response is posted to the real collector, its receiver is run. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { startCollector } from "../browser/support/collector.mjs";
import { snippetsOf } from "./support/pages.mjs";

const PAGE = "docs/endpoint.md";

test("the response that is shown is one that the collector takes", async (t) => {
  const { id, rev, survey, surveyVersion } = JSON.parse(response());
  const asked = { id: survey, version: surveyVersion, template: "help-center", triggers: { exitIntent: {} } };
  const definition = { version: 1, organization: "Acme", surveys: [asked] };
  const collector = await startCollector(t, { definition });
  const { status, told } = await post(`${collector.address}/v1/responses`, response());
  const expected = { stored: 1, unchanged: 0, responses: [{ id, rev }] };
  assert.deepEqual({ status, told: JSON.parse(told) }, { status: 200, told: expected });
});

test("the receiver that is shown takes a response, in any order, and refuses what is none", async (t) => {
  const receiver = snippetsOf(PAGE, "js").find((js) => js.includes("createServer"));
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

const response = () => snippetsOf(PAGE, "json").find((json) => "schema" in JSON.parse(json));

function folder(t) {
  const path = mkdtempSync(join(tmpdir(), "effortlet-receiver-"));
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

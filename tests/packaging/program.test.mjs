/**
 * `npx effortlet` stands in for the program: its signals, its exit code, and what it says where there is none.
 */
import assert from "node:assert/strict";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { platform } from "../../loader/program.mjs";
import { newcomer } from "./support/newcomer.mjs";
import { manifestOf, startRegistry } from "./support/registry.mjs";
import { inPlace, tarballs } from "./support/tarballs.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const OURS = JSON.parse(readFileSync(join(ROOT, "package.json")));
const NAME = `@effortlet/${platform()}`;

/** Milliseconds. */
const timeout = 120_000;

const packages = tarballs(inPlace);

/** Somebody who has installed the package, and npm with these options. */
async function installed(t, options = "") {
  const somebody = await newcomer(t, await startRegistry(t, packages.files));
  writeFileSync(join(somebody.folder, "package.json"), '{ "private": true }');
  copyFileSync(join(ROOT, "www/effortlet.json"), join(somebody.folder, "effortlet.json"));
  const { code, said } = await somebody.run(`npm install effortlet${options}`).ended;
  assert.equal(code, 0, said);
  return somebody;
}

/** Somebody on this machine, whom tests share: what each runs ends with it. */
const here = installed({ after });

test("the package that is published names the program for this machine, and nothing else that the tree does not", () => {
  const [program, main] = packages.files.map(manifestOf);
  const { optionalDependencies, ...rest } = main;
  assert.deepEqual(rest, OURS);
  assert.deepEqual(optionalDependencies, { [NAME]: OURS.version });
  const { name, version, os, cpu, license } = program;
  const expected = { name: NAME, version: OURS.version, os: [process.platform], cpu: [process.arch], license: OURS.license };
  assert.deepEqual({ name, version, os, cpu, license }, expected);
  assert.deepEqual(program.libc, process.platform === "linux" ? [platform().endsWith("-musl") ? "musl" : "glibc"] : undefined);
});

/** A program that stands in for ours ends as the shell says. */
const ENDS = [
  ["exit 7", { code: 7, signal: null }],
  ["kill -KILL $$", { code: null, signal: "SIGKILL" }],
];

test("it ends as the program does", { timeout }, async () => {
  const { folder, run } = await here;
  for (const [line, expected] of ENDS) {
    const file = join(folder, "program");
    writeFileSync(file, `#!/bin/sh\n${line}\n`, { mode: 0o755 });
    const { code, signal } = await run("node node_modules/effortlet/dist/cli.mjs serve", { EFFORTLET_PROGRAM: file }).ended;
    assert.deepEqual({ code, signal }, expected);
  }
  const { code, said } = await run("npx effortlet nonsense").ended;
  assert.equal(code, 2, said);
  assert.match(said, /^error: unrecognized subcommand 'nonsense'/);
});

test("a signal to stop reaches the collector, which ends in order", { timeout }, async () => {
  const { run } = await here;
  const own = "node node_modules/effortlet/dist/cli.mjs";
  // npm ends by the signal itself, whatever it has started.
  for (const [command, expected] of [[own, { code: 0, signal: null }], ["npx effortlet", { code: null, signal: "SIGTERM" }]]) {
    const serving = run(`${command} serve --definition effortlet.json`);
    const [, address] = await serving.says(/listening on (http:\S+)\n/);
    assert.equal((await fetch(`${address}/livez`)).status, 200);
    const { code, signal, said } = await serving.end();
    assert.deepEqual({ code, signal }, expected, said);
    // Its output has ended, so it has: nobody else holds that.
    assert.doesNotMatch(said, /still running/);
    await assert.rejects(fetch(`${address}/livez`));
  }
});

/** A machine that is another, as far as Node says. */
const elsewhere = (script) => `node --import data:text/javascript,${encodeURIComponent(script)} node_modules/effortlet/dist/cli.mjs`;
const MAC = elsewhere('Object.defineProperties(process, { platform: { value: "darwin" }, arch: { value: "riscv64" } })');
const ALPINE = elsewhere('Object.defineProperty(process, "platform", { value: "linux" }); process.report.getReport = () => ({ header: {} })');

test("a machine for which there is no program is told so in a sentence, and checks definitions all the same", { timeout }, async (t) => {
  const { run } = await installed(t, " --os=openbsd --cpu=mips");
  const way = "build it from the source with `npm run product` and name its path in EFFORTLET_PROGRAM; `effortlet check` needs none";
  const musl = `linux-${process.arch}-musl`;
  for (const [command, name] of [[MAC, "darwin-riscv64"], ...(platform() === musl ? [] : [[ALPINE, musl]])]) {
    const expected = `effortlet: this machine is ${name}, for which there is no program (there is one for ${platform()}): ${way}\n`;
    assert.deepEqual(await run(`${command} serve --definition effortlet.json`).ended, { code: 1, signal: null, said: expected });
    const { code, said } = await run(`${command} check effortlet.json`).ended;
    assert.deepEqual({ code, said }, { code: 0, said: "effortlet.json: no mistakes, surveys help-center, resolution\n" });
  }

  const left = `effortlet: ${NAME} ${OURS.version} has the program for this machine and is not installed: run npm with --include=optional\n`;
  assert.deepEqual(await run("npx effortlet report").ended, { code: 1, signal: null, said: left });
  const { code, said } = await run("npx effortlet check effortlet.json").ended;
  assert.deepEqual({ code, said }, { code: 0, said: "effortlet.json: no mistakes, surveys help-center, resolution\n" });
});

test("a program that cannot be run is named", { timeout }, async () => {
  const { run } = await here;
  const { code, said } = await run("npx effortlet init", { EFFORTLET_PROGRAM: "/nowhere/effortlet" }).ended;
  assert.equal(code, 1);
  assert.match(said, /^effortlet: \/nowhere\/effortlet: expected a program that runs here \(.+\)\n$/);
});

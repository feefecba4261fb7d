/**
 * The program `effortlet`, which comes as an npm package of its own for each platform: npm installs the one
 * for this machine beside us. Has it do what it was asked, in our place. Never downloads anything.
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const FAILED = 1;

/** What a service manager, a terminal and its end say to us, and mean the program. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

/** Milliseconds between two looks at who has started us. */
const LOOKED_AT = 500;

/** A program has one C library to stand on: Alpine and its like have another than most. */
export const libc = () => (process.report.getReport().header.glibcVersionRuntime ? "glibc" : "musl");

/** As in the names of the packages: `linux-x64`, `linux-x64-musl`, `darwin-arm64`. */
export function platform() {
  const named = `${process.platform}-${process.arch}`;
  return process.platform === "linux" && libc() === "musl" ? `${named}-musl` : named;
}

export const packageOf = (platform) => `@effortlet/${platform}`;

export const fileOf = (platform) => (platform.startsWith("win32-") ? "effortlet.exe" : "effortlet");

/** Resolves to the exit code of the program, once it has ended. Where a signal ended it, so are we. */
export function run(words) {
  let path;
  try {
    path = process.env.EFFORTLET_PROGRAM || installed(platform());
  } catch ({ message }) {
    return fail(message);
  }
  return new Promise((resolve) => {
    let child;
    const hand = (signal) => child.kill(signal);
    for (const signal of SIGNALS) process.on(signal, hand);
    if (process.env.npm_lifecycle_event === "npx") whenOrphaned(() => hand("SIGTERM"));
    child = spawn(path, words, { stdio: "inherit" });
    child.on("error", ({ message }) => resolve(fail(`${path}: expected a program that runs here (${message})`)));
    child.on("exit", (code, signal) => {
      for (const it of SIGNALS) process.off(it, hand);
      if (signal) process.kill(process.pid, signal);
      else resolve(code);
    });
  });
}

/** Whoever ends npx ends the shell between it and us, which hands nothing on: all that is left to see is that it is gone. */
function whenOrphaned(call) {
  const parent = process.ppid;
  const looking = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(looking);
    call();
  }, LOOKED_AT);
  looking.unref();
}

/** Its path; throws a sentence that says what to do where there is none. */
function installed(platform) {
  const name = packageOf(platform);
  const { version, optionalDependencies = {} } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url)));
  if (!(name in optionalDependencies)) throw new Error(unknown(platform, Object.keys(optionalDependencies)));
  try {
    return createRequire(import.meta.url).resolve(`${name}/${fileOf(platform)}`);
  } catch {
    throw new Error(`${name} ${version} has the program for this machine and is not installed: run npm with --include=optional`);
  }
}

function unknown(platform, packages) {
  const others = packages.map((name) => name.slice(packageOf("").length));
  const there = others.length > 0 ? `there is one for ${others.join(", ")}` : "this package brings none";
  const way = "build it from the source with `npm run product` and name its path in EFFORTLET_PROGRAM; `effortlet check` needs none";
  return `this machine is ${platform}, for which there is no program (${there}): ${way}`;
}

function fail(line) {
  console.error(`effortlet: ${line}`);
  return FAILED;
}

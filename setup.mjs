/**
 * node setup.mjs [--browser | --browsers]: gets this machine ready for `npm start`; with --browser
 * for what is run in Chromium, with --browsers for `npm test`, which needs Firefox and WebKit too.
 *
 * Installs what it may (the wasm target, npm packages, Debian's browsers and PostgreSQL for root, geckodriver), unpacks
 * nginx and Caddy and names the rest in one line. Does nothing slow when everything is there. Needs Node and nothing else.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findChromium, findShell } from "./tests/browser/support/chromium.mjs";
import { TOOLS } from "./tests/browser/support/paths.mjs";
import { enginesAsked, missingOf } from "./tests/browsers/support/engines.mjs";

const ROOT = fileURLToPath(new URL(".", import.meta.url));

/** Packages of their own, so that nobody else waits for them, and what they ask of Node is theirs. */
const CONSUMERS = join(ROOT, "tests/packaging/consumers");

const WASM_TARGET = "wasm32-unknown-unknown";

/** The version of Firefox's driver that is built where there is none. */
const GECKODRIVER = "0.37.1";

/** What Debian has of each engine: its browser, its driver, and the screen that it needs. */
const PACKAGES = {
  chromium: ["chromium", "chromium-driver"],
  firefox: ["firefox-esr"],
  webkit: ["webkit2gtk-driver", "xvfb"],
};

/** What tests put in front of the collector, each of a Debian package by its name. */
const SERVERS = ["nginx", "caddy"];

/** Another of Debian's programs may be at work; nobody is asked. */
const WAITING = ["-o", "DPkg::Lock::Timeout=300"];
const QUIETLY = ["--yes", "--quiet", "--no-install-recommends"];

setUp(process.argv.slice(2));

function setUp(words) {
  haveNode();
  haveRust();
  haveWasmTarget();
  haveCompiler();
  havePackages(ROOT, "npm packages");
  if (words.includes("--browser")) haveChromium();
  if (words.includes("--browsers")) {
    havePackages(CONSUMERS, "the bundlers and frameworks of those who install the package");
    haveEngines();
    haveShell();
    havePostgres();
    haveServers();
  }
}

function haveNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 10)) missing(`Node 20.10 or later is needed, this is ${process.version}: see https://nodejs.org`);
}

/** rustup picks the version that rust-toolchain.toml names, and mostly fetches it by itself. */
function haveRust() {
  if (succeeds("cargo", ["--version"])) return;
  if (!succeeds("rustup", ["--version"])) {
    missing("Rust is missing: install rustup from https://rustup.rs, open a new shell and run this again");
  }
  install("the Rust toolchain", "rustup", ["toolchain", "install"]);
  if (!succeeds("cargo", ["--version"])) missing("cargo does not run: see `cargo --version`");
}

function haveWasmTarget() {
  if (hasWasmTarget()) return;
  if (!succeeds("rustup", ["--version"])) {
    missing(`Rust has no ${WASM_TARGET} target and there is no rustup to add it: install rustup from https://rustup.rs`);
  }
  install("Rust's wasm target", "rustup", ["target", "add", WASM_TARGET]);
  if (!hasWasmTarget()) missing(`Rust has no ${WASM_TARGET} target: run rustup target add ${WASM_TARGET}`);
}

function hasWasmTarget() {
  const sysroot = run("rustc", ["--print", "sysroot"], "pipe").stdout?.trim();
  return Boolean(sysroot) && existsSync(join(sysroot, "lib", "rustlib", WASM_TARGET, "lib"));
}

/** The collector's SQLite is C; on Windows Rust's own linker comes with a compiler. */
function haveCompiler() {
  if (process.platform === "win32") return;
  const compiler = process.env.CC ?? "cc";
  if (!succeeds(compiler, ["--version"])) {
    missing(`a C compiler is missing (${compiler}): on Debian run apt-get install build-essential, on a Mac xcode-select --install`);
  }
}

/** npm writes node_modules/.package-lock.json last, so its age is that of the installation. */
function havePackages(folder, what) {
  const installed = join(folder, "node_modules", ".package-lock.json");
  const lock = join(folder, "package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  install(what, npm, ["ci", "--no-audit", "--no-fund"], folder);
}

function haveChromium() {
  if (findChromium()) return;
  if (process.env.CHROMIUM) missing(`CHROMIUM names ${process.env.CHROMIUM}, which cannot be run`);
  installPackages("Chromium", ["chromium"]);
  if (!findChromium()) {
    missing("Chromium is missing, the browser tests need it: install it (Debian: apt-get install chromium) or set CHROMIUM to its path");
  }
}

/** Every engine that is tested in, each with its driver. */
function haveEngines() {
  const lacking = enginesAsked().filter((engine) => missingOf(engine).some((role) => role !== "driver" || engine !== "firefox"));
  const packages = lacking.flatMap((engine) => PACKAGES[engine]);
  if (packages.length > 0) installPackages(lacking.join(", "), packages);
  if (enginesAsked().includes("firefox") && missingOf("firefox").includes("driver")) buildGeckodriver();
  const lines = enginesAsked().flatMap(saidMissing);
  if (lines.length > 0) missing(`the tests in three engines need ${lines.join("; ")}`);
}

/** What tests run without, in the whole of Chromium, and take longer. */
function haveShell() {
  if (process.env.CHROMIUM || findShell() || !mayInstallPackages()) return;
  console.error("setup: installing Chromium's headless shell, where Debian has one");
  apt(["install", ...QUIETLY, "chromium-headless-shell"]);
  if (!findShell()) console.error("setup: without it the tests take longer, and test the same");
}

/** Debian makes no cluster while it is installed, and so has nothing to start; a setting that is there stays. */
function havePostgres() {
  const isThere = () => existsSync("/usr/lib/postgresql") || succeeds("initdb", ["--version"]);
  if (!isThere() && mayInstallPackages()) {
    const settings = "/etc/postgresql-common";
    mkdirSync(settings, { recursive: true });
    if (!existsSync(join(settings, "createcluster.conf"))) {
      writeFileSync(join(settings, "createcluster.conf"), "create_main_cluster = false\n");
    }
    console.error("setup: installing PostgreSQL, without starting it");
    apt(["install", ...QUIETLY, "postgresql"]);
  }
  if (!isThere()) console.error("setup: without PostgreSQL its tests are skipped (Debian: apt-get install postgresql)");
}

/** Unpacked rather than installed, which would start them. Without them tests are skipped, and say so. */
function haveServers() {
  const folder = join(TOOLS, "servers");
  const programs = (root) => SERVERS.map((name) => ["bin", "sbin"].map((it) => join(root, "usr", it, name)));
  const isIn = (root) => programs(root).map((paths) => paths.some((path) => existsSync(path)));
  const [ours, theirs] = [isIn(folder), isIn("/")];
  const lacking = SERVERS.filter((_, index) => !ours[index] && !theirs[index]);
  if (lacking.length === 0 || !succeeds("apt-get", ["--version"]) || !succeeds("dpkg-deb", ["--version"])) return;
  console.error(`setup: unpacking Debian's ${lacking.join(" and ")} for tests, where they can be had`);
  mkdirSync(folder, { recursive: true });
  for (const name of lacking) apt(["download", "--quiet", name], folder);
  const packages = readdirSync(folder).filter((name) => name.endsWith(".deb"));
  for (const name of packages) run("dpkg-deb", ["--extract", name, "."], "inherit", folder);
}

/** Debian has no package of it. */
function buildGeckodriver() {
  const words = ["install", "geckodriver", "--version", GECKODRIVER, "--locked", "--debug", "--root", TOOLS];
  install("Firefox's driver, which takes minutes the first time", "cargo", words);
}

function saidMissing(engine) {
  const lacking = missingOf(engine);
  if (lacking.length === 0) return [];
  return [`${engine}, whose ${lacking.join(" and ")} cannot be found (Debian: apt-get install ${PACKAGES[engine].join(" ")})`];
}

/** Where that cannot be done, it is said afterwards what is missing. */
function installPackages(what, packages) {
  if (!mayInstallPackages()) return;
  console.error(`setup: installing ${what}`);
  apt(["install", ...QUIETLY, ...packages, "fonts-liberation"]);
}

function mayInstallPackages() {
  return process.getuid?.() === 0 && succeeds("apt-get", ["--version"]);
}

/** A new machine has no list of packages yet, and one that it has may be too old. */
function apt(words, folder) {
  const go = () => run("apt-get", [...WAITING, ...words], "inherit", folder).status;
  if (go() !== 0 && run("apt-get", [...WAITING, "update", "--quiet"], "inherit").status === 0) go();
}

function install(what, command, words, folder) {
  console.error(`setup: installing ${what} (${command} ${words.join(" ")})`);
  const { error, status } = run(command, words, "inherit", folder);
  if (error || status !== 0) missing(`${what}: could not be installed, see above`);
}

function succeeds(command, words) {
  return run(command, words, "pipe").status === 0;
}

function run(command, words, stdio, cwd = ROOT) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const shell = process.platform === "win32";
  return spawnSync(command, words, { cwd, encoding: "utf8", env, shell, stdio });
}

function missing(line) {
  console.error(`setup: ${line}`);
  process.exit(1);
}

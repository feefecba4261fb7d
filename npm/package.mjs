/**
 * node npm/package.mjs [--program FILE] [--out FOLDER]: what `npx effortlet` installs, as npm publishes it.
 *
 * Writes two tarballs into target/package: `@effortlet/<platform>` with the program for this machine, which
 * is target/product/effortlet, and `effortlet`, which names it. For a release, the tarballs of the other
 * platforms are put into the same folder first: `effortlet` names all that are there. Never publishes.
 */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { fileOf, libc, packageOf, platform } from "../loader/program.mjs";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const HERE = platform();
const LICENCES = ["LICENSE-MIT", "LICENSE-APACHE"];

const { values: given } = parseArgs({ options: { program: { type: "string" }, out: { type: "string" } } });
const target = resolve(ROOT, process.env.CARGO_TARGET_DIR ?? "target");
const program = resolve(given.program ?? join(target, "product", fileOf(HERE)));
const out = resolve(given.out ?? join(target, "package"));
const ours = JSON.parse(readFileSync(join(ROOT, "package.json")));

assertRuns();
mkdirSync(out, { recursive: true });
pack(ofPlatform(), { [fileOf(HERE)]: program, "README.md": "npm/README.md" });
pack({ ...ours, optionalDependencies: packed() }, { "README.md": "README.md" });

/** A program for another machine, or of another version, would be found out by those who install it. */
function assertRuns() {
  let told;
  try {
    told = execFileSync(program, ["--version"], { encoding: "utf8" }).trim();
  } catch ({ message }) {
    stop(`${program}: expected a program that runs here, \`npm run product\` builds it (${message})`);
  }
  if (told !== `effortlet ${ours.version}`) stop(`${program}: expected effortlet ${ours.version}, it says ${told}`);
}

function ofPlatform() {
  const { version, license, engines } = ours;
  return {
    name: packageOf(HERE),
    version,
    description: `The program of effortlet for ${HERE}`,
    license,
    engines,
    os: [process.platform],
    cpu: [process.arch],
    ...(process.platform === "linux" && { libc: [libc()] }),
    files: [fileOf(HERE), ...LICENCES],
    // Yarn keeps packages in archives, where no program can be run.
    preferUnplugged: true,
    // What has a scope is private otherwise.
    publishConfig: { access: "public" },
  };
}

/**
 * The programs that there are, at exactly this version; npm installs the one whose os, cpu and libc fit.
 *
 * Only the package says so, never the tree's package.json: until a version is published its programs are
 * on no registry, and `npm ci` would fail on what the lock file cannot know.
 */
function packed() {
  const name = /^effortlet-(.+)-(\d+\.\d+\.\d+.*)\.tgz$/;
  const found = readdirSync(out).sort().map((file) => file.match(name) ?? []);
  const current = found.filter(([, , version]) => version === ours.version);
  return Object.fromEntries(current.map(([, platform, version]) => [packageOf(platform), version]));
}

/** Lays a package out, what its manifest names as it is in the tree unless `files` says where else, and has npm pack it. */
function pack(manifest, files) {
  const folder = mkdtempSync(join(tmpdir(), "effortlet-pack-"));
  const own = manifest.files.filter((file) => !(file in files)).map((file) => [file, file]);
  for (const [to, from] of [...own, ...Object.entries(files)]) copy(resolve(ROOT, from), join(folder, to));
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const words = ["pack", "--pack-destination", out, "--loglevel", "error"];
  const tarball = execFileSync(npm, words, { cwd: folder, encoding: "utf8", shell: process.platform === "win32" });
  rmSync(folder, { recursive: true });
  console.log(join(out, tarball.trim()));
}

function copy(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  try {
    cpSync(from, to);
  } catch ({ message }) {
    stop(`${from}: expected what \`npm run build\` makes (${message})`);
  }
}

function stop(line) {
  console.error(`package: ${line}`);
  process.exit(1);
}

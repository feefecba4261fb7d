/**
 * node bench/peers/peers.mjs [--runs N] [--json]: what the widget costs a page beside what others ask
 * with, each from npm at the version in `package.json`, on one and the same page in the machine's own
 * Chromium. Prints tables and writes docs/peers.md with its picture; with --json prints all figures.
 *
 * Needs dist/, as `cargo xtask build` leaves it. Nothing of another's code is kept in this repository.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const DOCS = join(import.meta.dirname, "../../docs");
const RUNS = 9;

install();
const { measure } = await import("./measure.mjs");
const { pageOf } = await import("./document.mjs");
const { pictureOf } = await import("./picture.mjs");
const { tablesOf } = await import("./tables.mjs");

const results = { date: new Date().toISOString().slice(0, 10), ...(await measure(runs())) };
const tables = tablesOf(results);
if (process.argv.includes("--json")) console.log(JSON.stringify(results, undefined, 2));
else print(tables);
writeFileSync(join(DOCS, "peers.md"), pageOf(results, tables));
writeFileSync(join(DOCS, "peers.svg"), pictureOf(results, "light"));
writeFileSync(join(DOCS, "peers-dark.svg"), pictureOf(results, "dark"));

/** Exactly what the lock file says, and no script of theirs is run. */
function install() {
  const { status } = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: import.meta.dirname, stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) throw new Error("expected npm to install what bench/peers/package-lock.json names");
}

function runs() {
  const place = process.argv.indexOf("--runs");
  return place < 0 ? RUNS : Number(process.argv[place + 1]);
}

function print({ aims, bytes, 1: full, 4: slow, rest, month, kinds, alone }) {
  const titled = [
    ["Bytes, in KB", bytes],
    ["Milliseconds, and in brackets how many times those of the page written by hand", full],
    ["The same, processor four times slower", slow],
    ["And", rest],
    ["Page views of ours", kinds],
    ...month.map(({ percent, asked, text }) => [`A month, ${percent} % may be asked, ${asked} were`, text]),
  ];
  titled.push(["What we aim at", aims]);
  for (const [title, text] of titled) console.log(`\n${title}\n\n${text}`);
  console.log(`\n${alone}`);
}

/**
 * A host's site with its recipe: built once, and again where anything that goes into it has changed.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ARTICLES, markdown } from "../articles.mjs";
import { madeOf, sourceOf } from "./packages.mjs";
import { apply, partsOf } from "./recipe.mjs";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** The folder of what was built; throws with what the builder said where it fails. */
export function build(row) {
  const folder = join(madeOf(row.host), "site");
  const built = join(folder, row.built);
  const note = join(folder, ".made");
  const made = digest(row);
  if (existsSync(note) && readFileSync(note, "utf8") === made) return built;

  rmSync(folder, { recursive: true, force: true });
  cpSync(sourceOf(row.host), folder, { recursive: true });
  writeArticles(row, folder);
  apply(row, folder);
  if (wantsPackage(row.host)) unpack(join(folder, "node_modules/effortlet"));
  const [program, ...words] = row.build.split(" ");
  const { error, status, stdout, stderr } = spawnSync(program, words, { cwd: folder, encoding: "utf8" });
  if (error || status !== 0) throw new Error(`${row.host}: ${row.build}\n${error?.message ?? ""}${stdout}${stderr}`);
  writeFileSync(note, made);
  return built;
}

function writeArticles({ content, titled }, folder) {
  const written = content.endsWith(".json") ? { [content]: JSON.stringify(ARTICLES) } : underFolder(content, markdown());
  const files = titled ? Object.fromEntries(Object.entries(written).map(([path, text]) => [path, withTitle(text)])) : written;
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** The first line of Markdown, as what some makers read the title from. */
const withTitle = (text) => text.replace(/^# (.+)/, "---\ntitle: $1\n---");

const underFolder = (folder, files) => Object.fromEntries(Object.entries(files).map(([path, text]) => [join(folder, path), text]));

const wantsPackage = (host) => partsOf(host).some(({ text }) => text.includes('from "effortlet/'));

/** As npm packs it and somebody installs it. */
function unpack(folder) {
  const out = mkdtempSync(join(tmpdir(), "effortlet-packed-"));
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const [{ filename }] = JSON.parse(execFileSync(npm, ["pack", "--json", "--ignore-scripts", "--pack-destination", out], { cwd: ROOT, encoding: "utf8" }));
  mkdirSync(folder, { recursive: true });
  execFileSync("tar", ["-xzf", join(out, filename), "-C", folder, "--strip-components=1"]);
  rmSync(out, { recursive: true });
}

/** Of all that goes into a site. */
function digest(row) {
  const hash = createHash("sha256").update(JSON.stringify([row.build, row.recipe, row.titled, partsOf(row.host), ARTICLES, markdown()]));
  const files = filesOf(sourceOf(row.host));
  if (wantsPackage(row.host)) files.push(join(ROOT, "package.json"), ...filesOf(join(ROOT, "npm")));
  for (const file of files) hash.update(file).update(readFileSync(file));
  return hash.digest("hex");
}

function filesOf(path) {
  try {
    return readdirSync(path, { withFileTypes: true }).flatMap((it) => filesOf(join(path, it.name))).sort();
  } catch {
    return [path];
  }
}

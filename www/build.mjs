/**
 * Builds the demo help center: `node www/build.mjs OUT_DIR`.
 *
 * Reads content, renders every page in every language, checks the whole and only then writes.
 * Never writes half a site: one problem and nothing is written.
 */
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { readSite } from "./build/content.mjs";
import { languageProblems } from "./build/languages.mjs";
import { linkProblems } from "./build/links.mjs";
import { renderPages } from "./build/pages.mjs";
import { searchIndex } from "./build/search.mjs";

const www = import.meta.dirname;
/** The order is the cascade. */
const STYLES = ["base", "layout", "article", "help", "chat", "home"];

const out = process.argv[2];
if (!out) fail(["usage: node www/build.mjs OUT_DIR"]);

const content = join(www, "content");
const missing = await languageProblems(content);
if (missing.length) fail(missing);

const languages = await readSite(content);
const files = new Map([...renderPages(languages), ...(await assets(languages))]);
const broken = linkProblems(files);
if (broken.length) fail(broken);

await rm(out, { recursive: true, force: true });
for (const [path, body] of files) {
  const file = join(out, path.endsWith("/") ? `${path}index.html` : path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, body);
}

async function assets(languages) {
  const styles = await Promise.all(STYLES.map((name) => readFile(join(www, "style", `${name}.css`), "utf8")));
  const scripts = await readdir(join(www, "scripts"));
  return [
    ["/assets/style.css", styles.join("\n")],
    ["/assets/icon.svg", await readFile(join(www, "assets", "icon.svg"), "utf8")],
    ...(await Promise.all(
      scripts.map(async (name) => [`/assets/${name}`, await readFile(join(www, "scripts", name), "utf8")]),
    )),
    ...languages.map((language) => [`/assets/search.${language.lang}.json`, JSON.stringify(searchIndex(language))]),
  ];
}

function fail(problems) {
  for (const problem of problems) console.error(problem);
  process.exit(1);
}

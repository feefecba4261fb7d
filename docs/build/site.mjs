/**
 * node docs/build/site.mjs OUT: builds the documentation as plain files, of README and the pages in docs/.
 *
 * Never writes half a site: one link that leads nowhere, and nothing is written.
 */
import { build } from "esbuild";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { fileAddress, withLinks } from "./links.mjs";
import { readPage, sectionsOf } from "./markdown.mjs";
import { addressOf, pathsOf, readNav } from "./nav.mjs";
import { documentOf } from "./template.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** The order is the cascade. */
const STYLES = ["base", "frame", "text", "search"];

if (process.argv[1] === fileURLToPath(import.meta.url)) await write(process.argv[2]);

/** All pages by their paths, their HTML as the site has it, the files that they need, and what is wrong. */
export function readSite(root = ROOT) {
  const nav = readNav(root);
  const pages = new Map(pathsOf(nav).map((path) => [path, readPage(readFileSync(join(root, path), "utf8"))]));
  const [needs, problems] = [new Set(), []];
  const linked = new Map([...pages].map(([path, { html }]) => [path, withLinks(path, html, { root, nav, pages, needs, problems })]));
  return { nav, pages, linked, needs, problems };
}

async function write(out) {
  if (!out) fail(["usage: node docs/build/site.mjs OUT"]);
  const { nav, pages, linked, needs, problems } = readSite();
  if (problems.length) fail(problems);
  rmSync(out, { recursive: true, force: true });
  const put = (address, text) => {
    mkdirSync(dirname(join(out, address)), { recursive: true });
    writeFileSync(join(out, address), text);
  };
  for (const [path, page] of pages) put(`${addressOf(path, nav)}index.html`, documentOf(path, page, linked.get(path), { nav, pages }));
  for (const path of needs) {
    mkdirSync(dirname(join(out, fileAddress(path))), { recursive: true });
    cpSync(join(ROOT, path), join(out, fileAddress(path)));
  }
  put("style.css", STYLES.map((name) => own(`style/${name}.css`)).join("\n"));
  put("icon.svg", own("icon.svg"));
  put("search.json", JSON.stringify(searched(nav, pages)));
  await build({ entryPoints: [join(ROOT, "docs/build/scripts/site.js")], bundle: true, minify: true, format: "esm", splitting: true, outdir: out, logLevel: "warning" });
}

/** A row for each heading. What is the same on many pages is not looked for by its text alone. */
function searched(nav, pages) {
  return [...pages].flatMap(([path, page]) => sectionsOf(page).map(({ heading, anchor, depth, text }) => ({
    id: `${addressOf(path, nav)}${depth === 1 ? "" : `#${anchor}`}`,
    page: page.title,
    heading,
    text,
  })));
}

function own(path) {
  return readFileSync(new URL(path, import.meta.url), "utf8");
}

function fail(problems) {
  for (const problem of problems) console.error(problem);
  process.exit(1);
}

/** The demo's pages for the preview, one of each kind in each of its languages, as the builder is built. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readSite } from "../build/content.mjs";
import { renderPages } from "../build/pages.mjs";

const www = join(import.meta.dirname, "..");

/** Where each kind stands below a language's own path. */
const KINDS = { article: "/help/payments/refunds/", home: "/help/", category: "/help/payments/", search: "/help/search/", contact: "/help/contact/" };

/** In the order of the cascade. */
const STYLES = ["base", "layout", "article", "help", "chat"];
const DARK = "@media (prefers-color-scheme: dark) {\n  :root {";

/** By language and kind: what stands between header and footer. */
export async function pages() {
  const languages = await readSite(join(www, "content"));
  const files = new Map(renderPages(languages));
  return Object.fromEntries(languages.map(({ lang, base }) => [lang, Object.fromEntries(Object.entries(KINDS).map(([kind, path]) => [kind, main(files, base + path)]))]));
}

function main(files, path) {
  const [found] = /<main[^]*<\/main>/.exec(files.get(path) ?? "") ?? [];
  if (!found) throw new Error(`${path}: expected a page of the demo with a main element`);
  return found;
}

/** Dark where the frame says so, not the device. */
export async function styles() {
  const [base, ...others] = await Promise.all(STYLES.map((name) => readFile(join(www, "style", `${name}.css`), "utf8")));
  if (!base.includes(DARK)) throw new Error("www/style/base.css: expected its colours of the dark to stand in a rule of their own");
  return [base.replace(DARK, "@media all {\n  :root.dark {"), ...others].join("\n");
}

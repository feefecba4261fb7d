/** What the tests of the documentation read: its pages, with their snippets. */
import { readFileSync } from "node:fs";
import { readPage } from "../../../docs/build/markdown.mjs";
import { readSite } from "../../../docs/build/site.mjs";

const ROOT = new URL("../../../", import.meta.url);

export function text(path) {
  return readFileSync(new URL(path, ROOT), "utf8");
}

/** All snippets of all pages, each with its page. */
export function allSnippets() {
  return [...readSite().pages].flatMap(([path, { snippets }]) => snippets.map((snippet) => ({ path, ...snippet })));
}

/** Those of one page, in one language. */
export const snippetsOf = (path, language) => readPage(text(path)).snippets.filter((it) => it.language === language).map((it) => it.text);

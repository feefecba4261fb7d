/**
 * A page's HTML under Node, as far as it says what the page is and what is on it: what `src/section/signs.rs` asks a
 * browser. In a file of its own, with what parses HTML in it, for those alone who ask `explain` about a page.
 *
 * Never runs what is in the page: elements that its scripts would add are not there.
 */
import { selectAll } from "css-select";
import { parse } from "parse5";
import { adapter } from "parse5-htmlparser2-tree-adapter";

/** Where JSON-LD has things, beside lists; and how deep. */
const KEYS = ["@graph", "breadcrumb", "mainEntity"];
const DEEPEST = 6;

/** What browsers write above a page that they save. */
const SAVED = /<!-- saved from url=\(\d+\)(\S+) -->/;

/** Docsify says who it is by its settings alone. */
const DOCSIFY = /\$docsify\b/;

/** @returns {{ address?: string, signs: string[], count: (selector: string) => number | undefined }} */
export function readHtml(text) {
  const page = parse(text, { treeAdapter: adapter });
  const all = (selector) => selectAll(selector, page);
  return {
    address: addressOf(all) ?? SAVED.exec(text)?.[1],
    signs: [...makers(all), ...types(all), ...(all("script").some((it) => DOCSIFY.test(textOf(it))) ? ["docsify"] : [])],
    count(selector) {
      try {
        return all(selector).length;
      } catch {
        // What a browser may take and this does not is not known.
        return undefined;
      }
    },
  };
}

function addressOf(all) {
  const [link] = all('link[rel~="canonical" i][href]');
  const [meta] = all('meta[property="og:url"][content]');
  return [link?.attribs.href, meta?.attribs.content].find((it) => URL.canParse(it ?? ""));
}

const makers = (all) =>
  all('meta[name="generator" i], meta[name="readme-deploy"]').flatMap(({ attribs }) => [attribs.name, attribs.content ?? ""]);

function types(all) {
  const found = [];
  for (const script of all('script[type="application/ld+json"]')) {
    try {
      see(JSON.parse(textOf(script)), 0, found);
    } catch {
      // No JSON: search engines read nothing either.
    }
  }
  return found;
}

function see(it, depth, found) {
  if (depth > DEEPEST || typeof it !== "object" || it === null) return;
  if (Array.isArray(it)) return it.forEach((item) => see(item, depth + 1, found));
  found.push(...[it["@type"]].flat().filter((type) => typeof type === "string"));
  for (const key of KEYS) see(it[key], depth + 1, found);
}

const textOf = ({ children }) => children.map(({ data }) => data ?? "").join("");

/**
 * Trails that a page tells search engines: schema.org's BreadcrumbList in JSON-LD.
 *
 * Never trusts a prototype: what is read is the text's own.
 */
import { quiet } from "../quiet.js";
import { clean, isHere, pathOf } from "./crumb.js";

/** Where lists are found, beside arrays. */
const KEYS = ["@graph", "breadcrumb", "mainEntity"];

/** How deep, so that a page cannot keep us busy. */
const DEEPEST = 6;

/** All lists of the page, in its order; the steps of each. */
export function lists() {
  const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')];
  return scripts.flatMap((script) => found(quiet(JSON.parse)(script.text), 0)).map(quiet(steps));
}

function found(it, depth) {
  if (depth > DEEPEST || typeof it !== "object") return [];
  if (Array.isArray(it)) return it.flatMap((item) => found(item, depth + 1));
  const items = isList(own(it, "@type")) ? [own(it, "itemListElement")] : [];
  return [...items, ...KEYS.flatMap((key) => found(own(it, key), depth + 1))];
}

const isList = (type) => [type].flat().some((name) => /(^|[/:])BreadcrumbList$/.test(name));

/** In the order of their positions. */
function steps(items) {
  const listed = [items].flat().map((item) => ({ ...read(item), position: Number(own(item, "position")) }));
  return listed.sort((one, other) => one.position - other.position || 0);
}

function read(listed) {
  const item = own(listed, "item");
  const address = [item, own(item, "@id"), own(item, "url"), own(listed, "url")].find((it) => typeof it === "string");
  const path = address === undefined ? undefined : pathOf(address);
  return { text: clean(own(listed, "name") ?? own(item, "name")), path, here: isHere(path) };
}

const own = (it, key) => (typeof it === "object" && it !== null && Object.hasOwn(it, key) ? it[key] : undefined);

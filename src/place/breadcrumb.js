/**
 * Trails that a page shows: `Home › Billing › Refunds`.
 */
import { quiet } from "../quiet.js";
import { clean, isHere, pathOf } from "./crumb.js";

/** By accessible name, by class, and by schema.org's type; Material for MkDocs has a class of its own. */
const TRAILS = [
  'nav[aria-label*="breadcrumb" i]',
  '[role="navigation"][aria-label*="breadcrumb" i]',
  '[class*="breadcrumb" i]',
  '[data-testid*="breadcrumb" i]',
  '[itemtype*="BreadcrumbList"]',
  '[typeof*="BreadcrumbList"]',
  ".md-path",
].join();

/** Intercom's has no name: links to collections with an arrow between them. */
const UNNAMED = 'a + :not(a) + a[href*="/collections/"]';

/** A trail has none of these; what has them is named for having a trail. */
const PAGE = "h1, h2, main, article";

/** No part of what is read. */
const ASIDE = 'script, style, template, noscript, svg, button, [hidden], [aria-hidden="true"], [class*="aside"]';

const CURRENT = '[aria-current]:not([aria-current="false"])';

/** All of them, the visible ones first; the steps of each. */
export function trails() {
  const outermost = [];
  for (const found of document.querySelectorAll(TRAILS)) {
    if (!found.querySelector(PAGE) && !outermost.some((trail) => trail.contains(found))) outermost.push(found);
  }
  for (const link of document.querySelectorAll(UNNAMED)) outermost.push(link.parentElement);
  const visible = (trail) => trail.checkVisibility?.() ?? true;
  return [...outermost.filter(visible), ...outermost.filter((trail) => !visible(trail))].map(quiet(steps));
}

/** What a trail says, step by step: a step is a link, or else an item of a list, or else a piece of text. */
function steps(trail) {
  const list = trail.querySelector("ol, ul") ?? trail;
  const texts = new Map();
  const walker = document.createTreeWalker(list, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const parent = text.parentElement;
    const inside = (it) => it && it !== list && list.contains(it);
    if (inside(parent.closest(ASIDE))) continue;
    const step = [parent.closest("a, li"), parent].find(inside) ?? text;
    texts.set(step, (texts.get(step) ?? "") + text.data);
  }
  return [...texts].map(([step, text]) => read(step, text, list));
}

function read(step, text, list) {
  const link = step.closest?.("a[href]");
  const path = link ? pathOf(link.href) : undefined;
  const current = step.closest?.(CURRENT) ?? step.querySelector?.(CURRENT);
  // A section there leads to its first page, which may be this one.
  const leadsToFirst = list.closest(".md-path");
  const here = (current && list.contains(current)) || (leadsToFirst ? false : isHere(path));
  // What ends with a colon says what follows: "You are here:".
  return { text: /:\s*$/.test(text) ? "" : clean(text), path, here };
}

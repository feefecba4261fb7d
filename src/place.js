/**
 * What a page says of its own place, where its address does not. A file of its own, `place.js`
 * beside `module.js`: only a definition that asks for it loads it.
 *
 * Never throws, and never takes for granted how the page is made.
 */
import { trails } from "./place/breadcrumb.js";
import { clean, sectionOf } from "./place/crumb.js";
import { lists } from "./place/json-ld.js";
import { quiet } from "./quiet.js";

/**
 * The section that a page stands in, by its name; empty where it says none.
 *
 * First what a visitor sees, since it follows the routes of an app, then what search engines are
 * told: JSON-LD in the head may still be the last route's. Each is asked only if the one before
 * names no section.
 */
export function readSection() {
  for (const source of [trails, lists]) {
    for (const crumbs of quiet(source)() ?? []) {
      const section = quiet(sectionOf)(crumbs);
      if (section) return section;
    }
  }
  return quiet(readMeta)() ?? "";
}

/** Of Open Graph's articles. */
const readMeta = () => clean(document.querySelector('meta[property="article:section"]')?.content);

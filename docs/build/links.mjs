/**
 * Where links of a page lead on the site: to another page, to a file that is copied beside it, or away.
 *
 * A link is relative, so that the site may stand under any path.
 */
import { existsSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import { addressOf } from "./nav.mjs";

const LINK = /(\s(?:href|src|srcset)=")([^"]+)"/g;

/**
 * Gives the HTML of a page with its links as they are on the site. Tells each file that a page needs to
 * `needs`, and each link that leads nowhere to `problems`. `pages` are all, by their paths.
 */
export function withLinks(path, html, { root, nav, pages, needs, problems }) {
  const from = addressOf(path, nav);
  return html.replace(LINK, (whole, before, link) => {
    if (/^[a-z]+:/.test(link)) return whole;
    const [file, anchor] = link.split("#");
    const target = file ? posix.join(posix.dirname(path), file) : path;
    const page = pages.get(target);
    if (anchor && !page?.headings.some((heading) => heading.anchor === anchor)) problems.push(`${path}: ${link}: expected a heading that is there`);
    if (page) return `${before}${relative(from, addressOf(target, nav))}${anchor ? `#${anchor}` : ""}"`;
    if (target.startsWith("..") || !existsSync(join(root, target)) || !statSync(join(root, target)).isFile()) problems.push(`${path}: ${link}: expected a file that is there`);
    else needs.add(target);
    return `${before}${relative(from, fileAddress(target))}"`;
  });
}

/** Files of `docs/` keep their places, others have a folder of their own. */
export const fileAddress = (path) => (path.startsWith("docs/") ? path.slice("docs/".length) : `files/${path}`);

export function relative(from, to) {
  const up = "../".repeat(from.split("/").length - 1);
  return `${up}${to}` || "./";
}

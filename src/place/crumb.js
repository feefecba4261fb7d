/**
 * The steps of a trail: `{ text, path, here }`, with the path that a step leads to, if it is a link,
 * and whether it is known to be the page itself.
 */
import { quiet } from "../quiet.js";

/** The longest name, in characters. */
const LONGEST = 100;

/** Longer than any name with its white space; what is beyond is not looked at. */
const ENOUGH = 1_000;

/** What stands between two steps, or is nothing but a sign. */
const MARKS = /^[\s»›>/|\\→·•–—-]+|[\s»›>/|\\→·•–—-]+$/g;
const ONLY_SIGNS = /^[\p{P}\p{S}]*$/u;

/** What the path to where a help center begins is made of: words for it, a version, and a language. */
const HOME = /^(|help|support|docs|faq|help-center|knowledge-base|home|solutions|next|latest|stable|v?\d[\d.x]*)$/i;

/** Two letters, but not those that are written about; with or without a region. */
const LANGUAGE = /^(?!ai|ci|db|go|io|js|ml|qa|ui)[a-z]{2}([-_]\w{2,4})?$/i;

/** By name, where the first step is no link. */
const HOME_NAME = /^(home|start|support|help|help cent(er|re)|docs|documentation|knowledge ?base)$/i;

/**
 * The name of the section: the last step before the page itself, unless that is where the help
 * center begins. The page itself is the last step where that leads nowhere, leads here, or has the
 * page's own heading; else the trail ends with the section.
 */
export function sectionOf(crumbs) {
  const steps = crumbs.filter(({ text }) => text && !ONLY_SIGNS.test(text));
  const last = steps.at(-1);
  if (!last) return "";
  if (last.here || last.text === heading()) steps.pop();
  const section = steps.at(-1);
  return !section || isHome(section, steps.length) ? "" : section.text;
}

const isHome = ({ text, path }, count) =>
  path ? path.split("/").every((word) => HOME.test(word) || LANGUAGE.test(word)) : count === 1 && HOME_NAME.test(text);

const heading = () => clean(document.querySelector("h1")?.textContent);

/** A text as it is read: without marks around it, white space as one space, and not too long. */
export function clean(text) {
  if (typeof text !== "string") return "";
  const read = text.slice(0, ENOUGH).replace(/[\s\u200b]+/g, " ").replace(MARKS, "").replace(/ ?¶$/, "");
  return Array.from(read).slice(0, LONGEST).join("").trim();
}

/** The path of an address, without the slash at its end; none where it leads to no page. */
export const pathOf = quiet((address) => {
  const { pathname, protocol } = new URL(address, location.href);
  if (/^http/.test(protocol)) return pathname.replace(/\/(index\.html)?$/, "") || "/";
});

export const isHere = (path) => path === undefined || path === pathOf(location.href);

/** What the page that is open is called, for texts that name it. Never asks for the layout. */
import { quiet } from "../quiet.js";
import { wordsOf } from "./words.js";

/** The longest title, in characters, as part of a question. */
const LONGEST = 120;

/** Longer than any title with its white space; what is beyond is not looked at. */
const ENOUGH = 1_000;

/** Before a name of the site at the end of a title. */
const MARK = /^(.*\S)\s+[-|–—·•»:/]\s+$/;

const contentOf = (selector) => read(document.querySelector(`meta[${selector}]`)?.content);

const shared = () => contentOf('property="og:title"');

/** What was told of the page that was loaded, and its path. */
const loaded = quiet(() => [location.pathname, shared()])() ?? [];

/**
 * What is told to those who share the page, else its only heading, else its title; empty where it has
 * none. Where an app leads on and leaves what was told as it was, that is not the new page's.
 */
export function readTitle() {
  const [path, first] = loaded;
  const told = shared();
  const title = (told !== first || location.pathname === path) && told;
  return short(withoutSite(title || heading() || read(document.title)));
}

function heading() {
  const all = document.querySelectorAll("h1");
  return all.length === 1 && read(wordsOf(all[0]));
}

/** Only where the page says what its site is called, and a mark stands between. */
function withoutSite(title) {
  const site = contentOf('property="og:site_name"');
  const [, own = title] = (site && title.endsWith(site) && MARK.exec(title.slice(0, -site.length))) || [];
  return own;
}

/** White space as one space, without the sign of a link to a heading. */
function read(text) {
  return (text ?? "").slice(0, ENOUGH).replace(/[\s\u200b]+/g, " ").replace(/ ?¶ ?$/, "").trim();
}

function short(title) {
  const characters = Array.from(title);
  return characters[LONGEST] ? `${characters.slice(0, LONGEST - 1).join("").trim()}…` : title;
}

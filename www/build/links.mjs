/** Follows every internal link of the built pages. Gives one problem per link that leads nowhere. */

import { baseOf, LANGUAGES } from "./map.mjs";

/** Served by the collector beside the demo. */
const ELSEWHERE = /^\/(report\/|v1\/|effortlet\.js$)/;

/** `files` maps addresses to what is served there; a page's address ends in a slash. */
export function linkProblems(files) {
  return [...files].filter(([path]) => path.endsWith("/")).flatMap(([path, body]) => pageProblems(path, body, files));
}

function pageProblems(path, body, files) {
  return [...deadLinks(path, body, files), ...strayLinks(path, body)];
}

function deadLinks(path, body, files) {
  const links = [...body.matchAll(/\s(?:href|src|action|data-index|data-definition)="([^"]+)"/g)].map((match) => match[1]);
  return [...new Set(links)].filter((link) => isDead(link, path, files)).map((link) => `${path}: ${link}: expected a page that was built`);
}

/** Only the language switcher, whose links have `hreflang`, leads to another language. */
function strayLinks(path, body) {
  return [...body.matchAll(/<a\s[^>]*href="(\/[^"]*)"[^>]*>/g)]
    .filter(([tag, link]) => !tag.includes("hreflang") && !ELSEWHERE.test(link) && languageOf(link) !== languageOf(path))
    .map(([, link]) => `${path}: ${link}: expected a page in the same language`);
}

const languageOf = (path) => LANGUAGES.find((lang) => baseOf(lang) && path.startsWith(`${baseOf(lang)}/`)) ?? LANGUAGES[0];

function isDead(link, path, files) {
  if (/^[a-z]+:/.test(link)) return false;
  const { pathname, hash } = new URL(link, `http://demo.example${path}`);
  if (ELSEWHERE.test(pathname)) return false;
  const target = files.get(pathname);
  if (target === undefined) return true;
  return hash.length > 1 && !target.includes(` id="${hash.slice(1)}"`);
}

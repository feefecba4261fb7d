/**
 * The nudge's own words. English comes with the widget; another language is loaded where the page
 * speaks it.
 */
import ENGLISH from "./locale/en.js";

/** The first language that the nudge speaks. Each other one is a file beside `module.js`. */
const SPOKEN = /(?:^|,)(en|ro|ru)\b/;

/** Tags in lower case, the most wanted first: the asked one, the page's, then the browser's. */
export const wanted = (asked) =>
  [asked, document.documentElement.lang, ...navigator.languages].filter(Boolean).join().toLowerCase();

/** Resolves to the words in the first language of `tags` that the nudge speaks. */
export async function loadWords(tags) {
  const [, language] = SPOKEN.exec(tags) ?? [];
  const file = `./locale-${language}.js`;
  return /r/.test(language) ? import(file).then((module) => module.default).catch(() => ENGLISH) : ENGLISH;
}

/** The words for a screen: its own language's, else English ones. */
export const wordsFor = (screen, words) => (screen.language.split("-")[0] === words.language ? words : ENGLISH);

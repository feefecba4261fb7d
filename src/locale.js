/**
 * The nudge's own words. English comes with the widget; another language is loaded where the page
 * speaks it.
 */
import ENGLISH from "./locale/en.js";

/** Each is a file `locale-ro.js` beside `module.js`. */
const OTHERS = ["ro", "ru"];

/** Tags in lower case, the most wanted first: the asked one, the page's, then the browser's. */
export const wanted = (asked) =>
  [asked, document.documentElement.lang, ...navigator.languages].filter(Boolean).join().toLowerCase();

/** Resolves to the words in the first language of `tags` that the nudge speaks. */
export async function loadWords(tags, base) {
  const known = tags.split(",").map((tag) => tag.split("-")[0]);
  const language = known.find((tag) => tag === "en" || OTHERS.includes(tag));
  if (!OTHERS.includes(language)) return ENGLISH;
  return import(new URL(`locale-${language}.js`, base)).then(
    (module) => module.default,
    () => ENGLISH,
  );
}

/** The words for a screen: its own language's, else English ones. */
export const wordsFor = (screen, words) => (screen.language.split("-")[0] === words.language ? words : ENGLISH);

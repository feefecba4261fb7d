/**
 * The nudge's own words, and the templates. English comes with the widget; another language is
 * loaded where it is wanted.
 */
import ENGLISH from "./locale/en.json";
import TEMPLATES from "./templates.json";

/** The first language that the nudge speaks. Each other one is a file beside `module.js`. */
const SPOKEN = /(?:^|,)(en|ro|ru)\b/;

/** Tags in lower case, the most wanted first: the asked one, the page's, then the browser's. */
export const wanted = (asked) =>
  [asked, document.documentElement.lang, ...navigator.languages].filter(Boolean).join().toLowerCase();

/** Resolves to the words in the first language of `tags` that the nudge speaks. */
export async function loadWords(tags) {
  const [, language] = SPOKEN.exec(tags.toLowerCase()) ?? [];
  const file = `./locale-${language}.js`;
  return /r/.test(language) ? import(file).then((module) => module.default).catch(() => ENGLISH) : ENGLISH;
}

/** The words for a screen: its own language's, else English ones. */
export const wordsFor = (screen, words) =>
  screen.language.toLowerCase().split("-")[0] === words.language ? words : ENGLISH;

/** The templates as JSON, each text in English and in the language of the words, where that is another one. */
export function templatesIn({ language, templates }) {
  let index = 0;
  const add = (_, value) => (templates && value.en ? { ...value, [language]: templates[index++] } : value);
  return JSON.stringify(TEMPLATES, add);
}

/**
 * The nudge's own words, and the templates. English comes with the widget; another language is
 * loaded where it is wanted.
 */
import ENGLISH from "../src/locale/en.json";
export { ENGLISH };
import TEMPLATES from "../src/templates.json";

/** The first language that the nudge speaks. Each other one is a file beside `module.js`. */
const SPOKEN = /(?:^|,)(ar|de|e[ns]|fr|he|it|p[lt]|r[ou]|uk)\b/;

/** Tags in lower case, the most wanted first: the asked one, the page's, then the browser's. */
export const wanted = (asked) =>
  [asked, document.documentElement.lang, ...navigator.languages].filter(Boolean).join().toLowerCase();

/** Resolves to the words in the first language of `tags` that the nudge speaks. */
export async function loadWords(tags) {
  const [, language = "en"] = SPOKEN.exec(tags.toLowerCase()) ?? [];
  return language === "en" ? ENGLISH : load(`./locale-${language}.js`).catch(() => ENGLISH);
}

/** The words for a screen: its own language's, else English ones. */
export const wordsFor = (screen, words) =>
  screen.language.toLowerCase().split("-")[0] === words.language ? words : ENGLISH;

/** The template that most definitions name comes with the widget. Resolves to the others, where one is named. */
export const loadTemplates = async (definition) =>
  /"template":"(?!help-center")/.test(JSON.stringify(definition)) ? load("./templates-more.js").catch(() => []) : [];

const load = (file) => import(file).then((module) => module.default);

/**
 * The templates as JSON, each text in English and in the language of the words, where that is
 * another one.
 */
export function templatesIn({ language, templates }, more) {
  let index = 0;
  const add = (_, value) => (templates && value.en ? { ...value, [language]: templates[index++] } : value);
  return JSON.stringify([...TEMPLATES, ...more], add);
}

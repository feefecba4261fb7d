/**
 * The nudge's own words, and the templates. English comes with the widget; another language is
 * loaded where it is wanted.
 */
import ENGLISH from "../src/locale/en.json";
export { ENGLISH };
import TEMPLATES from "../src/templates.json";
import { json } from "./json.js";
import { part } from "./parts.js";

/** The first language that the nudge speaks. Each other one is a file beside `module.js`. */
const SPOKEN = /(?:^|,)(ar|de|e[ns]|fr|he|it|p[lt]|r[ou]|uk)\b/;

/** Tags in lower case, the most wanted first: the asked one, the page's, then the browser's. */
export const wanted = (asked) => [asked, root().lang, ...navigator.languages].filter(Boolean).join().toLowerCase();

/** Calls when an app has switched the page's language; gives what ends that. */
export function follow(call) {
  const changes = window.MutationObserver && new MutationObserver(call);
  changes?.observe(root(), { attributeFilter: ["lang"] });
  return () => changes?.disconnect();
}

/** Not by its name, which an element may have. */
const root = () => Reflect.get(Document.prototype, "documentElement", document);

/** Resolves to the words in the first language of `tags` that the nudge speaks. */
export async function loadWords(tags) {
  const [, language = "en"] = SPOKEN.exec(tags.toLowerCase()) ?? [];
  return language === "en" ? ENGLISH : load(`locale-${language}.js`).catch(() => ENGLISH);
}

/** The words for a screen: its own language's, else English ones. */
export const wordsFor = (screen, words) =>
  screen.language.toLowerCase().split("-")[0] === words.language ? words : ENGLISH;

/** The template that most definitions name comes with the widget. Resolves to the others, where the definition's text names one. */
export const loadTemplates = async (text) =>
  /"template":"(?!help-center")/.test(text) ? load("templates-more.js").catch(() => []) : [];

function load(file) {
  const address = `./${file}`;
  return part(file, () => import(address)).then((module) => module.default);
}

/**
 * The templates as JSON, each text in English and in the language of the words, where that is
 * another one.
 */
export function templatesIn({ language, templates }, more) {
  let index = 0;
  return json([...TEMPLATES, ...more], (value) =>
    templates && value.en ? { ...value, [language]: templates[index++] } : value);
}

/**
 * The snippets of `docs/hosts/<host>.md`, and where they go.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Each snippet stands below a paragraph that names its file first. */
const SNIPPET = /^(?!```)([^\n]*?`([^`\n]+)`[^\n]*)\n\n```\w+\n(.*?)^```$/gms;

const pageOf = (host) => fileURLToPath(new URL(`../../../docs/hosts/${host}.md`, import.meta.url));

/** In the order of the page. */
function snippets(host) {
  const found = readFileSync(pageOf(host), "utf8").matchAll(SNIPPET);
  return [...found].map(([, , file, text]) => ({ file, text }));
}

/** What the collector hands to pages. */
const DEFINITION = "effortlet.json";

/** What the page says to ask. */
export const definitionOf = (host) => JSON.parse(snippets(host).find(({ file }) => file === DEFINITION).text);

/** What goes into the site. */
export const partsOf = (host) => snippets(host).filter(({ file }) => file !== DEFINITION);

/** Puts all but the definition into a site, as its row says. */
export function apply({ host, recipe }, folder) {
  const ours = partsOf(host);
  for (const [file, places] of Object.entries(recipe)) {
    const texts = ours.filter((it) => it.file === file).map(({ text }) => text);
    if (texts.length !== places.length) throw new Error(`${pageOf(host)}: expected ${places.length} snippets for ${file}, found ${texts.length}`);
    places.forEach((place, index) => change(join(folder, file), (text) => inserted(text, place, texts[index])));
  }
  for (const { file, text } of ours) {
    if (!recipe[file]) change(join(folder, file), (before) => `${before}\n${text}`);
  }
}

function change(file, edit) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, edit(existsSync(file) ? readFileSync(file, "utf8") : ""));
}

function inserted(text, place, snippet) {
  if (place === "") return snippet + text;
  const at = text.indexOf(place);
  if (at < 0) throw new Error(`expected a line with ${place}`);
  const end = text.indexOf("\n", at) + 1;
  return text.slice(0, end) + snippet + text.slice(end);
}

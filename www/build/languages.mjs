/** Holds every language to English: the same files, the same texts. Gives problems with their place. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { readJson } from "./content.mjs";
import { articleFiles, LANGUAGES } from "./map.mjs";
import { HEAD, readHead } from "./markdown.mjs";

const DATA = ["texts.json", "chat.json"];

export async function languageProblems(root) {
  const all = await Promise.all(LANGUAGES.map((lang) => folderProblems(root, lang)));
  return all.flat();
}

async function folderProblems(root, lang) {
  const present = (await readdir(join(root, lang), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, lang).length + 1));
  const expected = [...DATA, ...articleFiles()];
  const problems = [
    ...expected.filter((file) => !present.includes(file)).map((file) => `content/${lang}/${file}: expected this page, it is in build/map.mjs`),
    ...present.filter((file) => !expected.includes(file)).map((file) => `content/${lang}/${file}: expected a line in build/map.mjs`),
  ];
  for (const file of expected.filter((name) => present.includes(name))) {
    problems.push(...(await fileProblems(root, lang, file)));
  }
  return problems;
}

async function fileProblems(root, lang, file) {
  const place = `content/${lang}/${file}`;
  if (DATA.includes(file)) {
    return textProblems(await readJson(join(root, "en", file)), await readJson(join(root, lang, file)), `${place}: `);
  }
  const { head, body } = readHead(await readFile(join(root, lang, file), "utf8"));
  const problems = HEAD.filter((name) => !head[name]).map((name) => `${place}: ${name}: expected a text`);
  return body.trim() ? problems : [...problems, `${place}: expected an article below its head`];
}

/** Plural forms differ from language to language, so the keys below `plural` are the language's own. */
export function textProblems(english, other, place) {
  if (typeof english === "string") return typeof other === "string" && other.trim() ? [] : [`${place}: expected a text, as in English`];
  if (typeof other !== "object" || other === null) return [`${place}: expected the texts that English has`];
  const names = Object.keys(english);
  const dot = /[\w\]]$/.test(place) ? "." : "";
  const inner = names.flatMap((name) => (name === "plural" ? pluralProblems(other[name], place + dot + name) : textProblems(english[name], other[name], place + dot + name)));
  const surplus = Object.keys(other).filter((name) => !names.includes(name));
  return [...inner, ...surplus.map((name) => `${place}${dot}${name}: expected only texts that English has`)];
}

function pluralProblems(forms, place) {
  return typeof forms?.other === "string" ? [] : [`${place}.other: expected a text`];
}

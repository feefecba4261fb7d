/** Finds articles by the words in the address's `q`. Every word must be found in the article. */
const root = document.querySelector("[data-search]");
const status = root.querySelector("[role=status]");
const results = root.querySelector("[data-results]");
const texts = JSON.parse(root.querySelector("[data-texts]").textContent);
const query = new URLSearchParams(location.search).get("q")?.trim() ?? "";

/** What a hit in each field is worth. */
const WEIGHTS = { title: 8, summary: 3, section: 2, text: 1 };
/** Endings change ("parking" and "park"), so part of a word is enough: 55 % of its letters, at least 4. */
const STEM = { part: 0.55, least: 4 };

document.querySelector("#q").value = query;
if (query) search();

async function search() {
  const entries = await readIndex();
  if (!entries) return void (status.textContent = texts.failed);
  const words = wordsOf(query);
  const found = entries
    .map((entry) => ({ entry, worth: worthOf(entry, words) }))
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth);
  status.textContent = found.length ? count(found.length) : texts.none.replace("{query}", query);
  results.replaceChildren(...found.map(({ entry }) => item(entry)));
  if (!found.length) status.append(paragraph(texts.noneHelp));
}

async function readIndex() {
  try {
    return await (await fetch(root.dataset.index)).json();
  } catch {
    return null;
  }
}

/** 0 when a word is missing. */
function worthOf(entry, words) {
  const fields = Object.entries(WEIGHTS).map(([field, weight]) => [wordsOf(entry[field]), weight]);
  const worths = words.map((word) =>
    fields.reduce((sum, [has, weight]) => sum + weight * likeness(word, has), 0),
  );
  return words.length && worths.every(Boolean) ? worths.reduce((a, b) => a + b, 0) : 0;
}

/** 1 when the word begins one of the others, a half when only its stem does. */
function likeness(word, others) {
  if (others.some((it) => it.startsWith(word))) return 1;
  const stem = word.slice(0, Math.max(STEM.least, Math.ceil(word.length * STEM.part)));
  return others.some((it) => it.startsWith(stem)) ? 0.5 : 0;
}

/** Lower case and without marks, so that "plata" finds "plată". */
function wordsOf(text) {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").match(/[\p{L}\p{N}]+/gu) ?? [];
}

function count(n) {
  const form = new Intl.PluralRules(document.documentElement.lang).select(n);
  return (texts.count.plural[form] ?? texts.count.plural.other).replace("{n}", n).replace("{query}", query);
}

function item(entry) {
  const link = Object.assign(document.createElement("a"), { href: entry.path, textContent: entry.title });
  const heading = document.createElement("h2");
  heading.append(link);
  const line = document.createElement("li");
  line.append(heading, paragraph(entry.summary));
  return line;
}

function paragraph(text) {
  return Object.assign(document.createElement("p"), { textContent: text });
}

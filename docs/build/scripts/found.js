/** Finds headings by their words, by beginnings of words, and by words with a slip. */
import MiniSearch from "minisearch";

/** Resolves to what gives the rows for some words, the best first. */
export async function load(root) {
  const rows = await (await fetch(new URL("search.json", root))).json();
  // Names such as exitIntent and data-consent are found by their parts too.
  const tokenize = (text) => text.split(/[^\p{L}\p{N}]+/u).flatMap((word) => [word, ...word.split(/(?=\p{Lu})/u)]);
  const index = new MiniSearch({
    fields: ["heading", "page", "text"],
    storeFields: ["page", "heading", "text"],
    tokenize,
    searchOptions: { prefix: true, fuzzy: (word) => (word.length > 4 ? 0.2 : false), boost: { heading: 4, page: 2 }, combineWith: "AND" },
  });
  index.addAll(rows);
  return (words) => index.search(words);
}

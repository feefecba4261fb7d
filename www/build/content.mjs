/** Reads `content/{lang}` into one plain value per language. Never renders a page. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { baseOf, CATEGORIES, GUIDES, LANGUAGES } from "./map.mjs";
import { readMarkdown } from "./markdown.mjs";

export const readSite = (root) => Promise.all(LANGUAGES.map((lang) => readLanguage(root, lang)));

async function readLanguage(root, lang) {
  const base = baseOf(lang);
  const texts = await readJson(join(root, lang, "texts.json"));
  const chat = await readJson(join(root, lang, "chat.json"));
  const article = async (section, slug) => {
    const source = await readFile(join(root, lang, section, `${slug}.md`), "utf8");
    return { slug, section, path: `${base}/help/${section}/${slug}/`, ...readMarkdown(source, base, texts) };
  };
  const categories = await Promise.all(
    Object.entries(CATEGORIES).map(async ([slug, slugs]) => ({
      slug,
      path: `${base}/help/${slug}/`,
      ...texts.categories[slug],
      articles: await Promise.all(slugs.map((name) => article(slug, name))),
    })),
  );
  const guides = await Promise.all(GUIDES.map((slug) => article("guides", slug)));
  return { lang, base, texts, chat, categories, guides };
}

export async function readJson(file) {
  return JSON.parse(await readFile(file, "utf8"));
}

/** What the help center consists of, in the order in which it is shown. Every language has all of it. */
export const LANGUAGES = ["en", "ro", "ru"];

export const CATEGORIES = {
  riding: ["unlock-a-bike", "riding-handbook", "park-and-end-a-ride", "lights-and-bell"],
  payments: ["choose-a-plan", "refunds", "invoices", "pause-or-cancel"],
  safety: ["report-a-fault", "after-an-accident", "lost-property"],
};

export const GUIDES = ["first-week", "rain", "shopping", "bike-and-train"];

/** Where a language lives: English at the root, the others in a folder of their own. */
export const baseOf = (lang) => (lang === "en" ? "" : `/${lang}`);

/** The same page in another language. */
export function translate(path, from, to) {
  return baseOf(to) + path.slice(baseOf(from).length);
}

/** Every Markdown file that a language must have, relative to its folder. */
export function articleFiles() {
  const articles = Object.entries(CATEGORIES).flatMap(([section, slugs]) => slugs.map((slug) => `${section}/${slug}.md`));
  return [...articles, ...GUIDES.map((slug) => `guides/${slug}.md`)];
}

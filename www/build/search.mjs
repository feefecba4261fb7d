/** What the search page looks through: one entry per article and guide of a language. */
export function searchIndex({ categories, guides, texts }) {
  const entry = (section) => (article) => ({
    title: article.title,
    path: article.path,
    section,
    summary: article.summary,
    text: article.plain,
  });
  return [...categories.flatMap((category) => category.articles.map(entry(category.title))), ...guides.map(entry(texts.guides.title))];
}

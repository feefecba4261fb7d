/** Every address of the demo and what is served there. */
import { articlePage } from "../templates/article.mjs";
import { categoryPage } from "../templates/category.mjs";
import { contactPage } from "../templates/contact.mjs";
import { guidePages } from "../templates/guides.mjs";
import { helpPage } from "../templates/help.mjs";
import { homePage } from "../templates/home.mjs";
import { searchPage } from "../templates/search.mjs";

export const renderPages = (languages) => languages.flatMap((language) => languagePages(language, languages));

function languagePages(language, languages) {
  const site = { ...language, languages };
  const { base, categories } = language;
  return [
    [`${base}/`, homePage(site)],
    [`${base}/help/`, helpPage(site)],
    [`${base}/help/search/`, searchPage(site)],
    [`${base}/help/contact/`, contactPage(site)],
    ...categories.map((category) => [category.path, categoryPage(site, category)]),
    ...categories.flatMap((category) => category.articles.map((article) => [article.path, articlePage(site, category, article)])),
    ...guidePages(site),
  ];
}

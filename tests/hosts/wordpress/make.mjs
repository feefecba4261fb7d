/**
 * `node make.mjs`: pages as WordPress makes them of a block theme, for somebody who is logged in.
 *
 * Hierarchical pages below /help, the admin bar, the search by `?s=`, and a consent manager before the
 * theme's footer. `help.json` has the articles.
 */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const read = (name) => readFileSync(name, "utf8");
const articles = JSON.parse(read("help.json"));
const address = ({ section, name }) => `/help/${section}/${name}/`;
const list = (found) => `<ul class="wp-block-list">${found.map((it) => `<li><a href="${address(it)}">${it.title}</a></li>`).join("")}</ul>`;

const BAR = `<div id="wpadminbar" class="nojq"><div class="quicklinks" id="wp-toolbar" role="navigation" aria-label="Toolbar">
<ul role="menu" id="wp-admin-bar-root-default" class="ab-top-menu">
<li role="group" id="wp-admin-bar-wp-logo" class="menupop"><a class="ab-item" role="menuitem" aria-expanded="false" href="/wp-admin/about.php">About WordPress</a></li>
<li role="group" id="wp-admin-bar-site-name" class="menupop"><a class="ab-item" role="menuitem" aria-expanded="false" href="/wp-admin/">Acme</a></li>
<li role="group" id="wp-admin-bar-edit"><a class="ab-item" role="menuitem" href="/wp-admin/post.php?post=12&amp;action=edit">Edit Page</a></li>
</ul></div></div>`;

const SEARCH = `<form role="search" method="get" action="/" class="wp-block-search"><input class="wp-block-search__input" type="search" name="s" aria-label="Search" required><button class="wp-block-search__button wp-element-button">Search</button></form>`;

function page(title, classes, content) {
  return `<!DOCTYPE html>
<html lang="en-US">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="WordPress 6.8.3">
<title>${title} &#8211; Acme</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/wp-content/plugins/consent/cookieconsent.css">
<link rel="stylesheet" href="/wp-content/themes/twentytwentyfive/style.css">
</head>
<body class="${classes} logged-in admin-bar wp-embed-responsive">
${BAR}
<div class="wp-site-blocks">
<header class="wp-block-template-part"><p class="wp-block-site-title"><a href="/">Acme</a></p>${SEARCH}</header>
<main class="wp-block-group is-layout-constrained">
<h1 class="wp-block-post-title">${title}</h1>
<div class="entry-content wp-block-post-content is-layout-constrained">${content}</div>
</main>
${read("footer.php")}
</div>
<script src="/wp-content/plugins/consent/cookieconsent.umd.js"></script>
<script>${read("cookieconsent-config.js")}</script>
</body>
</html>
`;
}

function body(article) {
  const { title: place, id } = article.parts[3];
  const parts = article.parts.flatMap((part) => [`<h2 class="wp-block-heading" id="${part.id}">${part.title}</h2>`, ...part.paragraphs.map((text) => `<p>${text}</p>`)]);
  const button = '<div class="wp-block-button"><button class="wp-block-button__link wp-element-button cta">Talk to sales</button></div>';
  return [`<p>${article.summary}</p>`, `<p>Jump to <a href="#${id}">${place}</a>. See also:</p>`, list(articles.filter((it) => it !== article)), button, ...parts].join("\n");
}

function write(path, text) {
  const file = join("public", path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

for (const article of articles) write(`${address(article)}index.html`, page(article.title, "wp-singular page page-child", body(article)));
write("index.html", page("Help", "home page", list(articles)));
// One search is all that is asked for.
write("search/chargeback.html", page("Search Results for: “chargeback”", "search search-results", list(articles.filter(({ summary }) => summary.includes("chargeback")))));
write("wp-content/themes/twentytwentyfive/style.css", read("style.css"));
const consent = dirname(createRequire(import.meta.url).resolve("vanilla-cookieconsent"));
for (const name of ["cookieconsent.css", "cookieconsent.umd.js"]) cpSync(join(consent, name), join("public/wp-content/plugins/consent", name));

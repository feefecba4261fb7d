/** What every page of the site has: head, search, the list of pages, what is on this one, the way on. */
import { escape } from "./markdown.mjs";
import { relative } from "./links.mjs";
import { addressOf, pathsOf } from "./nav.mjs";

/** The collector's, for the definition in docs/effortlet.json: the widget asks about its own documentation. */
const TAG = '<script src="/s/docs/effortlet.js" async></script>';

const NAME = "Effortlet";

/** `page` is one of `pages`, which are by their paths; `html` is its text with links that fit the site. */
export function documentOf(path, page, html, { nav, pages }) {
  const address = addressOf(path, nav);
  const to = (target) => relative(address, target);
  const isHome = path === nav.home;
  const title = isHome ? `${NAME}: documentation` : `${page.title} – ${NAME}`;
  const list = navOf(path, { nav, pages, to });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(title)}</title>
<meta name="description" content="${escape(page.description)}">
<link rel="icon" href="${to("icon.svg")}" type="image/svg+xml">
<link rel="stylesheet" href="${to("style.css")}">
<script type="module" src="${to("site.js")}" data-root="${to("")}"></script>
${TAG}
</head>
<body>
<a class="skip" href="#main">Skip to the text</a>
<header class="top">
<a class="brand" href="${to("")}"><img src="${to("icon.svg")}" alt="" width="24" height="24"> ${NAME}</a>
<button type="button" class="search needs-script" data-search aria-keyshortcuts="/ Control+K">Search <kbd>/</kbd></button>
<details class="menu"><summary>Pages</summary><nav aria-label="All pages">${list}</nav></details>
</header>
<div class="frame">
<nav class="side" aria-label="Pages">${list}</nav>
<main id="main" tabindex="-1">
<article>
${html}</article>
${wayOn(path, { nav, pages, to })}
</main>
${outlineOf(page)}
</div>
</body>
</html>
`;
}

function navOf(path, { nav, pages, to }) {
  const item = (target) => {
    const here = target === path ? ' aria-current="page"' : "";
    return `<li><a href="${to(addressOf(target, nav))}"${here}>${escape(pages.get(target).title)}</a></li>`;
  };
  const groups = nav.groups.filter(({ paths }) => paths.length);
  return groups.map(({ title, paths }) => `<p class="group">${title}</p><ul>${paths.map(item).join("")}</ul>`).join("\n");
}

/** Headings of the second depth; where there are few, of the third too. */
function outlineOf({ headings }) {
  const second = headings.filter(({ depth }) => depth === 2);
  if (second.length < 2) return "";
  const items = second.map(({ html, anchor }) => `<li><a href="#${anchor}">${html.replace(/<\/?a[^>]*>/g, "")}</a></li>`);
  return `<nav class="outline" aria-label="On this page"><p class="group">On this page</p><ul>${items.join("")}</ul></nav>`;
}

function wayOn(path, { nav, pages, to }) {
  const paths = pathsOf(nav);
  const at = paths.indexOf(path);
  const link = (target, rel, words) => target && `<a rel="${rel}" href="${to(addressOf(target, nav))}"><span>${words}</span> ${escape(pages.get(target).title)}</a>`;
  const links = [link(paths[at - 1], "prev", "Before"), link(paths[at + 1], "next", "Next")].filter(Boolean);
  return `<nav class="way" aria-label="Before and after">${links.join("")}</nav>`;
}

/** The search page; `scripts/search.js` finds and lists. */
import { breadcrumb, framed, searchForm, stillStuck } from "./frame.mjs";
import { html, json } from "./html.mjs";

export function searchPage(site) {
  const { base, texts, lang } = site;
  const { title, description, popular, popularTitle } = texts.search;
  const words = [popular.first, popular.second, popular.third, popular.fourth];
  return framed(site, {
    path: `${base}/help/search/`,
    title,
    description,
    scripts: ["search"],
    main: html`<div class="wide">
${breadcrumb(site, [{ title: texts.help.title, path: `${base}/help/` }, { title, path: `${base}/help/search/` }])}
<h1>${title}</h1>
${searchForm(site)}
<noscript><p class="note">${texts.search.noScript}</p></noscript>
<div data-search data-index="/assets/search.${lang}.json">
<script type="application/json" data-texts>${json({ count: texts.search.count, none: texts.search.none, noneHelp: texts.search.noneHelp, failed: texts.search.failed })}</script>
<div role="status" class="search-status"></div>
<ul class="article-list" data-results></ul>
</div>
<section class="popular" aria-labelledby="popular"><h2 id="popular">${popularTitle}</h2><ul class="chips">
${words.map((word) => html`<li><a class="chip" href="${base}/help/search/?q=${encodeURIComponent(word)}">${word}</a></li>
`)}</ul></section>
${stillStuck(site)}
</div>`,
  });
}

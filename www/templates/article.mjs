/** An article with its neighbours beside it; also what a guide is made of. */
import { breadcrumb, framed, stillStuck } from "./frame.mjs";
import { html, raw } from "./html.mjs";

/** From this many parts on, an article lists them. */
const LISTED_PARTS = 4;

export function articlePage(site, category, article) {
  return framed(site, {
    path: article.path,
    title: article.title,
    description: article.summary,
    main: articleBody(site, category, article),
    scripts: ["article"],
  });
}

/** `section` is what holds the article: `{ title, path, articles }`. */
export function articleBody(site, section, article) {
  const { base, texts } = site;
  const trail = [{ title: texts.help.title, path: `${base}/help/` }, section, article];
  return html`<div class="wide">
${breadcrumb(site, trail)}
<div class="reading">
<article>
<h1 tabindex="-1">${article.title}</h1>
<p class="lead">${article.summary}</p>
<div class="prose">
${raw(article.html)}</div>
${actions(texts, article)}
${stillStuck(site)}
</article>
<aside>
${parts(texts, article)}
<nav class="beside" aria-labelledby="neighbours"><h2 id="neighbours">${texts.article.neighbours}</h2><ul>
${section.articles.map((it) => html`<li><a href="${it.path}"${it === article ? html` aria-current="page"` : ""}>${it.title}</a></li>
`)}</ul></nav>
</aside>
</div>
${nextArticle(texts, section, article)}
</div>`;
}

function actions(texts, article) {
  return html`<div class="actions needs-script">
<button type="button" class="button cta" data-status="${texts.article.ctaStatus}">${article.cta}</button>
<button type="button" class="button quiet" data-share data-copied="${texts.article.copied}" data-manual="${texts.article.copyYourself}">${shareIcon()}${texts.article.share}</button>
<p role="status" data-action-status></p>
</div>`;
}

function parts(texts, { headings }) {
  if (headings.length < LISTED_PARTS) return "";
  return html`<nav class="beside" aria-labelledby="parts"><h2 id="parts">${texts.article.parts}</h2><ol>
${headings.map((it) => html`<li><a href="#${it.id}">${it.title}</a></li>
`)}</ol></nav>`;
}

function nextArticle(texts, section, article) {
  const next = section.articles[section.articles.indexOf(article) + 1];
  return next ? html`<p class="next"><a href="${next.path}" rel="next"><span>${texts.article.next}</span> ${next.title}</a></p>` : "";
}

function shareIcon() {
  return raw('<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false"><path d="M8 10V2M5 4.5 8 1.5l3 3M3 8v6h10V8" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"/></svg>');
}

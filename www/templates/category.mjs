/** One category: its articles with their summaries. */
import { breadcrumb, framed, stillStuck } from "./frame.mjs";
import { html } from "./html.mjs";

export function categoryPage(site, category) {
  const { base, texts } = site;
  return framed(site, {
    path: category.path,
    title: category.title,
    description: category.summary,
    main: html`<div class="wide">
${breadcrumb(site, [{ title: texts.help.title, path: `${base}/help/` }, category])}
<h1>${category.title}</h1>
<p class="lead">${category.summary}</p>
${articleList(category.articles)}
${stillStuck(site)}
</div>`,
  });
}

export function articleList(articles) {
  return html`<ul class="article-list">
${articles.map((it) => html`<li><h2><a href="${it.path}">${it.title}</a></h2><p>${it.summary}</p></li>
`)}</ul>`;
}

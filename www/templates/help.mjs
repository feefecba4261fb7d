/** The help center's home: search, categories, the guides. */
import { framed, searchForm, stillStuck } from "./frame.mjs";
import { html, raw } from "./html.mjs";

export function helpPage(site) {
  const { base, texts, categories, guides } = site;
  return framed(site, {
    path: `${base}/help/`,
    title: texts.help.title,
    description: texts.help.description,
    main: html`<div class="help-hero"><div class="wide">
<div><h1>${texts.help.heading}</h1>
<p class="lead">${texts.help.description}</p>
${searchForm(site)}</div>
${bicycle()}
</div></div>
<div class="wide">
<div class="cards">
${categories.map(card)}</div>
<section class="guides-strip" aria-labelledby="guides-title"><h2 id="guides-title">${texts.guides.title}</h2>
<p>${texts.guides.summary}</p>
<ul>
${guides.map((it) => html`<li><a href="${it.path}">${it.title}</a></li>
`)}</ul></section>
${stillStuck(site)}
</div>`,
  });
}

function card(category) {
  return html`<section class="card" aria-labelledby="card-${category.slug}">
<h2 id="card-${category.slug}"><a href="${category.path}">${category.title}</a></h2>
<p>${category.summary}</p>
<ul>
${category.articles.map((it) => html`<li><a href="${it.path}">${it.title}</a></li>
`)}</ul>
</section>
`;
}

function bicycle() {
  return raw(`<svg class="bicycle" viewBox="0 0 320 200" aria-hidden="true" focusable="false"><g fill="none" stroke="currentColor" stroke-width="5" stroke-linecap="round" stroke-linejoin="round">
<circle cx="74" cy="134" r="52"/><circle cx="246" cy="134" r="52"/>
<path d="M74 134 116 68l40 66H74M116 68h100l-60 66M246 134 207 34"/><path d="M116 68l-8-22M92 45h34M207 34c-4-12-22-10-30-4"/>
<circle cx="156" cy="134" r="11"/><path d="M156 145v16M149 162h14"/><path d="M226 40h50l-9 32h-32z"/><path d="M230 56h42" stroke-width="3"/></g>
<path class="ground" d="M4 189h312" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"/></svg>`);
}

/** The help center's frame: the demo's bar, Cicora's header and footer. */
import { document, languageSwitcher, startOver } from "./document.mjs";
import { html, json, raw } from "./html.mjs";

export function framed(site, page) {
  const { texts } = site;
  return document(site, {
    frame: "help",
    ...page,
    title: `${page.title} · ${texts.help.short}`,
    header: header(site, page.path),
    footer: footer(site),
  });
}

function header(site, path) {
  const { base, texts } = site;
  const links = [
    [`${base}/help/`, texts.nav.help],
    [`${base}/help/guides/`, texts.nav.guides],
    [`${base}/help/search/`, texts.nav.search],
    [`${base}/help/contact/`, texts.nav.contact],
  ];
  return html`<section class="demo-bar" aria-label="${texts.footer.demo}"><div class="wide">
<p>${texts.demoBar.text} <a href="${base}/">${texts.demoBar.link}</a></p>
<p class="started-over" role="status" data-started-over></p>
${startOver(site)}
</div></section>
<header class="site-header"><div class="wide">
<a class="logo" href="${base}/help/">${mark()}<span>Cicora <span class="logo-help">${texts.help.word}</span></span></a>
<nav class="site-nav" aria-label="${texts.nav.label}"><ul>
${links.map(([href, name]) => html`<li><a href="${href}"${href === path ? html` aria-current="page"` : ""}>${name}</a></li>
`)}</ul></nav>
${languageSwitcher(site, path)}
</div></header>`;
}

function footer({ base, texts }) {
  return html`<footer class="site-footer"><div class="wide">
<p>${texts.footer.fiction}</p>
<p><a href="${base}/">${texts.footer.demo}</a> <a href="/report/help-center">${texts.footer.report}</a></p>
</div></footer>`;
}

/** Cicora's sign: a chicory flower that is also a wheel. */
export function mark() {
  const petals = Array.from({ length: 8 }, (_, it) => `<rect x="14.25" y="2" width="3.5" height="10.5" rx="1.75" transform="rotate(${it * 45} 16 16)"/>`);
  return raw(`<svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false"><g fill="currentColor">${petals.join("")}</g><circle cx="16" cy="16" r="2.25" fill="currentColor"/></svg>`);
}

/** `trail` runs from the help center's home to the page itself: `[{ title, path }]`. */
export function breadcrumb({ texts }, trail) {
  const last = trail.length - 1;
  return html`<nav class="breadcrumb" aria-label="${texts.breadcrumb}"><ol>
${trail.map((it, index) => html`<li>${index === last ? html`<span aria-current="page">${it.title}</span>` : html`<a href="${it.path}">${it.title}</a>`}</li>
`)}</ol></nav>
<script type="application/ld+json">${json({
    "@context": "https://schema.org",
    "@type": "BreadcrumbList",
    itemListElement: trail.map((it, index) => ({ "@type": "ListItem", position: index + 1, name: it.title, item: it.path })),
  })}</script>`;
}

export function stillStuck({ base, texts }) {
  return html`<p class="stuck">${texts.article.stuck} <a href="${base}/help/contact/">${texts.article.contact}</a></p>`;
}

export function searchForm({ base, texts, lang }) {
  return html`<form class="search" role="search" action="${base}/help/search/" method="get">
<label for="q">${texts.search.label}</label>
<div class="search-row"><input id="q" name="q" type="search" autocomplete="off" lang="${lang}" placeholder="${texts.search.placeholder}">
<button class="button" type="submit">${texts.search.button}</button></div>
</form>`;
}

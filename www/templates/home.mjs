/** The demo's home: what Effortlet is, how to see it ask, how to start over, where the answers are. */
import { document, languageSwitcher, startOver } from "./document.mjs";
import { html, raw } from "./html.mjs";

/** Each trigger of `effortlet.json` and the page where it is best seen. */
const TRIGGERS = [
  ["exit", "/help/payments/refunds/"],
  ["scroll", "/help/riding/riding-handbook/"],
  ["click", "/help/payments/invoices/"],
  ["articles", "/help/safety/"],
  ["event", "/help/contact/"],
];

export function homePage(site) {
  const { base, texts } = site;
  const { home } = texts;
  return document(site, {
    path: `${base}/`,
    title: home.title,
    description: home.what,
    frame: "home",
    header: html`<header class="site-header"><div class="wide"><a class="logo" href="${base}/">${dots()}<span>Effortlet</span></a>
${languageSwitcher(site, `${base}/`)}</div></header>`,
    main: html`<div class="wide">
<section class="intro"><h1>${home.heading}</h1>
<p class="lead">${home.what} ${home.demo}</p>
<p class="intro-links"><a class="button" href="${base}/help/">${home.open}</a> <a href="#see-it-ask">${home.seeItAsk}</a></p>
${scale()}</section>
${seeItAsk(base, home)}
${politeness(site)}
${reports(home)}
</div>`,
    footer: html`<footer class="site-footer"><div class="wide"><p>${texts.footer.fiction}</p></div></footer>`,
  });
}

function seeItAsk(base, home) {
  return html`<section class="triggers" aria-labelledby="see-it-ask"><h2 id="see-it-ask">${home.seeItAsk}</h2>
<p>${home.wait}</p>
<ol>
${TRIGGERS.map(([name, path]) => {
  const { title, how, link } = home.triggers[name];
  return html`<li><h3>${title}</h3><div><p>${how}</p><p><a href="${base}${path}">${link}</a></p></div></li>
`;
})}</ol></section>`;
}

function politeness(site) {
  const { home } = site.texts;
  return html`<section class="again" aria-labelledby="again"><h2 id="again">${home.againTitle}</h2>
<p>${home.again}</p>
<p>${startOver(site)}</p>
<p class="started-over" role="status" data-started-over></p></section>`;
}

function reports(home) {
  return html`<section class="reports" aria-labelledby="reports"><h2 id="reports">${home.reportsTitle}</h2>
<p>${home.reports}</p>
<ul><li><a href="/report/help-center">${home.reportHelpCenter}</a></li><li><a href="/report/resolution">${home.reportResolution}</a></li></ul></section>`;
}

/** A scale of seven, with the answer that everybody hopes for. */
function scale() {
  const points = Array.from({ length: 7 }, (_, it) => `<circle cx="${13 + it * 151.6}" cy="44" r="${12 + it * 4}"${it === 5 ? ' class="chosen"' : ""}/>`);
  return raw(`<svg class="scale" viewBox="0 0 960 88" aria-hidden="true" focusable="false">${points.join("")}</svg>`);
}

/** The same scale as a sign. */
function dots() {
  const points = Array.from({ length: 7 }, (_, it) => `<circle cx="${4 + it * 8}" cy="8" r="${1 + it * 0.4}"/>`);
  return raw(`<svg class="dots" viewBox="0 0 56 16" width="56" height="16" aria-hidden="true" focusable="false"><g fill="currentColor">${points.join("")}</g></svg>`);
}

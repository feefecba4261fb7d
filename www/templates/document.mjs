/** What every page has: head, skip link, the widget's one script tag, language switcher. */
import { translate } from "../build/map.mjs";
import { html } from "./html.mjs";

/** `scripts` are names in `www/scripts`; `frame` is the class of the body. */
export function document(site, { path, title, description, frame, header, main, footer, scripts = [] }) {
  const { lang, texts } = site;
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<meta name="description" content="${description}">
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/style.css">
${["start-over", ...scripts].map((name) => html`<script type="module" src="/assets/${name}.js"></script>
`)}<script src="/effortlet.js" async></script>
</head>
<body class="${frame}">
<a class="skip" href="#main">${texts.skip}</a>
${header}
<main id="main" tabindex="-1">
${main}
</main>
${footer}
</body>
</html>
`.toString();
}

export function languageSwitcher({ lang, languages, texts }, path) {
  return html`<nav class="languages" aria-label="${texts.languages}"><ul>
${languages.map(
  (it) => html`<li><a href="${translate(path, lang, it.lang)}" lang="${it.lang}" hreflang="${it.lang}"${it.lang === lang ? html` aria-current="true"` : ""}>${it.texts.languageName}</a></li>
`,
)}</ul></nav>`;
}

export function startOver({ texts }) {
  return html`<button type="button" class="button quiet needs-script" data-start-over data-done="${texts.startOver.done}">${texts.startOver.button}</button>`;
}

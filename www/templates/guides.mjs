/**
 * The guides: every route is a page of its own and carries all routes as templates,
 * so that `scripts/guides.js` can go from one to the next without loading a page.
 */
import { articleBody } from "./article.mjs";
import { articleList } from "./category.mjs";
import { breadcrumb, framed, stillStuck } from "./frame.mjs";
import { html } from "./html.mjs";

export function guidePages(site) {
  const { base, texts, guides } = site;
  const section = { title: texts.guides.title, path: `${base}/help/guides/`, articles: guides };
  const routes = [
    { path: section.path, title: section.title, summary: texts.guides.summary, body: overview(site, section) },
    ...guides.map((it) => ({ path: it.path, title: it.title, summary: it.summary, body: articleBody(site, section, it) })),
  ];
  return routes.map((route) => [route.path, guidePage(site, route, routes)]);
}

function guidePage(site, route, routes) {
  return framed(site, {
    path: route.path,
    title: route.title,
    description: route.summary,
    scripts: ["article", "guides"],
    main: html`<div data-route>${route.body}</div>
${routes.map((it) => html`<template data-path="${it.path}" data-title="${it.title} · ${site.texts.help.short}">${it.body}</template>
`)}`,
  });
}

function overview(site, section) {
  const { base, texts } = site;
  return html`<div class="wide">
${breadcrumb(site, [{ title: texts.help.title, path: `${base}/help/` }, section])}
<h1 tabindex="-1">${section.title}</h1>
<p class="lead">${texts.guides.summary}</p>
${articleList(section.articles)}
${stillStuck(site)}
</div>`;
}

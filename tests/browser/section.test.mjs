/**
 * The section that a response names, on pages as help centers make them. The markup is that of their
 * themes, with the rest of the page left out.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, survey } from "./support/definitions.mjs";
import { stageWithoutCollector } from "./support/stage.mjs";
import { answerPosted, arm, asked, close, nudge } from "./support/visitor.mjs";

/** Milliseconds after which a route of an app has what it is about. */
const RENDERED = 1000;

/** Every page is an article whose section its address does not say. */
const ARTICLES = definition(survey({ event: { name: "never" } }), { helpCenter: { article: "/**" } });

const SCRIPT = '<script src="/effortlet/effortlet.js" data-definition="/effortlet.json" async></script>';

const document = (body, head = "") =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Acme</title>${head}${SCRIPT}</head><body>${body}</body></html>`;

const jsonLd = (value) => `<script type="application/ld+json">${typeof value === "string" ? value : JSON.stringify(value)}</script>`;

const list = (...items) => ({ "@context": "https://schema.org", "@type": "BreadcrumbList", itemListElement: items });

const item = (position, name, path) => ({ "@type": "ListItem", position, name, item: path && `https://acme.example${path}` });

/** `path` is where the page is. */
const PAGES = {
  "an article of Zendesk, whose trail ends with its section": {
    path: "/hc/en-us/articles/360-refunds",
    body: `<nav class="sub-nav"><nav aria-label="Current location"><ol class="breadcrumbs">
      <li><a href="/hc/en-us">Acme Help Center</a></li>
      <li><a href="/hc/en-us/categories/1-Account">Account</a></li>
      <li><a href="/hc/en-us/sections/2-Billing">Billing &amp; plans</a></li></ol></nav>
      <form role="search"><input type="search"></form></nav><article><h1>How refunds work</h1></article>`,
    section: "Billing & plans",
  },
  "an article of Freshdesk, whose trail has a menu in it for narrow screens": {
    path: "/en/support/solutions/articles/48000981678-setup",
    body: `<nav aria-label="breadcrumb"><ol class="breadcrumb">
      <li class="breadcrumb-item"><a href="/en/support/home">Home</a></li>
      <li class="breadcrumb-item"><a href="/en/support/solutions">Knowledge base</a></li>
      <li class="breadcrumb-item breadcrumb-center-item"><a href="/en/support/solutions/480">Email</a></li>
      <li class="breadcrumb-item breadcrumb-center-item"><a href="/en/support/solutions/folders/481">Mailgun</a></li>
      <li class="breadcrumb-collapsed-item"><a href="#" role="button">...</a><ul class="dropdown-menu" hidden>
        <li><a href="/en/support/solutions">Knowledge base</a></li><li><a href="/en/support/solutions/480">Email</a></li></ul></li>
      <li class="breadcrumb-item active">Set up Mailgun</li></ol></nav><h1>Set up Mailgun</h1>`,
    section: "Mailgun",
  },
  "an article of Freshdesk's older theme": {
    path: "/support/solutions/articles/5000569763",
    body: `<div class="breadcrumb"><a href="/support/solutions"> Solution home </a>
      <a href="/support/solutions/500">General</a> <a href="/support/solutions/folders/501">Getting started</a></div>
      <h2 class="heading">Remote access</h2>`,
    section: "Getting started",
  },
  "an article of Intercom, whose trail has no name": {
    path: "/en/articles/8170953-refunds",
    body: `<div><div><a href="/en/">All Collections</a><div aria-hidden="true"><svg><title>Next</title></svg></div>
      <a href="/en/collections/1-account">Account</a><div aria-hidden="true"><svg></svg></div>
      <a href="/en/collections/2-billing">Billing</a><div aria-hidden="true"><svg></svg></div><div>How refunds work</div></div></div>
      <header>How refunds work</header><a href="/en/articles/2-x">Invoices</a>`,
    section: "Billing",
  },
  "an article of Intercom's older theme": {
    path: "/ru/articles/8170953",
    body: `<div class="breadcrumb" dir="ltr"><div class="link__arrow o__ltr"><a href="/ru/">Все коллекции</a></div>
      <div class="link__arrow o__ltr"><a href="/ru/collections/1">Отчеты</a></div>
      <div class="link__arrow o__ltr">Отчет по задолженностям</div></div><h1>Отчет по задолженностям</h1>`,
    section: "Отчеты",
  },
  "an article of Help Scout, whose trail is for search engines": {
    path: "/article/12-refunds",
    head: jsonLd(list(item(1, "Billing", "/category/3-billing"), item(2, "How refunds work", "/article/12-refunds"))),
    body: `<ul class="nav-tabs"><li><a href="/category/3-billing">Billing</a></li></ul><h1>How refunds work</h1>`,
    section: "Billing",
  },
  "a page of Docusaurus in a folder without a page": {
    path: "/docs/guides/react",
    body: `<article><nav class="theme-doc-breadcrumbs" aria-label="Fil d'Ariane"><ul class="breadcrumbs">
      <li class="breadcrumbs__item"><a aria-label="Home page" class="breadcrumbs__link" href="/"><svg><path d="M0 0"/></svg></a></li>
      <li class="breadcrumbs__item"><a class="breadcrumbs__link" href="/docs/category/guides"><span>Guides</span></a></li>
      <li class="breadcrumbs__item"><span class="breadcrumbs__link">Frameworks</span></li>
      <li class="breadcrumbs__item breadcrumbs__item--active"><span class="breadcrumbs__link">React</span></li></ul></nav>
      <h1>React</h1></article>`,
    section: "Frameworks",
  },
  "a page of Docusaurus in no folder": {
    path: "/docs/intro",
    body: `<nav class="theme-doc-breadcrumbs"><ul class="breadcrumbs"><li><a href="/"><svg></svg></a></li>
      <li class="breadcrumbs__item--active"><span>Introduction</span></li></ul></nav><h1>Welcome</h1>`,
    section: "",
  },
  "the first page of a section of Material for MkDocs, to which its section leads": {
    path: "/setup/",
    body: `<nav class="md-path" aria-label="Navigation"><ol class="md-path__list">
      <li class="md-path__item"><a href=".." class="md-path__link"><span class="md-ellipsis"> Home </span></a></li>
      <li class="md-path__item"><a href="./" class="md-path__link"><span class="md-ellipsis"> Setup </span></a></li></ol></nav>
      <article><h1>Changing the colors<a class="headerlink" href="#colors">¶</a></h1></article>`,
    section: "Setup",
  },
  "a page of MkDocs in the style of Read the Docs": {
    path: "/en/latest/user-guide/cli/",
    body: `<div role="navigation" aria-label="breadcrumbs navigation"><ul class="wy-breadcrumbs">
      <li><a href="../..">Docs</a> &raquo;</li><li>User Guide &raquo;</li><li>Command Line</li>
      <li class="wy-breadcrumbs-aside"><a href="https://git.example/edit">Edit on Git</a></li></ul><hr></div><h1>Command Line</h1>`,
    section: "User Guide",
  },
  "a trail in microdata": {
    path: "/help/a",
    body: `<div itemscope itemtype="https://schema.org/BreadcrumbList">
      <span itemprop="itemListElement"><a itemprop="item" href="/"><span itemprop="name">Acme</span></a><meta itemprop="position" content="1"></span>
      <span itemprop="itemListElement"><a itemprop="item" href="/help/money"><span itemprop="name">Money</span></a></span>
      <span itemprop="itemListElement"><span itemprop="name">Refunds</span></span></div>`,
    section: "Money",
  },
  "a trail in RDFa": {
    path: "/help/a",
    body: `<p vocab="https://schema.org/" typeof="BreadcrumbList"><span property="itemListElement" typeof="ListItem">
      <a property="item" href="/"><b property="name">Acme</b></a></span> › <span property="itemListElement" typeof="ListItem">
      <a property="item" href="/help/money"><b property="name">Money</b></a></span></p><h1>Refunds</h1>`,
    section: "Money",
  },
  "a trail of plain text that leads to the page itself": {
    path: "/ro/ajutor/facturare/rambursari",
    body: `<div class="page-Breadcrumbs"><span>Sunteți aici:</span> <a href="/ro/">Acasă</a> &gt; <a href="/ro/ajutor/facturare">
      Facturare
      și plăți</a> &gt; <a href="/ro/ajutor/facturare/rambursari/#top">Rambursări</a></div><h1>Cum primesc banii înapoi</h1>`,
    section: "Facturare și plăți",
  },
  "a trail that says what it is and leads to nothing else": {
    path: "/help/a",
    body: `<p class="breadcrumb">You are here: <b>Refunds</b></p>`,
    section: "",
  },
  "a trail whose last step has another address and the page's heading": {
    path: "/help/article",
    body: `<nav class="breadcrumb"><a href="/help/billing">Billing</a> <a href="/help/a-12">Refunds ›</a></nav><h1> Refunds </h1>`,
    section: "Billing",
  },
  "a trail whose last step says that it is this page": {
    path: "/help/article?id=1",
    body: `<nav aria-label="Breadcrumb"><a href="/help">Help</a> / <a href="/help/list?id=7">Billing</a> /
      <a href="/help/article/1" aria-current="page">Refunds</a></nav>`,
    section: "Billing",
  },
  "a trail that is not shown beside one that is": {
    path: "/help/a",
    body: `<nav class="breadcrumb" style="display: none"><a href="/help/old">Old</a> <b>A</b></nav>
      <nav class="breadcrumb"><a href="/help/new">New</a> <b>A</b></nav>`,
    section: "New",
  },
  "a trail that only wide screens show": {
    path: "/help/a",
    body: `<nav class="breadcrumb" style="display: none"><a href="/help/billing">Billing</a> <b>A</b></nav>`,
    section: "Billing",
  },
  "a page that is named for having a trail": {
    path: "/help/a",
    body: `<div class="has-breadcrumbs"><main><h1>A</h1><p>Text with <a href="/help/x">a link</a></p></main></div>`,
    section: "",
  },
  "a trail that begins and ends with the help center": {
    path: "/help/billing",
    body: `<nav class="breadcrumb"><a href="/en/help/">Help Center</a> <span>Billing</span></nav>`,
    section: "",
  },
  "JSON-LD in a graph, in another order, beside what is no JSON": {
    path: "/help/a",
    head: `${jsonLd("{ name: 'no JSON' ")}${jsonLd("")}${jsonLd({ "@graph": [
      { "@type": "Organization", name: "Acme" },
      { "@type": ["BreadcrumbList"], itemListElement: [item(3, "A"), item(2, "Billing", "/help/billing"), item(1, "Acme", "/")] },
    ] })}`,
    section: "Billing",
  },
  "JSON-LD beside what is deeper than anybody looks": {
    path: "/help/a",
    head: jsonLd("[".repeat(20_000) + "]".repeat(20_000)) + jsonLd(list(item(1, "Billing", "/help/billing"), item(2, "A"))),
    section: "Billing",
  },
  "JSON-LD of a page with its trail, in an array, with names inside its items": {
    path: "/help/a",
    head: jsonLd([[{ "@type": "WebPage", breadcrumb: { "@type": "http://schema.org/BreadcrumbList", itemListElement: [
      { position: 1, item: { "@id": "/directory/", name: "Directory" } },
      { position: 2, item: { "@id": "https://acme.example/directory/models/", name: "  Models\n of  all kinds " } },
    ] } }]]),
    section: "Models of all kinds",
  },
  "JSON-LD of a route that is no longer there, under a trail that is": {
    path: "/help/b",
    head: jsonLd(list(item(1, "Old", "/help/old"), item(2, "A"))),
    body: `<nav class="breadcrumb"><a href="/help/new">New</a> <b>B</b></nav>`,
    section: "New",
  },
  "a section in the head alone": {
    path: "/help/a",
    head: `<meta property="article:section" content=" Billing  and plans ">`,
    body: `<nav class="breadcrumb"><b>A</b></nav>`,
    section: "Billing and plans",
  },
  "a name that is too long": {
    path: "/help/a",
    head: `<meta property="article:section" content="${"🙂".repeat(300)}">`,
    section: "🙂".repeat(100),
  },
  "a page that says nothing": { path: "/help/a", body: "<h1>A</h1>", section: "" },
  "JSON-LD that is anything but a trail": {
    path: "/help/a",
    head: [
      "null", "7", "[]", '"BreadcrumbList"', { "@type": "BreadcrumbList" }, list(null, 5, "x", []), list({ name: 5, item: 7 }),
      list({ name: { text: "x" }, item: [{}] }, { item: "::" }), { "@graph": { "@graph": [[[[[[list()]]]]]] } },
      '{"__proto__": {"@type": "BreadcrumbList", "itemListElement": [{"name": "X", "item": "/x"}]}}',
    ].map(jsonLd).join(""),
    section: "",
  },
};

for (const [name, { path, head, body = "", section }] of Object.entries(PAGES)) {
  test(`the section of a page is read: ${name}`, async (t) => {
    const page = await open(t, path, document(body, head));
    assert.equal(await postedSection(page), section);
  });
}

test("what a page does to objects and to the document is nothing to us", async (t) => {
  const head = jsonLd({ "@graph": [] }) + '<meta property="article:section" content="Billing">';
  const page = await open(t, "/help/a", document("<h1>A</h1>", head));
  await page.evaluate(() => {
    Object.prototype["@type"] = "BreadcrumbList";
    Object.prototype.itemListElement = [{ name: "Hijacked", item: "/hijacked" }];
  });
  assert.equal(await postedSection(page), "Billing");
  await page.evaluate(() => {
    Object.defineProperty(Object.prototype, "breadcrumb", { get: () => null.x });
    Array.prototype.flatMap = () => null.x;
    const { parse } = JSON;
    JSON.parse = (text) => (text.includes("@graph") ? null.x : parse(text));
  });
  await go(page, "/help/b");
  assert.equal(await postedSection(page), "Billing");
  await page.evaluate(() => Object.defineProperty(document, "querySelectorAll", { value: null }));
  await go(page, "/help/c");
  assert.equal(await postedSection(page), "Billing");
  await page.evaluate(() => document.body.insertAdjacentHTML("beforeend", '<img name="querySelector">'));
  await go(page, "/help/d");
  assert.equal(await postedSection(page), "Billing");
});

test("a route of an app has the section that its own trail says", async (t) => {
  const page = await open(t, "/help/a", document('<nav class="breadcrumb"><a href="/help/billing">Billing</a> <b>A</b></nav>'));
  assert.equal(await postedSection(page), "Billing");
  await go(page, "/help/b");
  await page.evaluate(() => document.querySelector("nav a").replaceChildren("Setup"));
  assert.equal(await postedSection(page), "Setup");
});

/** A page of this text at a path, whatever it ends in; its section has not been read yet. */
async function open(t, path, html) {
  const answer = (request, reply) => reply.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(html);
  const accept = (request, reply) => reply.writeHead(204).end();
  const pages = { [path.split("?")[0]]: answer, "/v1/responses": accept };
  const { tabAt } = await stageWithoutCollector(t, { definition: ARTICLES, pages });
  const { page } = await tabAt();
  await page.goto(path);
  await arm(page, 0);
  return page;
}

/** Leads on as an app does; the page's section has not been read yet. */
async function go(page, path) {
  await page.evaluate((path) => history.pushState({}, "", path), path);
  await page.clock.runFor(1);
}

/** The section that an answer given on this page is posted with; empty for none. */
async function postedSection(page) {
  await page.clock.runFor(RENDERED);
  await page.evaluate(() => window.effortlet("show", "help-center"));
  await asked(page, "Did you find the information you needed?");
  const posted = answerPosted(page);
  await nudge(page).getByRole("button", { name: "Yes" }).click();
  const { page: about } = (await posted).postDataJSON();
  await close(page);
  return about.section ?? "";
}

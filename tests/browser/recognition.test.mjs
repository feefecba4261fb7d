/** Help centers at the root of a site, where no word of an address says so: their pages do. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, survey } from "./support/definitions.mjs";
import { stageWithoutCollector } from "./support/stage.mjs";
import { asked, open, staysQuiet } from "./support/visitor.mjs";

const QUESTION = "Did you find the information you needed?";

const PATHS = ["/billing/refunds", "/billing/invoices", "/account/passwords"];

const CRUMBS = { "@context": "https://schema.org", "@type": "BreadcrumbList", itemListElement: [{ "@type": "ListItem", position: 1, name: "Help center", item: "/" }, { "@type": "ListItem", position: 2, name: "Account", item: "/account" }, { "@type": "ListItem", position: 3, name: "Passwords" }] };

const head = (text) => ({ head: text, body: "<main><article><h1>Passwords</h1><p>Change it.</p></article></main>" });

/** What makers of such sites write into each page. */
const SAYS = {
  "ReadMe's own meta": { ...head('<meta name="readme-deploy" content="5.715.0">'), paths: ["/docs/refunds", "/reference/list-refunds", "/docs/passwords"], section: undefined },
  "MkDocs' generator": head('<meta name="generator" content="mkdocs-1.6.1, mkdocs-material-9.8.2">'),
  "VitePress' generator": head('<meta name="generator" content="VitePress v1.6.4">'),
  "Starlight's generator": head('<meta name="generator" content="Starlight v0.36.0">'),
  "GitBook's generator": head('<meta name="generator" content="GitBook (28f7fba)">'),
  "JSON-LD of a help article": head(`<script type="application/ld+json">${JSON.stringify([CRUMBS, { "@context": "https://schema.org", "@type": "TechArticle", headline: "Passwords" }])}</script>`),
};

for (const [what, says] of Object.entries(SAYS)) {
  test(`three articles at the root are counted by ${what}`, async (t) => {
    const { paths = PATHS } = says;
    const page = await visit(t, { ...says, paths });
    const posted = page.waitForRequest((it) => it.method() === "POST");
    posted.catch(() => {});
    for (const path of paths) {
      await staysQuiet(page, path);
      await open(page, path);
    }
    await asked(page, QUESTION);
    const told = (await posted).postDataJSON().page;
    assert.deepEqual([told.section, told.article], ["section" in says ? says.section : "account", "passwords"]);
  });
}

/** What has sections and articles too, and helps nobody. */
const OTHERS = {
  "a shop": head('<meta name="generator" content="WordPress 6.8.3"><meta property="og:type" content="product">'),
  "a shop with a trail": head(`<meta name="generator" content="WooCommerce 10.2.1"><script type="application/ld+json">${JSON.stringify([CRUMBS, { "@type": "Product", name: "Passwords", offers: { "@type": "Offer", price: 7 } }])}</script>`),
  "a price list with questions": head(`<meta name="generator" content="Webflow"><script type="application/ld+json">${JSON.stringify({ "@type": "FAQPage", mainEntity: [{ "@type": "Question", name: "May I cancel?", acceptedAnswer: { "@type": "Answer", text: "You may." } }] })}</script>`),
  "a blog with a trail": head(`<meta name="generator" content="WordPress 6.8.3"><script type="application/ld+json">${JSON.stringify({ "@graph": [CRUMBS, { "@type": ["Article", "BlogPosting"], headline: "Passwords" }] })}</script>`),
  "a magazine": head('<meta name="generator" content="Hugo 0.150.0"><meta property="og:type" content="article">'),
};

for (const [what, says] of Object.entries(OTHERS)) {
  test(`pages of ${what} are no articles of a help center`, async (t) => {
    const page = await visit(t, says);
    for (const path of PATHS) await open(page, path);
    await staysQuiet(page);
  });
}

async function visit(t, { head, body, paths = PATHS }) {
  const html = `<!doctype html><html lang="en"><title>Passwords</title>${head}<script src="/effortlet/effortlet.js" data-definition="/effortlet.json" async></script>${body}</html>`;
  const pages = Object.fromEntries(["/", ...paths].map((path) => [path, html]));
  const { tabAt } = await stageWithoutCollector(t, { definition: definition(survey({ helpCenter: { articles: 3 } })), pages });
  const { page } = await tabAt();
  await open(page, "/");
  return page;
}

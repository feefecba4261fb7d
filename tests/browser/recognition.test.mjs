/** Help centers at the root of a site, where no word of an address says so: their pages do. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, survey } from "./support/definitions.mjs";
import { stageWithoutCollector } from "./support/stage.mjs";
import { asked, open, staysQuiet } from "./support/visitor.mjs";

const QUESTION = "Did you find the information you needed?";

/** Milliseconds; nothing here takes as long. */
const PATIENCE = 3_000;

const PATHS = ["/billing/refunds", "/billing/invoices", "/account/passwords"];

const CRUMBS = { "@context": "https://schema.org", "@type": "BreadcrumbList", itemListElement: [{ "@type": "ListItem", position: 1, name: "Help center", item: "/" }, { "@type": "ListItem", position: 2, name: "Account", item: "/account" }, { "@type": "ListItem", position: 3, name: "Passwords" }] };

const head = (text) => ({ head: text, body: "<main><article><h1>Passwords</h1><p>Change it.</p></article></main>" });

/** What makers of such sites write into each page. */
const SAYS = {
  "MkDocs' generator": head('<meta name="generator" content="mkdocs-1.6.1, mkdocs-material-9.8.2">'),
  "VitePress' generator": head('<meta name="generator" content="VitePress v1.6.4">'),
  "Starlight's generator": head('<meta name="generator" content="Starlight v0.36.0">'),
  "GitBook's generator": head('<meta name="generator" content="GitBook (28f7fba)">'),
  "JSON-LD of a help article": head(`<script type="application/ld+json">${JSON.stringify([CRUMBS, { "@context": "https://schema.org", "@type": "TechArticle", headline: "Passwords" }])}</script>`),
};

for (const [what, says] of Object.entries(SAYS)) {
  test(`three articles at the root are counted by ${what}`, async (t) => {
    const page = await visit(t, says);
    const posted = page.waitForRequest((it) => it.method() === "POST");
    posted.catch(() => {});
    for (const path of PATHS) {
      await staysQuiet(page, path);
      await open(page, path);
    }
    await asked(page, QUESTION);
    const { section, article } = (await posted).postDataJSON().page;
    assert.deepEqual([section, article], ["account", "passwords"]);
  });
}

/** What has sections and articles too, and helps nobody. */
const OTHERS = {
  "a shop": head('<meta name="generator" content="WordPress 6.8.3"><meta property="og:type" content="product">'),
  "a magazine": head('<meta name="generator" content="Hugo 0.150.0"><meta property="og:type" content="article">'),
};

for (const [what, says] of Object.entries(OTHERS)) {
  test(`pages of ${what} are no articles of a help center`, async (t) => {
    const page = await visit(t, says);
    for (const path of PATHS) await open(page, path);
    await staysQuiet(page);
  });
}

async function visit(t, { head, body }) {
  const html = `<!doctype html><html lang="en"><title>Passwords</title>${head}<script src="/effortlet/effortlet.js" data-definition="/effortlet.json" async></script>${body}</html>`;
  const pages = Object.fromEntries(["/", ...PATHS].map((path) => [path, html]));
  const { tabAt } = await stageWithoutCollector(t, { definition: definition(survey({ helpCenter: { articles: 3 } })), pages });
  const { page } = await tabAt();
  page.setDefaultTimeout(PATIENCE);
  await open(page, "/");
  return page;
}

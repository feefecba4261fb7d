/**
 * What is expected of each host: a row for each folder beside this file.
 *
 * `recipe` says where a snippet of `docs/hosts/<host>.md` goes that belongs into a file: below the line that
 * has these words, at the top where there are none; any other is put at the file's end. `content` is where
 * the articles go, Markdown into a folder or all of them into one file; `titled` has their titles before them
 * rather than in their first line. `build` is run in a copy of the folder,
 * beside what `lock` names, and leaves `built`. `alone` is an article in no section and `list` what lists a
 * section, where a host has them. `accent` is the one of a scheme where it is not the colour of links. `todo` names what a check still finds at fault, and why.
 */

const python = process.platform === "win32" ? "../.venv/Scripts/python" : "../.venv/bin/python";
const vite = "node ../node_modules/vite/bin/vite.js build --logLevel warn";
const help = ({ section, name }) => `/help/${section}/${name}`;

export const HOSTS = [
  {
    host: "docusaurus",
    lock: "package-lock.json",
    content: "docs",
    recipe: { "docusaurus.config.js": ["const config = {"] },
    build: "node ../node_modules/@docusaurus/core/bin/docusaurus.mjs build",
    built: "build",
    address: ({ section, name }) => `/docs/${section}/${name}`,
    article: ".theme-doc-markdown",
    navigates: "inPage",
    search: { key: "Control+k", field: "input.navbar__search-input", results: ".navbar__search [role=option]" },
    alone: "/docs/intro",
    list: "/docs/category/billing",
    schemes: ["light", "dark"],
  },
  {
    host: "mkdocs",
    lock: "requirements.txt",
    content: "docs",
    recipe: {},
    build: `${python} -m mkdocs build --quiet`,
    built: "site",
    address: ({ section, name }) => `/${section}/${name}/`,
    article: "article",
    navigates: "inPage",
    search: { key: "/", field: "input.md-search__input", results: ".md-search-result__item > .md-search-result__link" },
    alone: "/intro/",
    schemes: ["light", "dark"],
  },
  {
    host: "vitepress",
    lock: "package-lock.json",
    content: ".",
    recipe: { ".vitepress/config.mts": ["defineConfig({"] },
    build: "node ../node_modules/vitepress/bin/vitepress.js build",
    built: ".vitepress/dist",
    address: ({ section, name }) => `/${section}/${name}`,
    article: ".vp-doc",
    navigates: "inPage",
    search: { key: "Control+k", field: "input.search-input", results: ".VPLocalSearchBox a.result" },
    alone: "/intro",
    schemes: ["light", "dark"],
  },
  {
    host: "starlight",
    lock: "package-lock.json",
    content: "src/content/docs",
    titled: true,
    recipe: { "astro.config.mjs": ["starlight({"] },
    build: "node ../node_modules/astro/astro.js build --silent",
    built: "dist",
    address: ({ section, name }) => `/${section}/${name}/`,
    article: ".sl-markdown-content",
    navigates: "byLoads",
    search: { key: "Control+k", field: "input.pagefind-ui__search-input", results: ".pagefind-ui__result-link" },
    alone: "/intro/",
    schemes: ["light", "dark"],
  },
  {
    host: "wordpress",
    lock: "package-lock.json",
    content: "help.json",
    recipe: { "cookieconsent-config.js": ["", "CookieConsent.run({"] },
    build: "node make.mjs",
    built: "public",
    /** A search is a query of the home page. */
    route: ({ searchParams }) => searchParams.has("s") && `/search/${searchParams.get("s")}.html`,
    address: (article) => `${help(article)}/`,
    /** Articles of pages that follow each other are counted on the device. */
    consents: "Accept all",
    article: ".entry-content",
    navigates: "byLoads",
    search: { field: "input[name=s]", results: ".entry-content li a", enter: true },
    schemes: ["light"],
  },
  {
    host: "react",
    lock: "package-lock.json",
    content: "src/help.json",
    recipe: { "src/App.jsx": ["", "<ScrollRestoration />"] },
    build: vite,
    built: "dist",
    route: ({ pathname }) => !pathname.includes(".") && "/index.html",
    address: help,
    article: "article",
    navigates: "inPage",
    search: { field: "input[name=q]", results: "main li a", enter: true },
    schemes: ["light", "dark"],
  },
  {
    host: "next",
    lock: "package-lock.json",
    content: "help.json",
    recipe: { "app/layout.tsx": ["", "<body>"] },
    build: "node ../node_modules/next/dist/bin/next build",
    built: "out",
    address: help,
    article: "article",
    navigates: "inPage",
    search: { field: "input[name=q]", results: "main li a", enter: true },
    schemes: ["light", "dark"],
  },
  {
    host: "vue",
    lock: "package-lock.json",
    content: "src/help.json",
    recipe: { "src/App.vue": ["<script setup>", "<template>"] },
    build: vite,
    built: "dist",
    route: ({ pathname }) => !pathname.includes(".") && "/index.html",
    address: help,
    article: "article",
    navigates: "inPage",
    search: { field: "input[type=search]", results: "main li a", enter: true },
    schemes: ["light", "dark"],
    /** Its green is too light for white text and on a white card. */
    accent: { light: "rgb(0, 128, 85)" },
  },
];

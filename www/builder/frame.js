/** The page in the frame: the real widget on a page of the demo, which is told what to ask and what to look like. */
import { LOOKS, PAGES } from "demo:pages";
import { start, show, stop } from "./module.js";

const look = new CSSStyleSheet();
document.adoptedStyleSheets = [look];

/** What sites call dark, each in its own way. */
function darken(root, isDark) {
  root.classList.toggle("dark", isDark);
  root.dataset.theme = isDark ? "dark" : "light";
  document.body.dataset.mdColorScheme = isDark ? "slate" : "default";
}

let drawn;
function draw(kind, locale) {
  const lang = Object.hasOwn(PAGES, locale) ? locale : "en";
  if (drawn === kind + lang) return;
  drawn = kind + lang;
  document.documentElement.lang = lang;
  // Our own, as it was built.
  document.body.innerHTML = PAGES[lang][kind];
}

addEventListener("message", async ({ data, source }) => {
  if (source !== parent || !data?.definition) return;
  const { definition, survey, locale, isDark, isRightToLeft, isShown, kind, look: name, css } = data;
  draw(kind, locale);
  look.replaceSync(name === "own" ? css : LOOKS[name].css);
  darken(document.documentElement, isDark);
  document.documentElement.dir = isRightToLeft ? "rtl" : "ltr";
  await stop();
  const { surveys, problems } = await start(definition, { locale });
  const isThere = isShown && surveys.includes(survey) ? await show(survey) : undefined;
  parent.postMessage({ shown: isThere, problems: problems.length }, "*");
});

/** By the end of an address, so that the page's own links lead from kind to kind. */
const LEADS = [
  [/\/help\/$/, "home"],
  [/\/help\/search\/$/, "search"],
  [/\/help\/contact\/$/, "contact"],
  [/\/help\/[^/]+\/$/, "category"],
  [/\/help\/[^/]+\/[^/]+\/$/, "article"],
];

addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  if (!link || link.getAttribute("href").startsWith("#")) return;
  event.preventDefault();
  const [, kind] = LEADS.find(([path]) => path.test(link.pathname)) ?? [];
  if (kind) parent.postMessage({ open: kind }, "*");
});
addEventListener("submit", (event) => event.preventDefault());

for (const name of ["shown", "answered", "completed", "dismissed"]) {
  addEventListener(`effortlet:${name}`, () => parent.postMessage({ happened: name }, "*"));
}
parent.postMessage({ ready: true }, "*");

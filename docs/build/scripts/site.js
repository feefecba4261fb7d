/** What a page of the site can do beyond being read: copy a snippet, look for something, say where it is. */
import { offerCopies } from "./copy.js";
import { openSearch } from "./search.js";

const root = new URL(document.querySelector("script[data-root]").dataset.root || "./", location.href);

document.documentElement.classList.add("has-script");
offerCopies();
showWhere(document.querySelector(".side"));

for (const button of document.querySelectorAll("[data-search]")) button.addEventListener("click", () => openSearch(root));

document.addEventListener("keydown", (event) => {
  const isWriting = event.target.closest?.("input, textarea, select, [contenteditable]");
  const isAsked = (event.key === "/" && !isWriting && !event.ctrlKey && !event.metaKey) || (event.key === "k" && (event.ctrlKey || event.metaKey));
  if (!isAsked) return;
  event.preventDefault();
  openSearch(root);
});

/** The list of pages may be longer than the window. */
function showWhere(list) {
  const here = list.querySelector("[aria-current]");
  if (here && here.offsetTop > list.clientHeight) list.scrollTop = here.offsetTop - list.clientHeight / 2;
}

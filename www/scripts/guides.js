/** Goes from guide to guide without loading a page. Links to anywhere else stay ordinary links. */
const view = document.querySelector("[data-route]");
const routes = new Map([...document.querySelectorAll("template[data-path]")].map((it) => [it.dataset.path, it]));
let shown = location.pathname;

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  if (!link || !isPlain(event, link)) return;
  const url = new URL(link.href);
  if (!routes.has(url.pathname) || url.pathname === shown) return;
  event.preventDefault();
  history.pushState(null, "", url);
  go(url.pathname);
  scrollTo(0, 0);
});

addEventListener("popstate", () => {
  if (location.pathname !== shown && routes.has(location.pathname)) go(location.pathname);
});

/** A click that means "go there, here": no new tab, no download. */
function isPlain(event, link) {
  const modified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  return event.button === 0 && !modified && !event.defaultPrevented && !link.target && !link.download && link.origin === location.origin && !link.hash;
}

function go(path) {
  const route = routes.get(path);
  follow(path);
  shown = path;
  const content = route.content.cloneNode(true);
  // Trusted Types refuses a cloned script, even one of data; who reads JSON-LD loads the real page.
  content.querySelector("script").remove();
  view.replaceChildren(content);
  document.title = route.dataset.title;
  view.querySelector("h1").focus({ preventScroll: true });
}

/** The switcher leads to the new page in the other languages; the menu marks the guides' own home. */
function follow(path) {
  const tail = (address) => address.slice(address.indexOf("/help/"));
  for (const link of document.querySelectorAll(".languages a")) link.pathname = link.pathname.replace(tail(shown), tail(path));
  for (const link of document.querySelectorAll(".site-nav a")) {
    if (link.pathname === path) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

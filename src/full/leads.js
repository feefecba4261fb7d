/** What a page leads to. */

/**
 * The paths of all links in the main part of the page, a line each, and the status that the document
 * was answered with; 0 for a route of an app, and where the browser does not tell.
 */
export function readLeads() {
  const main = document.querySelector("main,[role=main]") ?? document.body;
  const links = [...main.querySelectorAll("a[href]")].filter(({ origin }) => origin === location.origin);
  const [loaded] = performance.getEntriesByType("navigation");
  const status = loaded?.name.split("#")[0] === location.href.split("#")[0] ? loaded.responseStatus : 0;
  return [links.map(({ pathname }) => pathname).join("\n"), status ?? 0];
}

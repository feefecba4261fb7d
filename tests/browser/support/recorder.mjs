/**
 * What a page said and asked for, in order: the console, uncaught errors, requests.
 */

/** Starts recording at once; the lists grow while the page lives. */
export function record(page) {
  const seen = { console: [], errors: [], requests: [] };
  page.on("console", (it) => seen.console.push({ type: it.type(), text: it.text() }));
  page.on("pageerror", (error) => seen.errors.push(error.message));
  page.on("request", (it) => seen.requests.push(spelled(it)));
  return seen;
}

/** `GET /effortlet/module.js`; another origin's address is left whole. */
function spelled(request) {
  const url = new URL(request.url());
  const page = new URL(request.frame().url(), url);
  const address = url.origin === page.origin || page.origin === "null" ? url.pathname + url.search : url.href;
  return `${request.method()} ${address}`;
}

/** The texts of the widget's own warnings. */
export function warnings(seen) {
  return seen.console.filter(({ type }) => type === "warning").map(({ text }) => text);
}

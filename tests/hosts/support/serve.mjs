/**
 * A built site as a plain file server has it: `/a/` is its index, `/a` is `a.html` or the index below.
 */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";

/** Where sites believe to be, and where recipes have their collector. */
const SITE = "https://acme.example";
const COLLECTOR = "https://ces.acme.example";

/** A path where the tag's file does nothing: a site that is without us. */
const NOTHING = "/nothing";

const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};

const TEXTS = [".html", ".js", ".json", ".xml"];

/**
 * Resolves to its origin. `collector` is the address that stands in the place of the recipe's; without one the
 * widget never comes. `route` gives another path for an address. Runs until the test `t` is over.
 */
export async function serve(t, folder, { collector, route = () => undefined } = {}) {
  const server = createServer((request, reply) => {
    const url = new URL(request.url, "http://site");
    if (url.pathname.startsWith(NOTHING)) return reply.writeHead(200, { "content-type": TYPES[".js"] }).end();
    const origin = `http://${request.headers.host}`;
    const addresses = { [SITE]: origin, [COLLECTOR]: collector ?? origin + NOTHING };
    answer(folder, route(url) || url.pathname, addresses, reply).catch(() => reply.destroy());
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${server.address().port}`;
}

async function answer(folder, pathname, addresses, reply) {
  const path = decodeURIComponent(pathname);
  for (const name of path.endsWith("/") ? [`${path}index.html`] : [path, `${path}.html`, `${path}/index.html`]) {
    const file = await readFile(join(folder, name)).catch(() => undefined);
    if (file) return send(reply, 200, name, file, addresses);
  }
  const page = await readFile(join(folder, "404.html")).catch(() => Buffer.from("Not found"));
  send(reply, 404, "404.html", page, addresses);
}

function send(reply, status, name, file, addresses) {
  const put = (text, [from, to]) => text.replaceAll(from, to);
  const body = TEXTS.includes(extname(name)) ? Object.entries(addresses).reduce(put, `${file}`) : file;
  reply.writeHead(status, { "content-type": TYPES[extname(name)] ?? "application/octet-stream" }).end(body);
}

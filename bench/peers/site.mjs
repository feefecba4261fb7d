/**
 * One candidate's page on an address of its own, and a count of all that is asked of it.
 *
 * Every answer is sent as brotli at its highest quality, which browsers take from this machine also
 * without TLS. Nothing here is slow: what is measured is the browser's work, not a network.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const IN_PAGE = readFileSync(join(import.meta.dirname, "in-page.js"), "utf8");
const PARAGRAPH = `<p>${"Refunds go back to the card that was charged. ".repeat(20)}</p>`;
const BODY = `<h1>Refunds</h1><button id="own">A button of the page</button>${PARAGRAPH.repeat(40)}`;
const CACHING = { keep: "public, max-age=31536000, immutable", revalidate: "no-cache" };

/** `sent` has all answers so far but the page itself, in bytes: `brotli` without headers, `wire` with them. */
export async function openSite({ tags, files, backend, card, choice, prepare }) {
  const page = pageOf({ tags, card, choice, prepare });
  const sent = [];
  // Packing takes longer than what is measured.
  Object.values(files).forEach(({ body }) => compressed(body));
  const server = createServer(async (request, reply) => {
    const body = await bodyOf(request);
    const { pathname } = new URL(request.url, "http://site");
    if (pathname === "/") return send(reply, { body: Buffer.from(page), type: "text/html; charset=utf-8" });
    if (pathname === "/favicon.ico") return reply.writeHead(204).end();
    const found = files[pathname];
    const answer = found ?? madeBy(backend(pathname, body));
    const brotli = send(reply, answer, request.headers["if-none-match"]);
    sent.push({ path: pathname, method: request.method, brotli, plain: brotli && answer.body.length, wire: brotli + Buffer.byteLength(reply._header) });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    sent,
    close: () => (server.closeAllConnections(), server.close()),
  };
}

/** The same page for all; only `tags` differ. */
const pageOf = ({ tags, card = "undefined", choice = "undefined", prepare = "undefined" }) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Refunds</title>
<script>${IN_PAGE}
bench.card = () => ${card};
bench.choice = () => ${choice};
bench.prepare = () => ${prepare};</script>
${tags}
</head>
<body>${BODY}</body>
</html>`;

const madeBy = ({ json, text = JSON.stringify(json), type = "application/json" }) => ({ body: Buffer.from(text), type });

/** The bytes of the body as sent, none where the browser has them. */
function send(reply, { body, type, cache }, known) {
  const tag = cache && `"${createHash("sha256").update(body).digest("hex").slice(0, 16)}"`;
  const headers = { "content-type": type, "cache-control": CACHING[cache] ?? "no-store", ...(tag && { etag: tag }) };
  if (tag && known === tag) {
    reply.writeHead(304, headers).end();
    return 0;
  }
  const packed = compressed(body);
  reply.writeHead(200, { ...headers, "content-encoding": "br", "content-length": packed.length }).end(packed);
  return packed.length;
}

const packs = new Map();

function compressed(body) {
  const key = body.length > 4096 ? createHash("sha256").update(body).digest("hex") : undefined;
  if (packs.has(key)) return packs.get(key);
  const packed = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  if (key) packs.set(key, packed);
  return packed;
}

async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

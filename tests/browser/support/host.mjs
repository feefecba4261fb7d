/**
 * A site that has the widget in it: pages that a test makes up, the built widget under
 * `/effortlet/`, and everything else from the real collector, through a proxy that can break.
 */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { none } from "./faults.mjs";
import { DIST } from "./paths.mjs";

const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

const PORTS = new Set();

/**
 * `pages` are texts by path, answered as HTML or, by their ending, as what they are; an object is
 * answered as JSON, a function `(request, reply)` answers by itself. `collector` is what
 * `startCollector` gave; without one, all other addresses are 404. Runs until `t` is over.
 */
export async function startHost(t, { pages = {}, collector } = {}) {
  const host = { pages: { "/favicon.ico": noContent, ...pages }, fault: none, posts: [], waiting: [] };
  const server = createServer((request, reply) => {
    answer(host, collector, request, reply).catch(() => reply.destroy());
  });
  await listen(server);
  t.after(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  const origin = `http://127.0.0.1:${server.address().port}`;
  return Object.assign(host, {
    origin,
    url: (path) => new URL(path, origin).href,
    /** Resolves to all posts so far once there are `count` of them, whatever became of them. */
    posted: (count) => new Promise((resolve) => wait(host, count, resolve)),
  });
}

/** On a port that no host had before: what a browser keeps for an origin is another test's there. */
async function listen(server) {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  if (!PORTS.has(port)) return PORTS.add(port);
  await new Promise((resolve) => server.close(resolve));
  return listen(server);
}

async function answer(host, collector, request, reply) {
  const { pathname } = new URL(request.url, "http://host");
  const body = await bodyOf(request);
  if (Object.hasOwn(host.pages, pathname)) return answerPage(host.pages[pathname], pathname, request, reply);
  if (pathname.startsWith("/effortlet/")) return answerWidget(pathname, reply);
  if (!collector) return reply.writeHead(404).end();
  if (request.method === "POST") note(host, pathname, body);
  const forward = () => ask(collector, request, body);
  await host.fault({ socket: request.socket, reply, forward });
}

function answerPage(page, pathname, request, reply) {
  if (typeof page === "function") return page(request, reply);
  const text = typeof page === "string" ? page : JSON.stringify(page);
  reply.writeHead(200, { "content-type": TYPES[extname(pathname)] ?? TYPES[".html"] }).end(text);
}

/** Browsers ask for an icon by themselves, and a 404 would stand in the console. */
function noContent(request, reply) {
  reply.writeHead(204).end();
}

async function answerWidget(pathname, reply) {
  const file = await readFile(join(DIST, pathname.slice("/effortlet/".length))).catch(() => undefined);
  if (!file) return reply.writeHead(404).end();
  reply.writeHead(200, { "content-type": TYPES[extname(pathname)] }).end(file);
}

async function ask(collector, request, body) {
  const { host, connection, "content-length": length, ...headers } = request.headers;
  const sent = body.length > 0 ? { body } : {};
  const reply = await fetch(collector.address + request.url, { method: request.method, headers, redirect: "manual", ...sent });
  const { "content-encoding": coded, "content-length": counted, "transfer-encoding": cut, ...kept } = Object.fromEntries(reply.headers);
  return { status: reply.status, headers: kept, body: Buffer.from(await reply.arrayBuffer()) };
}

function note(host, path, body) {
  host.posts.push({ path, body: JSON.parse(body) });
  for (const check of host.waiting.splice(0)) check();
}

function wait(host, count, resolve) {
  if (host.posts.length >= count) return resolve(host.posts);
  host.waiting.push(() => wait(host, count, resolve));
}

async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

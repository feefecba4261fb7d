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

/** Milliseconds until a post does not come. */
const PATIENCE = 30_000;

const PORTS = new Set();

/**
 * `pages` are texts by path, answered as HTML or, by their ending, as what they are; an object is
 * answered as JSON, a function `(request, reply, body)` answers by itself. `collector` is what
 * `startCollector` gave; `requests` has all that came, with their headers; without one, posts are taken by nobody, and all other addresses are 404.
 * Where it is `kept`, browsers keep the widget and only ask for its first file anew, as the collector has it. Runs until `t` is over.
 */
export async function startHost(t, { pages = {}, collector, kept = false } = {}) {
  const host = { kept, pages: { "/favicon.ico": noContent, ...pages }, fault: none, shown: [], posts: [], waiting: [], requests: [] };
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
    /**
     * Resolves to all posts of answers so far once there are `count` of them, whatever became of them.
     * Those before any answer, which only say that a survey is shown, are apart, in `shown`.
     */
    posted: (count) => wait(host, host.posts, count),
    displayed: (count) => wait(host, host.shown, count),
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
  if (request.method === "POST") acknowledge(reply, body);
  host.requests.push({ method: request.method, url: request.url, headers: request.headers, body: `${body}` });
  if (Object.hasOwn(host.pages, pathname)) return answerPage(host.pages[pathname], pathname, request, reply, body);
  if (pathname.startsWith("/effortlet/")) return answerWidget(host, pathname, reply);
  if (request.method === "POST") note(host, pathname, body);
  // What is shown is posted, also where no test looks at it.
  if (!collector) return reply.writeHead(request.method === "POST" ? 204 : 404).end();
  const forward = () => ask(collector, request, body);
  await host.fault({ socket: request.socket, reply, forward });
}

/** Whoever takes a post with 204 has it acknowledged, as the collector would. */
function acknowledge(reply, body) {
  const { writeHead } = reply;
  reply.writeHead = (status, ...rest) => {
    if (status !== 204) return writeHead.call(reply, status, ...rest);
    writeHead.call(reply, 200, { "content-type": "application/json" });
    return { end: () => reply.end(JSON.stringify({ responses: [JSON.parse(body)].flat().map(({ id, rev }) => ({ id, rev })) })) };
  };
}

function answerPage(page, pathname, request, reply, body) {
  if (typeof page === "function") return page(request, reply, body);
  const text = typeof page === "string" ? page : JSON.stringify(page);
  reply.writeHead(200, { "content-type": TYPES[extname(pathname)] ?? TYPES[".html"] }).end(text);
}

/** Browsers ask for an icon by themselves, and a 404 would stand in the console. */
function noContent(request, reply) {
  reply.writeHead(204).end();
}

async function answerWidget({ kept }, pathname, reply) {
  const file = await readFile(join(DIST, pathname.slice("/effortlet/".length))).catch(() => undefined);
  if (!file) return reply.writeHead(404).end();
  const keeping = kept && pathname !== "/effortlet/effortlet.js" ? "max-age=3600" : "no-cache";
  reply.writeHead(200, { "content-type": TYPES[extname(pathname)], "cache-control": keeping }).end(file);
}

async function ask(collector, request, body) {
  const { host, connection, "content-length": length, ...headers } = request.headers;
  const sent = body.length > 0 ? { body } : {};
  const reply = await fetch(collector.address + request.url, { method: request.method, headers, redirect: "manual", ...sent });
  const { "content-encoding": coded, "content-length": counted, "transfer-encoding": cut, ...kept } = Object.fromEntries(reply.headers);
  return { status: reply.status, headers: kept, body: Buffer.from(await reply.arrayBuffer()) };
}

function note(host, path, body) {
  const post = { path, body: JSON.parse(body) };
  (post.body.state === "shown" ? host.shown : host.posts).push(post);
  for (const check of host.waiting.splice(0)) check();
}

/** Whoever waits for what never comes is told so, as by Playwright. */
function wait(host, posts, count) {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`expected ${count} posts, got ${posts.length}: ${JSON.stringify(posts)}`)), PATIENCE);
    const look = () => {
      if (posts.length < count) return host.waiting.push(look);
      clearTimeout(late);
      resolve(posts);
    };
    look();
  });
}

async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

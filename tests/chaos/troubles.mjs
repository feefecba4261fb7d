/**
 * What can go wrong between a page and its collector, by name. Each is made anew by chance, and is
 * what `tests/browser/support/faults.mjs` says a fault is.
 */
import { setTimeout as pause } from "node:timers/promises";
import { down, none, refused, replyLost } from "../browser/support/faults.mjs";

const PAGE = "<!doctype html><title>Sign in</title><h1>Sign in to the network</h1>";
const HTML = { "content-type": "text/html; charset=utf-8" };
/** Pages of another origin can read these replies too. */
const OPEN = { "access-control-allow-origin": "*" };

const says = (status, headers = {}, body = "") => async ({ reply }) => reply.writeHead(status, { ...OPEN, ...headers }).end(body);

/** Nobody replies, whether the collector has heard of it or not. */
const mute = (arrives) => async ({ forward }) => {
  if (arrives) await forward();
};

const slow = (span) => async (exchange) => {
  await pause(span);
  // The page may be gone meanwhile, and the connection with it.
  if (!exchange.socket.destroyed) await none(exchange);
};

/** The collector has it, and the reply breaks off in its midst. */
const torn = async ({ socket, reply, forward }) => {
  const { status, headers, body } = await forward();
  reply.writeHead(status, { ...headers, "content-length": body.length + 10 }).write(body);
  setTimeout(() => socket.destroy(), 5);
};

/** The collector has it, and the browser keeps its reply from the page. */
const withoutCors = async ({ reply, forward }) => {
  const { status, headers, body } = await forward();
  const kept = Object.entries(headers).filter(([name]) => !name.startsWith("access-control-"));
  reply.writeHead(status, Object.fromEntries(kept)).end(body);
};

/** Seconds, or a date, that are over within the minute of health. */
const patience = (random) => {
  const seconds = random.between(1, 30);
  return random.chance(0.5) ? `${seconds}` : new Date(Date.now() + seconds * 1000).toUTCString();
};
const later = (status) => (random) => says(status, { "retry-after": patience(random) });

export const TROUBLES = {
  none: () => none,
  "reset before": () => down,
  "reset after": () => replyLost,
  "torn reply": () => torn,
  "never answers": (random) => mute(random.chance(0.5)),
  slow: (random) => slow(random.between(50, 1500)),
  500: () => says(500),
  502: () => says(502, HTML, "<h1>Bad gateway</h1>"),
  503: () => refused(503),
  "503 with Retry-After": later(503),
  429: () => says(429),
  "429 with Retry-After": later(429),
  401: () => says(401, { "www-authenticate": "Bearer" }),
  403: () => says(403, HTML, "<h1>Forbidden</h1>"),
  404: () => says(404, HTML, "<h1>No such page</h1>"),
  405: () => says(405, { allow: "GET" }),
  413: () => says(413, HTML, "<h1>Request entity too large</h1>"),
  "HTML with 200": () => says(200, HTML, PAGE),
  "an empty 200": () => says(200),
  "somebody else's JSON": () => says(200, { "content-type": "application/json" }, '{"ok":true}'),
  redirect: (random) => says(random.of([301, 302, 303, 307, 308]), { location: "/sign-in" }),
  "no CORS headers": () => withoutCors,
};

/** Another of these at each request. */
export const mixed = (random) => (exchange) => TROUBLES[random.of(Object.keys(TROUBLES))](random)(exchange);

export const SIGN_IN = (request, reply) => reply.writeHead(200, HTML).end(PAGE);

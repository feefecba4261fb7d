/**
 * What can go wrong between a page and its collector. Each is given the request's socket, the
 * reply and `forward`, which asks the collector and returns `{ status, headers, body }`.
 */

/** Nothing: what the collector says is passed on. */
export async function none({ reply, forward }) {
  const { status, headers, body } = await forward();
  reply.writeHead(status, headers).end(body);
}

/** The connection breaks before the collector hears of the request. */
export async function down({ socket }) {
  socket.destroy();
}

/** The collector commits, and the connection breaks before the page hears of it. */
export async function replyLost({ socket, forward }) {
  await forward();
  socket.destroy();
}

/** A server in between answers with `status`, as 503, with `headers`, as Retry-After, and with `body`. */
export function refused(status, headers = {}, body = "") {
  return async ({ reply }) => reply.writeHead(status, headers).end(body);
}

/** Somebody takes everything with a page: a portal, a log-in, a service worker. */
export const portal = refused(200, { "content-type": "text/html" }, "<!doctype html><title>Welcome</title>");

/** The receiver itself does not want it. */
export const unwanted = refused(422, { "content-type": "application/json" }, JSON.stringify({ problems: [{ place: "survey", expected: "one that is known" }] }));

/** Nobody ever answers, and the connection stays. */
export async function mute() {}

/** The request waits until `gate`, a promise, resolves, and goes on then. */
export function held(gate) {
  return async (exchange) => {
    await gate;
    await none(exchange);
  };
}

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

/** A server in between answers with `status`, as 503, and with `headers`, as Retry-After. */
export function refused(status, headers = {}) {
  return async ({ reply }) => reply.writeHead(status, headers).end();
}

/** The request waits until `gate`, a promise, resolves, and goes on then. */
export function held(gate) {
  return async (exchange) => {
    await gate;
    await none(exchange);
  };
}

/** The posts of a profile that are under way. */

/** Milliseconds for which a reply is waited for before its post counts as held up on purpose. */
const PATIENCE = 2_000;

const underWay = new WeakMap();

/** From now on, on each of its pages. */
export function followPosts(context) {
  const posts = new Map();
  underWay.set(context, posts);
  const over = (request) => {
    posts.get(request)?.end();
    posts.delete(request);
  };
  context.on("request", (request) => {
    if (request.method() !== "POST") return;
    let end;
    const ended = new Promise((resolve) => (end = resolve));
    posts.set(request, { end, ended, until: Date.now() + PATIENCE });
  });
  context.on("requestfinished", over);
  context.on("requestfailed", over);
}

/** Resolves once none is under way, but for those that get no reply. */
export async function replied(context) {
  for (const { ended, until } of underWay.get(context)?.values() ?? []) {
    let late;
    const held = new Promise((resolve) => (late = setTimeout(resolve, until - Date.now())));
    await Promise.race([ended, held]).finally(() => clearTimeout(late));
  }
}

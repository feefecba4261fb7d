/**
 * The script tag for an application that has none in its page, and its one global: what is called before
 * the tag's file is there waits in a stub, and the tag is added by the first start.
 *
 * Never adds anything before that, touches nothing where there is no page, as on a server, and neither
 * throws nor rejects into the page.
 */

/** Milliseconds until a promise is given up, as in `loader/loader.js`. */
const LIMIT = 10_000;

/** What is told after the last of these is told to what is started next. */
const TURNS = ["start", "stop", "forget"];

const hasPage = typeof document !== "undefined";

/** What we have put in the place of the tag's global. */
let stub;

/** The tag that is on its way: rejects with what keeps it from coming, and never resolves. */
let adding;

let latest;

/** What the last start has given. */
export const latestStart = () => latest;

/** Resolves to what the widget's method of that name gives, or to nothing where there is no widget in time. */
export async function call(...values) {
  try {
    return hasPage ? await effortlet()(...values) : undefined;
  } catch {
    return undefined;
  }
}

export const begin = (options) => (latest = started(options ?? {}));

async function started({ src, integrity, definition, ...options }) {
  const failed = (...problems) => ({ surveys: [], problems });
  if (!hasPage) return failed();
  const values = ["start", definition, options];
  try {
    const widget = effortlet();
    const told = await (isWaiting() ? startedByTag(src, integrity, values) : widget(...values));
    if (told) return told;
    if (isWaiting()) throw new Error(`${src ?? "effortlet.js"}: expected an answer within ${LIMIT / 1000} s`);
    // The tag's file has warned of what it lacks.
    return failed(`${src ?? "effortlet.js"}: expected module.js of the same build beside it`);
  } catch ({ message }) {
    console.warn(`effortlet: ${message}`);
    return failed(message);
  }
}

function startedByTag(src, integrity, values) {
  const queue = window.effortlet.q;
  const told = queued(queue, values);
  // The page may have a tag of its own, behind the stub of docs/javascript.md.
  if (!src && window.effortlet !== stub) return told;
  return Promise.race([told, add(src, integrity).catch((reason) => refuse(queue, values, reason))]);
}

/** The global of the tag's file, or what takes its calls until that is there, as that stub does. */
function effortlet() {
  if (typeof window.effortlet !== "function") {
    stub = (...values) => waiting(stub.q, stub.q.length, values);
    stub.q = [];
    window.effortlet = stub;
  }
  return window.effortlet;
}

/** The global of the tag's file has no list. */
const isWaiting = () => Array.isArray(window.effortlet?.q);

const waiting = (queue, at, values) =>
  new Promise((settle) => {
    queue.splice(at, 0, [values, settle]);
    setTimeout(settle, LIMIT);
  });

/** A start goes before what was told since the last turn: without it, that would be told to nobody. */
const queued = (queue, values) => waiting(queue, 1 + queue.map(([[method]]) => TURNS.includes(method)).lastIndexOf(true), values);

/** What was not started is not started by a later tag either. */
function refuse(queue, values, reason) {
  const at = queue.findIndex(([it]) => it === values);
  if (at >= 0) queue.splice(at, 1);
  throw reason;
}

/** Adds the tag once, and again where it has failed. */
function add(src, integrity) {
  adding ??= new Promise((_, reject) => {
    if (!src) throw new Error("src: expected the address of effortlet.js");
    const script = Document.prototype.createElement.call(document, "script");
    script.onerror = () => reject(new Error(`${src}: expected effortlet.js, and a policy whose script-src lets it be loaded`));
    script.onload = () => isWaiting() && reject(new Error(`${src}: expected effortlet.js, got another file`));
    script.referrerPolicy = "no-referrer";
    // Without it a browser compares no hash with a file of another origin.
    if (integrity) Object.assign(script, { integrity, crossOrigin: "anonymous" });
    script.src = src;
    // By its name an element may stand there.
    Reflect.get(Document.prototype, "head", document).append(script);
  }).catch((reason) => {
    adding = undefined;
    throw reason;
  });
  return adding;
}

/**
 * The site that is visited: what each of its pages has beside the widget. Its functions run in the page.
 */
import { pageWith } from "../browser/support/definitions.mjs";

export const PATHS = ["/", "/a", "/b", "/c"];

/** What the page says to who looks on begins with this. */
export const SAID = "chaos ";

const links = PATHS.map((path) => `<a href="${path}">Page ${path}</a>`).join(" ");
const worker = `<script>navigator.serviceWorker.register("/worker.js").catch(() => {})</script>`;

/** Its own parts come first, so that the widget knows no other clock. */
export const pageOf = ({ hasWorker }) => {
  const body = `<nav>${links}</nav><h1>Help</h1>${hasWorker ? worker : ""}`;
  return pageWith({ body }).replace("<title>", `<script src="/clock.js"></script><title>`);
};

/**
 * As many sites have it: whatever cannot be fetched soon is the page that says so. Without a limit nobody could end what
 * a worker has taken: Chromium tells it of no abort, and with a driver ends no worker, so that six posts which are never
 * answered would be all connections of the site.
 */
export const WORKER = `
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  if (new URL(event.request.url).pathname === "/own") return;
  const offline = () => new Response("<h1>You are offline</h1>", { headers: { "content-type": "text/html" } });
  event.respondWith(fetch(event.request, { signal: AbortSignal.timeout(1000) }).catch(offline));
});`;

/** The first script of each page, with what is so when it is loaded. */
export const clockScript = (state) => `(${prepare})(${JSON.stringify(state)}, ${JSON.stringify(SAID)});`;

/**
 * `skipped` are milliseconds that the time is ahead, which timers follow; `wrong` are those by which
 * only the date is. `storage` is what refuses: nothing, or a word of `REFUSING`. Where it `isNoted`, the
 * tab's session has what was said, and `isQuiet` resolves to whether the page waits for no reply and no lock.
 */
function prepare(state, SAID) {
  const { setTimeout: set, clearTimeout: clear, Date: Moment } = window;
  const real = performance.now.bind(performance);
  const debug = console.debug.bind(console);
  const { skipped: first } = state;
  let { skipped, wrong } = state;
  const now = () => Moment.now() + skipped + wrong;
  window.Date = new Proxy(Moment, {
    construct: (target, values, made) => Reflect.construct(target, values.length ? values : [now()], made),
    get: (target, name) => (name === "now" ? now : target[name]),
  });

  const timers = new Map();
  let last = 0;
  const time = () => real() + skipped - first;
  const begin = (id) => {
    const it = timers.get(id);
    it.handle = set(() => fire(id), Math.max(0, it.due - time()));
  };
  const fire = (id) => {
    const { call } = timers.get(id);
    timers.delete(id);
    call();
  };
  window.setTimeout = (call, wait = 0, ...values) => {
    timers.set(++last, { call: () => call(...values), due: time() + (+wait || 0) });
    begin(last);
    return last;
  };
  window.clearTimeout = (id) => {
    clear(timers.get(id)?.handle ?? id);
    timers.delete(id);
  };
  /** What is due by then is called at once: a hidden page's own timers would wait. */
  window.moveTime = (to) => {
    skipped = Math.max(skipped, to.skipped);
    wrong = to.wrong;
    const due = [...timers].filter(([, it]) => it.due <= time()).sort(([, a], [, b]) => a.due - b.due);
    for (const [id, { handle }] of timers) clear(handle), begin(id);
    for (const [id] of due) {
      clear(timers.get(id)?.handle);
      try {
        if (timers.has(id)) fire(id);
      } catch (error) {
        reportError(error);
      }
    }
  };

  const say = (what, told) => {
    const line = JSON.stringify({ what, at: performance.timeOrigin + real(), ...told });
    debug(SAID + line);
    // For a driver that hears nothing of the console.
    if (state.isNoted && what !== "asked") sessionStorage.noted = `${sessionStorage.noted ?? ""}${line}\n`;
  };
  for (const what of ["shown", "answered", "completed", "dismissed", "undelivered"]) {
    addEventListener(`effortlet:${what}`, ({ detail }) => say(what, { ...detail, reason: detail?.reason }));
  }
  // Where a visitor is taken on as soon as something is answered, in the same task.
  addEventListener("effortlet:answered", () => window.leaveFor && location.assign(window.leaveFor));

  const refuse = () => {
    throw new DOMException("refused", "SecurityError");
  };
  const REFUSING = {
    quota() {
      const { setItem } = Storage.prototype;
      Storage.prototype.setItem = function (...values) {
        if (this === window.localStorage) throw new DOMException("full", "QuotaExceededError");
        return setItem.apply(this, values);
      };
    },
    disabled: () => Object.defineProperty(window, "localStorage", { get: refuse }),
    "IndexedDB disabled": () => Object.defineProperty(window, "indexedDB", { get: refuse }),
    "IndexedDB failing": () => (IDBFactory.prototype.open = refuse),
    "IndexedDB mute": () => (IDBFactory.prototype.open = () => new EventTarget()),
  };
  REFUSING[state.storage]?.();

  /** The page's own small request, and beside it the same to somebody who has nothing to do with us. */
  const { fetch } = window;
  const PATIENCE = 2000;
  const measure = async (address) => {
    const start = real();
    const reply = await fetch(address, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) }).catch((error) => error);
    const span = real() - start;
    return reply.ok || reply.name === "TimeoutError" ? span : undefined;
  };
  const ask = async () => {
    const [own, other] = await Promise.all([measure("/own"), measure(state.other)]);
    // Neither says anything where there is no network.
    if (own !== undefined && other !== undefined) say("asked", { own, other });
    set(ask, state.every);
  };
  ask();

  if (!state.isNoted) return;
  let underway = 0;
  window.fetch = (...values) => {
    const reply = fetch(...values);
    const end = () => (underway -= 1);
    underway += 1;
    reply.then(end, end);
    return reply;
  };
  window.isQuiet = async () => {
    const { pending } = await navigator.locks.query();
    return !!window.effortlet && underway === 0 && pending.length === 0;
  };
}

/**
 * The one loop: an input goes to the engine, and each effect is carried out.
 *
 * Never decides: it compares no times, scores or counts.
 */
import { after, cancel, now, seed } from "./clock.js";
import { listen } from "./listener.js";
import { openLock } from "./lock.js";
import { openOutbox } from "./outbox.js";
import { quiet } from "./quiet.js";
import { sense } from "./sensor.js";
import { openStore } from "./store.js";
import { openTransport } from "./transport.js";
import { openView } from "./view.js";

/**
 * Arms everything.
 *
 * @param {(name: string, ...values: any[]) => string} engine Has `start`, `step` and `explain`.
 * @param {any} definition As JSON.parse gave it.
 * @param {string} templates As JSON.
 * @param {string} languages Tags in lower case joined by commas, the most wanted first.
 * @param {object} words The nudge's own, in one of these languages.
 */
export function run(engine, definition, templates, languages, words) {
  const store = openStore();
  const outbox = openOutbox();
  const post = openTransport(definition?.endpoint ?? "");
  const lock = openLock();
  const view = openView(tell, words);
  /** The first is the one that is being carried out. */
  const queue = [];
  /** What the page told of its visitor; goes with every response. */
  let context = {};
  /** What is on display, and the page it was shown on. */
  let display;
  let page;
  /** Ends all listening. */
  const end = new AbortController();
  const { signal } = end;
  let alarm;

  const step = quiet((...input) => JSON.parse(engine("step", now(), ...input) || "[]"));

  /** Effects may lead to new inputs at once; those wait for their turn. */
  function tell(what, text = "", ...numbers) {
    if (signal.aborted) return;
    queue.push([what, text, ...numbers]);
    if (queue.length > 1) return;
    for (; queue.length; queue.shift()) step(...queue[0])?.forEach(carryOut);
  }

  const carryOut = quiet((effect) => {
    const [[name, value]] = typeof effect === "string" ? [[effect]] : Object.entries(effect);
    const act = effects[name];
    act ? act(value) : announce(name, value);
  });

  const announce = (happening, more) =>
    dispatchEvent(new CustomEvent(`effortlet:${happening}`, { detail: { ...display, ...more } }));

  /** By the engine's names; the rooms call theirs the same. All others are for the page to hear. */
  const effects = {
    ...lock,
    ...store,
    ...outbox,
    ...view,
    claim: () =>
      lock.claim((ours) => {
        tell(ours ? "claimed" : "refused", store.read());
        if (signal.aborted) lock.release();
      }),
    wakeAt(at) {
      cancel(alarm);
      alarm = after(at - now(), () => tell("woke"));
    },
    shown({ survey, trigger, id }) {
      display = { survey, trigger, response: id };
      page = { url: location.origin + location.pathname, title: document.title };
      announce("shown");
    },
    keep: ({ at, response }) =>
      outbox.keep({ at, response: { ...response, page: { ...response.page, ...page }, context } }),
    async post({ id, rev }) {
      const response = outbox.take(id);
      // What another tab has had acknowledged meanwhile is as good as taken.
      const reply = response ? await post(response, now()) : [200, -1];
      tell("replied", id, rev, ...reply);
    },
  };

  const { surveys, problems, endpoint, needs } = JSON.parse(
    engine("start", now(), seed(), JSON.stringify(definition), templates, store.read(), languages),
  );

  // When the page is left, comes back, or is online again, everything pending goes out once more.
  const hurry = () => tell("hurry");
  listen(window, "online pageshow pagehide visibilitychange", hurry, signal);
  if (surveys.length) sense(needs, tell, signal);
  if (endpoint) for (const waiting of outbox.pending()) tell("pending", ...waiting);

  return {
    surveys,
    problems,
    definition,
    tell,
    /** Facts are texts, finite numbers and flags; what else is told is left out. */
    identify(facts) {
      const isFact = ([, fact]) => ["string", "boolean"].includes(typeof fact) || Number.isFinite(fact);
      context = Object.fromEntries(Object.entries(facts).filter(isFact));
    },
    explain: (survey) => JSON.parse(engine("explain", now(), survey) || null) ?? undefined,
    stop() {
      end.abort();
      cancel(alarm);
      view.close();
      lock.release();
    },
  };
}

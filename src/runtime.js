/**
 * The one loop: an input goes to the engine, and each effect is carried out.
 *
 * Never decides: it compares no times, scores or counts.
 */
import { after, cancel, now, pause, seed } from "./clock.js";
import { CLAIMED, EVENT, HURRY, PENDING, QUIET, REFUSED, REPLIED, SECTION, WOKE } from "./happened.js";
import { listen } from "./listener.js";
import { openLock } from "./lock.js";
import { openManners } from "./manners.js";
import { openOutbox } from "./outbox.js";
import { quiet } from "./quiet.js";
import { compose, factsOf } from "./response.js";
import { sense } from "./sensor.js";
import { openStore } from "./store.js";
import { openTransport } from "./transport.js";
import { openView } from "./view.js";

/** Milliseconds after which a route of an app has what it is about. */
const RENDERED = 1000;

/** What is missing in an answer, by the numbers of the engine. */
const MISTAKES = ["", "missing", "tooLong"];

/**
 * Arms everything, in a few short tasks. Resolves to what the page can do with it; to nothing, and
 * nothing is armed, where an engine that does not know all finds mistakes.
 *
 * @param {(name: string, ...values: any[]) => any[][]} engine Has `start`, `step` and `explain`.
 * @param {any} definition As JSON.parse gave it.
 * @param {string} templates As JSON.
 * @param {string} languages Tags in lower case joined by commas, the most wanted first.
 * @param {object} words The nudge's own, in one of these languages.
 * @param {any} [full] `full.js`, for an engine that knows all of targeting.
 * @param {object} [conditions] What the page has to say to audiences, by name.
 */
export async function run(engine, definition, templates, languages, words, full, conditions) {
  const store = openStore();
  const outbox = openOutbox();
  const post = openTransport(definition?.endpoint ?? "");
  const lock = openLock();
  const manners = openManners();
  const view = openView(tell, words);
  const more = full?.openFull(tell, () => context, conditions, view);
  /** The first is the one that is being carried out. */
  const queue = [];
  /** What the page told of its visitor; goes with every response. */
  let context = {};
  /** What is on display, and the page it was shown on. */
  let display;
  let page;
  let address;
  /** Ends all listening. */
  const end = new AbortController();
  const { signal } = end;
  /** Ends waiting for a quiet moment. */
  let rest;
  let alarm;
  /** Whether there may be no later task to post in. */
  let leaving = false;

  /** What is remembered, what the visitor is busy with, and what audiences ask for, as JSON. */
  const known = () =>
    JSON.stringify([...store.read(), [manners.occupied(), ...(more?.facts() ?? [])], ...(more?.recall() ?? [])]);

  const step = quiet((...input) => engine("step", now(), ...input));

  /** Effects may lead to new inputs at once; those wait for their turn. */
  function tell(what, text = "", ...numbers) {
    if (signal.aborted) return;
    queue.push([what, text, ...numbers]);
    if (queue.length > 1) return;
    for (; queue.length; queue.shift()) step(...queue[0])?.forEach(carryOut);
  }

  const carryOut = quiet(([what, ...values]) => effects[what](...values));

  const announce = (happening, more) =>
    dispatchEvent(new CustomEvent(`effortlet:${happening}`, { detail: { ...display, ...more } }));

  /** By the numbers of `src/output.rs`. */
  const effects = [
    // Claim.
    () =>
      lock.claim((ours) => {
        tell(ours ? CLAIMED : REFUSED, known());
        if (signal.aborted) lock.release();
      }),
    lock.release,
    store.remember,
    store.rememberSession,
    // Render.
    (language, title, kind, given, limit, low, high, optional, back, mistake) => {
      const body = { [kind]: { chosen: given, text: given, points: limit, limit, low, high } };
      view.render({ language, title, body, optional, back, mistake: MISTAKES[mistake] });
    },
    view.close,
    // Wake at.
    (at) => {
      cancel(alarm);
      alarm = after(at - now(), () => tell(WOKE));
    },
    (survey, trigger, response) => {
      display = { survey, trigger, response };
      address = location.href;
      page = { url: location.origin + location.pathname, title: document.title };
      announce("shown");
    },
    (question, value) => announce("answered", { question, value }),
    () => announce("completed"),
    () => announce("dismissed"),
    // Keep.
    (at, ...said) => {
      // Some apps have a route's title only when its text has come.
      if (address === location.href) page.title = document.title;
      tell(PENDING, ...outbox.keep(at, compose(page, context, said)));
    },
    // Post.
    async (id, rev) => {
      if (!leaving) await pause();
      const response = outbox.take(id);
      // What another tab has had acknowledged meanwhile is as good as taken.
      const reply = response ? await post(response, now()) : [200, -1];
      tell(REPLIED, id, rev, ...reply);
    },
    outbox.discard,
    // Rest. Only a nudge that waits loads what watches.
    () => {
      rest?.abort();
      rest = new AbortController();
      import("./rest.js").then((it) => it.whenQuiet(() => tell(QUIET), manners.typing(), rest), () => {});
    },
    // Locate. Only such a page loads what reads it.
    () => import("./place.js").then(({ readSection }) => after(RENDERED, () => tell(SECTION, readSection())), () => {}),
    ...(more?.effects ?? []),
  ];

  await pause();
  const [[problems, endpoint, attention, exit, ...flags], [, ...surveys], [, ...clicks], [, ...scrolls], ...lists] = engine(
    "start",
    now(),
    seed(),
    JSON.stringify(definition),
    templates,
    known(),
    languages,
  );
  if (problems && !full) return;

  // When the page is left, comes back, or is online again, everything pending goes out once more.
  const hurry = () => {
    leaving = true;
    tell(HURRY);
    leaving = false;
  };
  listen(window, "online pageshow pagehide visibilitychange", hurry, signal);
  await pause();
  if (surveys.length) {
    manners.watch(signal);
    const acts = sense({ attention, exit, clicks, scrolls }, tell, signal, more);
    more?.sense(flags, lists, acts, signal);
  }
  if (endpoint) for (const waiting of outbox.pending()) tell(PENDING, ...waiting);

  return {
    surveys,
    problems,
    definition,
    tell,
    // Only an engine that knows all asks what is told of an event.
    track: more?.track ?? ((name) => tell(EVENT, `${name}`)),
    identify(facts) {
      context = factsOf(facts);
    },
    known,
    ask: (name, ...values) => engine(name, now(), ...values),
    stop() {
      end.abort();
      cancel(alarm);
      rest?.abort();
      view.close();
      lock.release();
    },
  };
}

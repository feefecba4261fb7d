/**
 * The ES module: what `import … from "effortlet"` gives, and what the loader imports.
 *
 * Brings the wasm and the definition together, and passes calls on in the order they were made.
 * Never throws or rejects into the page: what is wrong is one warning in the console and one text
 * in what `start` resolves to.
 */
import { glue } from "glue:effortlet";
import ORDINARY from "made:words.json";
import { isOrdinary } from "./edition.js";
import { ENGLISH, loadTemplates, loadWords, templatesIn, wanted } from "./words.js";
import { load } from "./wasm.js";
import CARD from "../src/view/style.css";
import PROPERTIES from "../src/view/properties.css";
import CLEARANCE from "../src/view/clearance.css";

const NO_CHECK = "expected check.js";

/** What an edition has started that a mistake of its own has ended; `guard.js` has said so. */
const NOTHING = { surveys: [], problems: 0 };

/** Each edition of the widget, asked for at most once. */
const editions = {};

/** What the page has to say to audiences, by name. */
const conditions = { __proto__: null };

/** For a team that looks on: an edition of its own. */
const debug = /[?&]effortlet-debug\b/.test(location.search) && import("./debug.js").catch(() => {});

/** Resolves to what runs, or to nothing. */
let running = Promise.resolve();

export async function start(definition, options) {
  running = begin(definition, options ?? {}, stop());
  const started = await running.catch((reason) => reason);
  const { surveys = [], problems: count } = started;
  // Named by what a definition without mistakes never needs.
  const check = () => import("./check.js").then((module) => module.check(started));
  const problems = count === 0 ? [] : await check().catch(() => [NO_CHECK]);
  for (const problem of problems) console.warn(`effortlet: ${problem}`);
  (await debug)?.report?.(problems);
  return { surveys, problems };
}

export const stop = () => (running = call((widget) => widget.stop()));
export const track = (name, properties) => call((widget) => widget.track(`${name}`, properties));
export const condition = async (name, says) => {
  conditions[name] = says;
};
export const identify = (traits) => call((widget) => widget.identify(traits));
export const explain = (survey) =>
  call(async (widget) => {
    const told = widget.explain(`${survey}`);
    return told && (await import("./check.js")).explain(widget.definition, told);
  });
export const show = (survey) => call((widget) => widget.show(`${survey}`)).then(Boolean);

/** Waits for the start it follows. With nothing started there is nobody to call, and nothing is. */
const call = (work) => running.then(work).catch(() => {});

/** Resolves to what runs; rejects with what keeps it from running. */
async function begin(definition, { endpoint, locale }, stopped) {
  const languages = wanted(locale);
  const found = await read(definition);
  const given = endpoint ? { ...found, endpoint } : found;
  const speaking = loadWords(`${languages},${given?.defaultLocale}`);
  const templates = loadTemplates(given);
  /** Nothing where an edition that does not know all finds mistakes. */
  const runBy = async (edition, full) => {
    const [widget, words, others, { styles = [], followDataLayer } = {}] = await Promise.all([edition, speaking, templates, full, stopped]);
    await pause();
    const started = widget.start({
      definition: given,
      templates: templatesIn(words, others),
      words,
      english: ENGLISH,
      styles: [CARD + PROPERTIES + CLEARANCE, ...styles],
      languages,
      conditions,
      loadHistory: () => import("./history.js"),
      loadLease: () => import("./lease.js"),
      followDataLayer,
    }) ?? NOTHING;
    if (started.problems && !full) return;
    await pause();
    widget.arm();
    return { ...widget, ...started, definition: given };
  };
  if (!debug && isOrdinary(given, ORDINARY)) {
    editions.ordinary ??= load(new URL("effortlet.wasm", import.meta.url), glue);
    const running = await runBy(editions.ordinary);
    if (running) return running;
  }
  const full = (await debug) || import("./full.js");
  editions.full ??= Promise.resolve(full).then((module) => module.begin());
  return runBy(editions.full, full);
}

/** Ends the task: what follows is one of its own, at once. A timer would wait, longer in hidden tabs. */
const pause = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(0);
  });

/** A definition that is given, in the page, or at an address; rejects with what was found. */
async function read(definition) {
  let text, reply;
  try {
    if (definition === undefined) text = document.querySelector("script[data-effortlet]")?.text;
    else if (typeof definition === "string" || definition instanceof URL) {
      reply = await fetch(definition);
      if (reply.ok) text = await reply.text();
    } else text = JSON.stringify(definition);
    return JSON.parse(text);
  } catch {
    throw { definition, text, reply };
  }
}

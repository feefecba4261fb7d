/**
 * The ES module that the loader imports, and a page by its address. No bundler can take it: it loads what is
 * beside it. `npm/` has what one can.
 *
 * Brings the wasm and the definition together, and passes calls on in the order they were made.
 * Never throws or rejects into the page: what is wrong is one warning in the console and one text
 * in what `start` resolves to.
 */
import { glue } from "glue:effortlet";
import ORDINARY from "made:words.json";
import { isOrdinary } from "./edition.js";
import { json } from "./json.js";
import { isLookedAt } from "./looked-at.js";
import { part, request, trustOurFiles, within } from "./parts.js";
import { ENGLISH, follow, loadTemplates, loadWords, templatesIn, wanted } from "./words.js";
import { canRun, load } from "./wasm.js";
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

/** What the page has told of its visitor, for each start. */
let traits;

/** For a team that looks on: an edition of its own. */
const debug = isLookedAt() && within("debug.js", () => import("./debug.js")).catch(() => {});

/** The script tag's file, where one is: the definition and the endpoint are beside it, unless it is said where. */
let script;

/** What the script tag says, for a start that names no definition. */
let tagged = {};

/** What the page has said may be kept on the device, in place of what `start` was told. */
let consented;

/** Until what it said is done. */
let consenting = Promise.resolve();

/** Resolves to what runs, or to nothing. */
let running = Promise.resolve();

export const start = (definition, options) =>
  definition === undefined ? startWith(tagged.definition, { ...tagged, ...copied(options) }) : startWith(definition, copied(options));

/** `note` is where the loader looks until when it may sleep. */
async function startWith(definition, options, note) {
  // Without what a page has put on every object.
  running = begin(definition, { __proto__: null, ...options }, stop(), note);
  const started = await running.catch((reason) => reason);
  const { surveys = [], problems: count } = started;
  // Named by what a definition without mistakes never needs.
  const check = () => part("check.js", () => import("./check.js")).then((module) => module.check(started));
  const problems = count === 0 ? [] : await check().catch(() => [NO_CHECK]);
  for (const problem of problems) console.warn(`effortlet: ${problem}`);
  (await debug)?.report?.(problems);
  return { surveys, problems };
}

/**
 * What the script tag's file says of itself: its address, of which build it is, and what its tag says. It starts
 * us by that, unless the page does; `note` is where it looks until when it may sleep.
 */
export const beside = (address, build, tag, note, startedByPage) => {
  if (build !== BUILD) throw new Error("another build");
  script = address;
  trustOurFiles();
  tagged = tag;
  if (!startedByPage) startWith(tag.definition, tag, note);
};

/** What the page calls by the script tag's global. */
export const tell = async (method, ...values) =>
  typeof method === "string" && method in METHODS ? METHODS[method](...values) : console.warn("effortlet: no method", method);
export const stop = () => (running = call((widget) => widget.stop()));
export const track = (name, properties) => call((widget) => widget.track(`${name}`, properties));
export const condition = async (name, says) => {
  conditions[name] = says;
};
export const identify = (told) => {
  const copy = (traits = copied(told));
  return call((widget) => widget.identify(copy));
};
export const explain = (survey) =>
  call(async (widget) => {
    const told = widget.explain(`${survey}`);
    return told && (await part("check.js", () => import("./check.js"))).explain(widget.definition, told);
  });
export const show = (survey) => call((widget) => widget.show(`${survey}`)).then(Boolean);
/** One after the other: what is erased for one word is not what is kept by the next. */
export const consent = (says) => {
  consented = says;
  return (consenting = consenting.then(async () => {
    await call((widget) => widget.consent(`${says}`));
    if (says === "denied") await erase();
  }));
};
export const forget = async () => {
  traits = undefined;
  await stop();
  // Each has a memory of its own, also once it is stopped.
  await Promise.all(Object.values(editions).map((edition) => edition.then((widget) => widget.erase()).catch(() => {})));
  return erase();
};
const kept = () => part("kept.js", () => import("./kept.js"));
const exportKept = () => kept().then((module) => module.read()).catch(() => {});
export { exportKept as export };

const METHODS = { __proto__: null, start, stop, track, condition, identify, explain, show, consent, forget, export: exportKept };

/** As it is now. Code of the page's own may run as it is read, and throw. */
function copied(told) {
  try {
    return typeof told === "object" && { ...told };
  } catch {}
}

/** Resolves to whether nothing is left on the device. */
const erase = () => kept().then((module) => module.erase()).catch(() => false);

/** Waits for the start it follows. With nothing started there is nobody to call, and nothing is. */
const call = (work) => running.then(work).catch(() => {});

/** Resolves to what runs; rejects with what keeps it from running. */
async function begin(definition, { endpoint, locale, redact, consent: told = "granted" }, stopped, note) {
  const found = await within(`${definition ?? "effortlet.json"}`, (signal) => read(definition, signal));
  const given = endpoint ? { ...found, endpoint } : found;
  const templates = loadTemplates(json(given));
  const allowed = () => consented ?? told;
  /** Resolves to what is said in the languages that are wanted now. */
  const speak = async () => {
    const languages = wanted(locale);
    const [words, others] = await Promise.all([loadWords(`${languages},${given?.defaultLocale}`), templates]);
    return { definition: given, languages, words, english: ENGLISH, templates: templatesIn(words, others), styles: [] };
  };
  const speaking = speak();
  /** Nothing where an edition that does not know all finds mistakes. */
  const runBy = async (edition, full) => {
    const [widget, said, { styles = [], followDataLayer } = {}] = await Promise.all([edition, speaking, full, stopped]);
    await pause();
    widget.consent(`${allowed()}`);
    if (allowed() === "denied") erase();
    const started = widget.start({
      ...said,
      styles: [CARD + PROPERTIES + CLEARANCE, ...styles],
      conditions,
      // Another page has another definition in it, or another one at an address from where it stands.
      note: (definition === undefined ? inPage() === undefined : /^\/|:/.test(definition)) ? note : undefined,
      redact,
      loadHistory: () => part("history.js", () => import("./history.js")),
      loadLease: () => allowed() === "granted" && part("lease.js", () => import("./lease.js")),
      followDataLayer,
      warn: (reason, status) =>
        console.warn(`effortlet: an answer could not be delivered, ${reason}${status ? `, ${given.endpoint.url ?? given.endpoint} says ${status}` : ""}: it stays on the device`),
    }) ?? NOTHING;
    if (started.problems && !full) return;
    await pause();
    widget.identify(traits);
    widget.arm();
    let wish;
    const unfollow = follow(async () => {
      const own = (wish = speak());
      const said = await own;
      // An earlier one may come later, even after the end.
      if (own === wish) widget.speak(said);
    });
    const end = () => {
      wish = undefined;
      unfollow();
      widget.stop();
    };
    return { ...widget, ...started, stop: end, definition: given };
  };
  const isWasm = canRun();
  if (!debug && !redact && isWasm && isOrdinary(given, ORDINARY)) {
    editions.ordinary ??= load(new URL("effortlet.wasm", import.meta.url), glue, INTEGRITY["effortlet.wasm"]);
    const running = await runBy(editions.ordinary);
    if (running) return running;
  }
  const full = (await debug) || (isWasm ? part("full.js", () => import("./full.js")) : part("plain.js", () => import("./plain.js")));
  editions.full ??= Promise.resolve(full).then((module) => module.begin());
  return runBy(editions.full, full);
}

/** Ends the task: what follows is one of its own, at once. A timer would wait, longer in hidden tabs. */
const pause = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(0);
  }).catch(() => {});

const inPage = () => Document.prototype.querySelector.call(document, "script[data-effortlet]")?.text;

/** A definition that is given, in the page, at an address, or beside the script; rejects with what was found. */
async function read(definition, signal) {
  let text, reply, isBeside;
  try {
    if (definition === undefined) text = inPage();
    isBeside = definition === undefined && text === undefined && script;
    if (isBeside) definition = new URL("effortlet.json", script);
    if (typeof definition === "string" || definition instanceof URL) {
      reply = await fetch(definition, request(signal));
      if (reply.ok) text = await reply.text();
    } else text ??= json(definition);
    const found = JSON.parse(text);
    if (isBeside) {
      const { endpoint } = found;
      // Anything else is for the reader to judge.
      if (typeof (endpoint ?? "") === "string") found.endpoint = new URL(endpoint ?? "v1/responses", script).href;
    }
    return found;
  } catch {
    throw { definition, text, reply, isBeside };
  }
}

/**
 * The ES module: what `import … from "effortlet"` gives, and what the loader imports.
 *
 * Brings the wasm and the definition together, and passes calls on in the order they were made.
 * Never throws or rejects into the page: what is wrong is one warning in the console and one text
 * in what `start` resolves to.
 */
import { loadEngine } from "../src/engine.js";
import { SHOW } from "../src/happened.js";
import { loadTemplates, loadWords, templatesIn, wanted } from "../src/locale.js";
import { run } from "../src/runtime.js";

const NO_CHECK = "expected check.js";

/** Each edition of the engine, asked for at most once. */
const engines = {};

/** What the page has to say to audiences, by name. */
const conditions = { __proto__: null };

/**
 * What most definitions say of triggers and audiences. One that says more, or who makes its help
 * center, is run by an edition of the engine that knows all of it, and that visitors of other sites
 * never load.
 */
const RARE =
  /"(?!(?:all|any|not|exitIntent|edge|scroll|percent|short|dwell|container|click|selector|delay|helpCenter|visited|articles|event|name|page|path|sample)")\w+":/;

/**
 * So do these: what few surveys ask, an earlier answer or the article in a text, a theme, where a help
 * center begins.
 */
const ASKED = /"(choice|look|theme|root|layout)"|{a\w+/;

/** For a team that looks on: what is run is looked at, and knows all of targeting. */
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
export const track = (name, properties) => call((widget) => widget.track(name, properties));
export const condition = async (name, says) => {
  conditions[name] = says;
};
export const identify = (traits) => call((widget) => widget.identify(traits));
export const explain = (survey) =>
  call(async (widget) => {
    const told = widget.ask("explain", `${survey}`, widget.known());
    return told[0] && (await import("./check.js")).explain(`${survey}`, widget, told);
  });
export const show = (survey) =>
  call((widget) => {
    widget.tell(SHOW, `${survey}`);
    return widget.surveys.includes(survey);
  }).then(Boolean);

/** Waits for the start it follows. With nothing started there is nobody to call, and nothing is. */
const call = (work) => running.then(work).catch(() => {});

/** Resolves to what runs; rejects with what keeps it from running. */
async function begin(definition, { endpoint, locale }, stopped) {
  const languages = wanted(locale);
  const found = await read(definition);
  const given = endpoint ? { ...found, endpoint } : found;
  const speaking = loadWords(`${languages},${given?.defaultLocale}`);
  const templates = loadTemplates(given);
  const runBy = async (name, full) => {
    engines[name] ??= loadEngine(new URL(`${name}.wasm`, import.meta.url));
    const [words, others, engine, more, watch] = await Promise.all([speaking, templates, engines[name], full, debug, stopped]);
    return (watch?.watch?.(run) ?? run)(engine, given, templatesIn(words, others), languages, words, more, conditions);
  };
  return (!debug && !isRare({ ...given }) && (await runBy("effortlet"))) || runBy("full", import("./full.js"));
}

function isRare(definition) {
  const said = [definition.surveys].flat().map((it) => [it?.triggers, it?.audience]);
  return definition.helpCenter?.preset || RARE.test(JSON.stringify(said)) || ASKED.test(JSON.stringify(definition));
}

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

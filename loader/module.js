/**
 * The ES module: what `import … from "effortlet"` gives, and what the loader imports.
 *
 * Brings the wasm and the definition together, and passes calls on in the order they were made.
 * Never throws or rejects into the page: what is wrong is one warning in the console and one text
 * in what `start` resolves to.
 */
import { loadEngine } from "../src/engine.js";
import { EVENT, SHOW } from "../src/happened.js";
import { loadWords, templatesIn, wanted } from "../src/locale.js";
import { run } from "../src/runtime.js";

const NO_CHECK = "definition: expected check.js beside module.js";

/** The engine, asked for at most once. */
let loading;

/** Resolves to what runs, or to nothing. */
let running = Promise.resolve();

export async function start(definition, options) {
  loading ??= loadEngine(new URL("effortlet.wasm", import.meta.url));
  running = begin(definition, options ?? {}, stop());
  const started = await running.catch((reason) => reason);
  const { surveys = [], problems: count } = started;
  // Named by what a definition without mistakes never needs.
  const check = () => import("./check.js").then((module) => module.check(started));
  const problems = count === 0 ? [] : await check().catch(() => [NO_CHECK]);
  for (const problem of problems) console.warn(`effortlet: ${problem}`);
  return { surveys, problems };
}

export const stop = () => (running = call((widget) => widget.stop()));
export const track = (name) => call((widget) => widget.tell(EVENT, `${name}`));
export const identify = (traits) => call((widget) => widget.identify(traits));
export const explain = (survey) =>
  call(async (widget) => {
    const found = widget.explain(`${survey}`);
    return found && (await import("./check.js")).explain(`${survey}`, found, widget.definition);
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
  const reading = read(definition);
  const speaking = reading.then((given) => loadWords(`${languages},${given?.defaultLocale}`));
  const [given, words, engine] = await Promise.all([reading, speaking, loading, stopped]);
  return run(engine, endpoint ? { ...given, endpoint } : given, templatesIn(words), languages, words);
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

/**
 * The ES module: what `import … from "effortlet"` gives, and what the loader imports.
 *
 * Brings the wasm and the definition together, and passes calls on in the order they were made.
 * Never throws or rejects into the page: what is wrong is one warning in the console and one text
 * in what `start` resolves to.
 */
import { loadEngine } from "../src/engine.js";
import { loadWords, templatesIn, wanted } from "../src/locale.js";
import { run } from "../src/runtime.js";

const NO_CHECK = "definition: expected check.js beside module.js";

/** The engine, asked for at most once. */
let loading;

/** Resolves to what runs, or to nothing. */
let running = Promise.resolve();

export function start(definition, options) {
  loading ??= loadEngine(new URL("effortlet.wasm", import.meta.url));
  const started = begin(definition, options ?? {}, stop());
  running = started.catch(() => {});
  return started.then(
    ({ surveys, problems, definition }) =>
      problems ? name(surveys, (check) => check.check(definition)) : { surveys, problems: [] },
    (reason) => name([], (check) => [check.word(reason)]),
  );
}

export const stop = () => (running = call((widget) => widget.stop()));
export const track = (name) => call((widget) => widget.tell("event", `${name}`));
export const identify = (traits) => call((widget) => widget.identify(traits));
export const explain = (survey) =>
  call(async (widget) => {
    const found = widget.explain(`${survey}`);
    return found && (await import("./check.js")).explain(`${survey}`, found, widget.definition);
  });
export const show = async (survey) =>
  !!(await call((widget) => {
    widget.tell("show", `${survey}`);
    return widget.surveys.includes(survey);
  }));

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

/** Names what is wrong, by what a definition without mistakes never needs. */
async function name(surveys, find) {
  const problems = await import("./check.js").then(find).catch(() => [NO_CHECK]);
  for (const problem of problems) console.warn(`effortlet: ${problem}`);
  return { surveys, problems };
}

/** A definition that is given, in the page, or at an address; rejects with what was found. */
async function read(definition) {
  const found = { definition };
  try {
    if (definition === undefined) found.text = document.querySelector("script[data-effortlet]")?.text;
    else if (typeof definition === "string" || definition instanceof URL) {
      found.reply = await fetch(definition);
      if (found.reply.ok) found.text = await found.reply.text();
    } else found.text = JSON.stringify(definition);
    return JSON.parse(found.text);
  } catch {
    throw found;
  }
}

/**
 * The ES module: what `import … from "effortlet"` gives, and what the loader imports.
 *
 * Brings the wasm and the definition together, and passes calls on in the order they were made.
 * Never throws or rejects into the page: what is wrong is one warning in the console and one text
 * in what `start` resolves to.
 */
import { loadEngine } from "../src/engine.js";
import { loadWords, wanted } from "../src/locale.js";
import { run } from "../src/runtime.js";

const NO_DEFINITION = "definition: expected data-definition on the script tag, or a <script data-effortlet>";
const NO_JSON = "definition: expected JSON";
const NO_CHECK = "definition: expected check.js beside module.js";
const WASM = new URL("effortlet.wasm", import.meta.url);
const NO_WIDGET = `widget: expected a browser that runs ${WASM}`;

/** The engine, asked for at most once. */
let loading;

/** Resolves to what runs, or to nothing. */
let running = Promise.resolve();

export function start(definition, options) {
  loading ??= loadEngine(WASM);
  const started = begin(definition, options ?? {}, stop());
  running = started.catch(() => {});
  return started.then(examine).catch((reason) => tell([], [worded(reason, NO_WIDGET)]));
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

/** Resolves to what runs; rejects with a text when something keeps it from running. */
async function begin(definition, { endpoint, locale }, stopped) {
  const languages = wanted(locale);
  const words = loadWords(languages, import.meta.url);
  const [given, engine] = await Promise.all([read(definition), loading, stopped]);
  return run(engine, endpoint ? { ...given, endpoint } : given, languages, await words);
}

/** Names the mistakes, by what a definition without mistakes never needs. */
async function examine({ surveys, problems, definition }) {
  if (!problems) return tell(surveys, []);
  const check = import("./check.js").then((module) => module.check(definition));
  return tell(surveys, await check.catch(() => [NO_CHECK]));
}

function tell(surveys, problems) {
  for (const problem of problems) console.warn(`effortlet: ${problem}`);
  return { surveys, problems };
}

const worded = (reason, otherwise) => (typeof reason === "string" ? reason : otherwise);

async function read(definition) {
  try {
    return JSON.parse(await find(definition));
  } catch (reason) {
    throw worded(reason, NO_JSON);
  }
}

/** The JSON of a definition that is given, in the page, or at an address. */
async function find(definition) {
  if (definition === undefined) {
    const inPage = document.querySelector("script[data-effortlet]");
    if (inPage) return inPage.text;
    throw NO_DEFINITION;
  }
  const address = definition instanceof URL ? definition.href : definition;
  if (typeof address !== "string") return JSON.stringify(definition);
  const reply = await fetch(address).catch(() => {});
  if (reply?.ok) return reply.text();
  throw `${NO_JSON} at ${address}, got ${reply ? `status ${reply.status}` : "no reply"}`;
}

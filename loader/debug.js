/**
 * What a team sees with `?effortlet-debug` in the page's address, and on the pages after in the same tab until it
 * closes the panel: why each survey is not shown, live, with ways to try it out. A file of its own, `debug.js`
 * beside `module.js`, with a wasm of its own, in which somebody looks on: nobody else loads them.
 *
 * Never changes what the widget does but for its time, its memory and its posts.
 */
import { glue } from "glue:debug";
import { explain, lint } from "./check.js";
import { load } from "./wasm.js";
import { content } from "../src/debug/content.js";
import { toBeClicked, withElements } from "../src/debug/elements.js";
import { followActs } from "../src/debug/ours.js";
import { never, pageNow } from "../src/debug/never.js";
import { NAME, openPanel } from "../src/debug/panel.js";
import { forget, keep, recall, stayAwake } from "../src/debug/tab.js";

export * from "./everything.js";

/** Of what was started last: what is wrong with it, or why nothing runs; what seems to be; the panel. */
let problems = [];
let panel;

/** What the tab remembers, for the page after; nothing once somebody has closed the panel. */
let tab = recall() ?? {};
keep(tab);

/** What the widget that runs adds to it. */
let remembered = () => undefined;

function keepTab(isFolded) {
  if (!tab) return;
  tab = { isFolded, memory: remembered() ?? tab.memory };
  keep(tab);
}

const open = (draw, acts) => openPanel(draw, { ...acts, close: closeForGood }, { isFolded: tab.isFolded, keep: keepTab });

function closeForGood() {
  tab = undefined;
  forget();
  panel.close();
}

export function report(found) {
  problems = found;
  if (!tab) return;
  // Where nothing runs, that is all there is to see.
  panel ??= open(async (isFolded) => ({ content: content({ problems, warnings: [] }, isFolded), needed: [] }), {});
  panel.soon();
}

/** Resolves to what the wasm of `full.js` can do, looked at. */
export async function begin() {
  const widget = await load(new URL("debug.wasm", import.meta.url), glue, INTEGRITY["debug.wasm"]);
  return { ...widget, ...watch(widget) };
}

function watch(widget) {
  let definition;
  let surveys;
  /** Resolves to what seems to be meant otherwise in the definition. */
  let linting;
  /** What the page told of its visitor. */
  let traits;
  /** Ends with what was started. */
  let end;
  let page;
  /** What the console was told cannot come. */
  const warned = new Set();

  function start(given) {
    close();
    problems = [];
    traits = {};
    end = new AbortController();
    ({ definition } = given);
    stayAwake(given.note);
    // Before any sensor listens.
    const isOurs = followActs(NAME, end.signal);
    const started = widget.start({ ...given, panel: { isOurs, changed: () => panel?.soon(), memory: tab?.memory } });
    remembered = widget.remembered;
    surveys = started?.surveys ?? [];
    return started;
  }

  function arm() {
    page = pageNow();
    widget.arm();
    linting = lint(definition).catch(() => []);
    if (tab) panel = open(draw, acts);
  }

  function identify(told) {
    traits = told;
    widget.identify(told);
  }

  function stop() {
    close();
    widget.stop();
  }

  function close() {
    end?.abort();
    panel?.close();
    panel = undefined;
  }

  async function draw(isFolded) {
    // What is seen of the widget is seen after this, so that it is not older than the picture.
    const warnings = await linting;
    const explained = surveys.map((id) => widget.explain(id)).filter(Boolean);
    const state = {
      ...widget.look(),
      problems,
      warnings,
      explanations: withElements(await Promise.all(explained.map((told) => explain(definition, told)))),
      definition,
      page,
      address: definition?.endpoint?.url ?? definition?.endpoint,
    };
    state.never = never(state);
    state.never.forEach(warn);
    return { content: content(state, isFolded), needed: toBeClicked(state.explanations) };
  }

  /** Once. */
  function warn(text) {
    if (warned.has(text)) return;
    warned.add(text);
    console.warn(`effortlet: ${text}`);
  }

  const acts = {
    simulate: (survey, leaf) => widget.simulate(survey, leaf),
    show: (survey) => widget.show(survey),
    travel: (span) => widget.travel(span),
    comeBack: () => widget.comeBack(),
    forget() {
      widget.forget();
      widget.identify(traits);
    },
  };

  return { start, arm, identify, stop };
}

/**
 * What a team sees with `?effortlet-debug` in the page's address: why each survey is not shown, live,
 * with ways to try it out. A file of its own, `debug.js` beside `module.js`: nobody else loads it.
 *
 * Never changes what the widget does but for its time, its memory and its posts.
 */
import { content } from "../src/debug/content.js";
import { openLog } from "../src/debug/log.js";
import { followActs } from "../src/debug/ours.js";
import { NAME, openPanel } from "../src/debug/panel.js";
import { openPreview } from "../src/debug/preview.js";
import { openResponses } from "../src/debug/responses.js";
import { openScene } from "../src/debug/scene.js";
import { SHOW, SIMULATED, WOKE } from "../src/happened.js";
import { openOutbox } from "../src/outbox.js";
import { factsOf } from "../src/response.js";
import { explain, lint } from "./check.js";

/** Of what was started last: what is wrong with it, or why nothing runs; what seems to be; the panel. */
let problems = [];
let warnings = [];
let panel;

export function report(found) {
  problems = found;
  // Where nothing runs, that is all there is to see.
  panel ??= openPanel(async (isFolded) => content({ problems, warnings: [] }, isFolded), {});
  panel.soon();
}

/** The same as `run` of `runtime.js`, and looked at. */
export const watch = (run) => async (engine, definition, ...given) => {
  panel?.close();
  problems = [];
  warnings = [];
  /** Ends with the widget. */
  const end = new AbortController();
  const { scene, ...staged } = openScene();
  const { entries, ...logged } = openLog();
  const listeners = [staged, logged];
  let traits = {};
  const { responses, kept } = openResponses(() => scene.shown, () => traits);
  const noteBy = (name) => (...values) => {
    for (const it of listeners) it[name](...values);
    panel?.soon();
  };
  const told = { happened: noteBy("happened"), followed: noteBy("followed"), kept };
  const preview = openPreview(told, followActs(NAME, end.signal));
  const begin = () => run(preview.before(engine), definition, ...given);
  const outbox = openOutbox();

  let widget = await begin();

  async function beginAgain() {
    widget.stop();
    widget = await begin();
    widget.identify(traits);
    if (end.signal.aborted) widget.stop();
  }

  const looked = {
    surveys: widget.surveys,
    problems: widget.problems,
    definition,
    tell: (...values) => widget.tell(...values),
    track: (...values) => widget.track(...values),
    known: () => widget.known(),
    ask: (...values) => widget.ask(...values),
    identify(facts) {
      traits = factsOf(facts);
      widget.identify(traits);
    },
    stop() {
      end.abort();
      widget.stop();
      panel?.close();
      panel = undefined;
    },
  };

  async function draw(isFolded) {
    const known = widget.known();
    const explained = looked.surveys.map((id) => explain(id, looked, widget.ask("explain", id, known)));
    return content(
      {
        problems,
        warnings,
        explanations: await Promise.all(explained),
        overview: widget.ask("overview")[0],
        scene,
        entries,
        responses,
        seen: JSON.parse(preview.seen(known)),
        real: JSON.parse(known),
        pending: outbox.pending(),
        address: definition?.endpoint?.url ?? definition?.endpoint,
        now: preview.now(),
        ahead: preview.ahead(),
      },
      isFolded,
    );
  }

  panel = openPanel(draw, {
    simulate: (survey, leaf) => widget.tell(SIMULATED, survey, leaf),
    show: (survey) => widget.tell(SHOW, survey),
    travel(span) {
      preview.travel(span);
      widget.tell(WOKE);
    },
    comeBack() {
      preview.comeBack();
      widget.tell(WOKE);
    },
    forget() {
      preview.forget();
      beginAgain().catch(() => {});
    },
  });
  lint(definition).then(
    (found) => {
      if (end.signal.aborted) return;
      warnings = found;
      panel?.soon();
    },
    () => {},
  );
  return looked;
};

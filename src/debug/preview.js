/**
 * Between the runtime and the engine, where a team looks on: time can be moved, what would be
 * remembered stays in memory, and what would be posted is only noted. The runtime does not know.
 *
 * Never writes to the device and never posts. What is stored there is read, until something else
 * would have been written in its place.
 */
import { now } from "../clock.js";
import { ACTED, CLAIMED, CLICKED, LEFT, MARKED, RECALLED } from "../happened.js";
import { quiet } from "../quiet.js";

/** What the visitor does, as far as it can be done to this tool instead of to the page. */
const ACTS = [ACTED, CLICKED, MARKED, LEFT];

/** What is told with what is remembered. */
const KNOWING = [CLAIMED, RECALLED];

/** Of effects that remember, by the numbers of `src/output.rs`: where it stands in what is known. */
const PLACES = { 2: 0, 3: 1, 17: 3, 18: 4 };

const [WAKE_AT, KEEP, POST, DISCARD] = [6, 11, 12, 13];

/**
 * @param {{ happened: Function, followed: Function, kept: Function }} tell Each input and each effect
 * with its time, and what is said of each response that would be kept.
 * @param {() => boolean} isOurs Whether what happens now happens to this tool.
 */
export function openPreview(tell, isOurs) {
  /** Milliseconds that the time is ahead. */
  let ahead = 0;
  /** What would be remembered, by its place in what is known. */
  let memory = {};

  const seen = quiet((known) =>
    JSON.stringify(JSON.parse(known).map((real, place) => (place in memory ? memory[place] : real))),
  );

  function step(engine, at, what, text, ...numbers) {
    if (ACTS.includes(what) && isOurs()) return [];
    tell.happened(at, what, text, numbers);
    const effects = engine("step", at, what, KNOWING.includes(what) ? seen(text) : text, ...numbers);
    for (const effect of effects) tell.followed(at, effect);
    return effects.map(carry).filter(Boolean);
  }

  /** What the runtime is to carry out of an effect. */
  function carry(effect) {
    const [what, ...values] = effect;
    if (what in PLACES) memory[PLACES[what]] = values;
    else if (what === KEEP) tell.kept(values);
    else if (what === WAKE_AT) return [what, values[0] - ahead];
    else if (what !== POST && what !== DISCARD) return effect;
  }

  const calls = {
    start: (engine, at, seed, definition, templates, known, languages) =>
      engine("start", at, seed, definition, templates, seen(known), languages),
    step,
    explain: (engine, at, survey, known) => engine("explain", at, survey, seen(known)),
  };

  return {
    /** An engine that does the same, in this time and with this memory. */
    before: (engine) => (name, at, ...values) =>
      calls[name] ? calls[name](engine, at + ahead, ...values) : engine(name, at + ahead, ...values),

    now: () => now() + ahead,
    ahead: () => ahead,
    seen,

    travel(span) {
      ahead += span;
    },
    /** Back to the real time. */
    comeBack() {
      ahead = 0;
    },
    /** Nobody was ever here. */
    forget() {
      for (const place of Object.values(PLACES)) memory[place] = null;
    },
  };
}

/**
 * What is to happen in a run, all of it drawn from its seed before anything does.
 */
import { randomOf } from "./random.mjs";
import { TROUBLES } from "./troubles.mjs";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const YEAR = 365 * DAY;

/** How often each act comes. */
const ACTS = {
  answer: 10, trouble: 5, another: 3, turn: 3, follow: 2, reload: 2, close: 2, leave: 2, back: 1, wait: 3,
  offline: 1, clock: 1, dismiss: 1, write: 1, storage: 1, kill: 1,
};

const STORAGE = ["quota", "disabled", "IndexedDB disabled", "IndexedDB failing", "IndexedDB mute"];

/** What each act has to be told besides the tab: `share` says which one of all, 0 the first and 1 the last. */
const DRAWN = {
  answer: (random) => ({ times: random.between(1, 3), share: random.draw() }),
  trouble: (random) => ({ name: random.chance(0.15) ? "mixed" : random.of(Object.keys(TROUBLES)) }),
  wait: (random) => ({ span: random.of([200, 1000, 5000, 20_000, MINUTE, 6 * MINUTE]) }),
  clock: (random) => ({ wrong: random.of([-1, 1]) * random.of([MINUTE, DAY, 6 * DAY, 9 * DAY, 3 * YEAR, 20 * YEAR]) }),
  storage: (random) => ({ refuses: random.of([...STORAGE, undefined]) }),
  kill: (random) => ({ after: random.between(10, 400) }),
};

/**
 * `can` says which acts there may be; one that a run leaves out is none at all. `length` is how many there
 * are at least.
 */
export function planOf(seed, { length, can }) {
  const random = randomOf(seed);
  const traits = {
    isElsewhere: random.chance(0.25),
    format: random.of([undefined, "json", "text"]),
    hasWorker: random.chance(0.2),
    hasKills: can("kill") && random.chance(0.2),
    hasStorage: can("storage") && random.chance(0.25),
  };
  // Of the two places where answers are kept, a kill needs the one that reaches the disk at once.
  if (traits.hasKills) traits.hasStorage = false;
  const weights = Object.fromEntries(Object.entries(ACTS).filter(([name]) => can(name)));
  if (!traits.hasKills) delete weights.kill;
  if (!traits.hasStorage) delete weights.storage;
  const count = random.between(length, 2 * length);
  const first = [make("trouble", random), make("answer", random)];
  const rest = Array.from({ length: count }, () => make(random.weighted(weights), random));
  return { seed, ...traits, steps: [...first, ...rest], random };
}

function make(act, random) {
  return { act, tab: random.draw(), pause: random.of([0, 0, 5, 30, 120]), ...DRAWN[act]?.(random) };
}

/** A line for each step, as a failure prints it. */
export const told = ({ act, tab, pause, ...more }) => `${act} ${Object.entries(more).map(([name, it]) => `${name}=${it}`).join(" ")}`.trim();

/** The document that is worked on, and the ones before it. What is typed at one place in one go is one step. */
import { put, spelled, take } from "./places.js";

/** So many steps can be undone. */
const MOST = 200;

export function store(first, tell) {
  let past = [];
  let now = first;
  let future = [];
  let latest;

  function become(next, place) {
    if (next === now) return;
    if (place === undefined || place !== latest) past = [...past, now].slice(-MOST);
    latest = place;
    future = [];
    now = next;
    tell();
  }

  return {
    get document() {
      return now;
    },
    get canUndo() {
      return past.length > 0;
    },
    get canRedo() {
      return future.length > 0;
    },
    /** `step` is the place that is typed at, where more than that is changed. */
    put: (place, value, step = place) => become(value === undefined ? take(now, place) : put(now, place, value), spelled(step)),
    replace: (document) => become(document),
    /** What is typed next is a step of its own. */
    rest() {
      latest = undefined;
    },
    undo() {
      if (!past.length) return;
      future = [now, ...future];
      now = past.at(-1);
      past = past.slice(0, -1);
      latest = undefined;
      tell();
    },
    redo() {
      if (!future.length) return;
      past = [...past, now];
      [now, ...future] = future;
      latest = undefined;
      tell();
    },
  };
}

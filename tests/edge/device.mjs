/**
 * One visitor's device with several tabs on it, in simulated time: a clock that may be moved, tabs
 * that are busy or stand still, and a localStorage whose writes arrive elsewhere later. The same
 * seed makes the same run.
 *
 * Storage is as loose as in browsers. A tab reads its own write at once. Every write goes through
 * one process, in whose order everybody ends up; the way there and the way on take their time.
 */

/** Milliseconds that a write takes at most to that process, and from there to a tab. */
const WAY = 30;

/** Milliseconds until a tab comes to what is due, at most. */
const BUSY = 40;

/** Milliseconds that timers of a hidden tab are held up, at most: browsers wake those once a minute. */
const THROTTLED = 60_000;

export function startDevice(seed) {
  const random = generator(seed);
  const agenda = [];
  const tabs = [];
  /** What the one process has. */
  const stored = new Map();
  let at = 0;
  let moved = 0;

  const later = (due, work) => agenda.push({ due, work });

  function openTab() {
    const window = new EventTarget();
    const tab = { alive: true, hidden: false, stall: 0, writes: 0 };
    /** What this tab reads, and how many writes of its own are on their way, by name. */
    const texts = new Map(stored);
    const unconfirmed = new Map();
    const timers = new Set();
    /** Until when it is at work, and until when its writes and those of others are on their way. */
    let busy = 0;
    let sent = 0;
    let arrived = 0;
    /** For how long the task at work has stood still. */
    let still = 0;
    const here = () => at + still;

    const task = (work) => later(at + random() * BUSY, () => run(work));

    function run(work) {
      if (!tab.alive) return;
      if (at < busy) return later(busy, () => run(work));
      const { Date, setTimeout, clearTimeout } = globalThis;
      Object.assign(globalThis, { window, ...browser });
      work();
      Object.assign(globalThis, { window: undefined, Date, setTimeout, clearTimeout });
      busy = here();
      still = 0;
    }

    function write(name, text) {
      tab.writes += 1;
      texts.set(name, text);
      unconfirmed.set(name, (unconfirmed.get(name) ?? 0) + 1);
      sent = Math.max(sent, here() + random() * WAY);
      later(sent, () => {
        stored.set(name, text);
        tabs.forEach((it) => it.receive(tab, name, text));
      });
    }

    /** What comes before a write of our own in the common order is passed over. */
    function receive(from, name, text) {
      arrived = Math.max(arrived, at + random() * WAY);
      later(arrived, () => {
        if (from === tab) return unconfirmed.set(name, unconfirmed.get(name) - 1);
        if (unconfirmed.get(name)) return;
        texts.set(name, text);
        task(() => window.dispatchEvent(Object.assign(new Event("storage"), { key: name })));
      });
    }

    const browser = {
      Date: { now: () => Math.round(here() + moved) },
      setTimeout(work, span) {
        const timer = {};
        timers.add(timer);
        const held = tab.hidden ? random() * THROTTLED : 0;
        later(here() + span + held, () => task(() => timers.delete(timer) && work()));
        return timer;
      },
      clearTimeout: (timer) => timers.delete(timer),
    };
    window.localStorage = {
      getItem(name) {
        still += tab.stall;
        tab.stall = 0;
        return texts.get(name) ?? null;
      },
      setItem: write,
      removeItem: (name) => write(name, undefined),
    };
    tabs.push(tab);
    return Object.assign(tab, { here, receive, run, task, hide: () => window.dispatchEvent(new Event("pagehide")) });
  }

  return {
    random,
    openTab,
    later: (span, work) => later(at + span, work),
    moveClock: (span) => (moved += span),
    /** Until nothing is due for now; in the order of what is due, then of being put there. */
    run(span) {
      const end = at + span;
      for (;;) {
        const next = agenda.reduce((one, other) => (other.due < one.due ? other : one), { due: Infinity });
        if (next.due > end) break;
        agenda.splice(agenda.indexOf(next), 1);
        at = Math.max(at, next.due);
        next.work();
      }
      at = end;
    },
  };
}

/** Numbers from 0 up to 1, always the same for one seed (mulberry32). */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

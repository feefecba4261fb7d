/**
 * A month of a help center, made up from a seed: who comes when, and who is asked under the polite
 * frequency. What a page view costs is measured elsewhere; here it is only added up.
 */
export const VISITORS = 1000;
export const VIEWS = 12;

const VISITS = 4;
const DAYS = 30;
const SEED = 20_260_101;

/** The share of page views on which a trigger comes, and what becomes of a nudge. */
const TRIGGERED = 0.25;
const ANSWERED = 0.2;
const CLOSED = 0.3;

/** Days until the same survey again, by how it ended, and between any two. */
const QUIET = { answered: 90, closed: 30, ignored: 7 };
const APART = 1;

/**
 * Every page view in its order: `sampled` of one who may be asked, whether it is the visitor's `first`,
 * whether somebody is `asked` on it, and whether it `rests`, which is after a nudge as long as the polite
 * frequency says, and for those who are not in the sample once a trigger has had it drawn. `percent` is the
 * share who may be asked.
 */
export function monthOf(percent) {
  const chance = mulberry(SEED);
  const views = [];
  for (let visitor = 0; visitor < VISITORS; visitor += 1) {
    const sampled = chance() * 100 < percent;
    let quietUntil = 0;
    const days = Array.from({ length: VISITS }, () => chance() * DAYS).sort((one, other) => one - other);
    for (const [visit, day] of days.entries()) {
      let askedNow = false;
      for (let step = 0; step < VIEWS / VISITS; step += 1) {
        const [triggered, end] = [chance() < TRIGGERED, chance()];
        const rests = day < quietUntil || askedNow;
        const asked = sampled && !rests && triggered;
        if (!sampled && triggered) quietUntil = Infinity;
        views.push({ visitor, sampled, first: visit + step === 0, asked, rests });
        if (asked) {
          askedNow = true;
          quietUntil = day + Math.max(APART, QUIET[end < ANSWERED ? "answered" : end < ANSWERED + CLOSED ? "closed" : "ignored"]);
        }
      }
    }
  }
  return views;
}

/** The mean of a page view of ours: bytes as brotli, milliseconds of script and of all tasks. `kinds` are those of both, `show` is what showing adds. */
export function meanOfOurs(views, kinds, show) {
  return mean(views, show, ({ sampled, first, rests }) => {
    const kind = sampled ? kinds.sampled : kinds.unsampled;
    return first ? kind.first : rests ? kind.rested : kind.later;
  });
}

/** The same of a peer, which loads all of it on each view. */
export function meanOfPeer(views, { first, later, show }) {
  return mean(views, show, (it) => (it.first ? first : later));
}

/** What showing loads is loaded once by each visitor. */
function mean(views, show, costOf) {
  const total = { brotli: 0, script: 0, tasks: 0 };
  const add = (cost) => Object.keys(total).forEach((name) => (total[name] += cost[name]));
  const have = new Set();
  for (const it of views) {
    add(costOf(it));
    if (it.asked) add(have.has(it.visitor) ? { ...show, brotli: 0 } : show);
    if (it.asked) have.add(it.visitor);
  }
  return Object.fromEntries(Object.entries(total).map(([name, sum]) => [name, sum / views.length]));
}

/** Numbers from 0 to 1, the same for the same seed (Tommy Ettinger's mulberry32). */
function mulberry(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

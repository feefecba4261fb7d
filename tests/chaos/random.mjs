/**
 * Chance that a seed repeats: mulberry32, 32 bits of state, which is enough to choose among acts.
 */
export function randomOf(seed) {
  let state = seed | 0;
  /** From 0 to 1, without 1. */
  const draw = () => {
    state = (state + 0x6d2b79f5) | 0;
    let it = Math.imul(state ^ (state >>> 15), 1 | state);
    it = (it + Math.imul(it ^ (it >>> 7), 61 | it)) ^ it;
    return ((it ^ (it >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count) => Math.floor(draw() * count);
  return {
    draw,
    /** A whole number from the first to the second, both of them included. */
    between: (least, most) => least + below(most - least + 1),
    /** True so often, 0 being never and 1 always. */
    chance: (share) => draw() < share,
    of: (list) => list[below(list.length)],
    /** One of the names of an object whose values say how often each comes. */
    weighted(weights) {
      let left = draw() * Object.values(weights).reduce((sum, it) => sum + it, 0);
      return Object.keys(weights).find((name) => (left -= weights[name]) < 0);
    },
  };
}

/**
 * Where effort is lost, from counts: what is most likely true of each, and how sure its place is.
 *
 * An empirical Bayes estimate: the share of a group has a beta distribution around the mean of its section, whose
 * strength is one of a grid, weighed by the beta-binomial likelihood of all counts (Griffin and Krutchkoff, Sankhya B 33,
 * 1971) and by a prior under which a middling group is as likely pulled weakly as strongly (Christiansen and Morris,
 * JASA 92, 1997; Daniels, Canadian Journal of Statistics 27, 1999).
 */
import assert from "node:assert/strict";
import { grouped, jStat } from "./reckoned.mjs";

/** Two to a doubling. */
const STRENGTHS = Array.from({ length: 23 }, (_, step) => 2 ** (1 + step / 2));

const WORLDS = 4_000;

/** Kleinman, JASA 68, 1973: a group weighs what it tells; beside each section stands one group more that is like all. */
function means(groups, strength) {
  const worth = (it) => (it.answered * strength) / (it.answered + strength);
  const of = (some) => [jStat.sum(some.map((it) => (worth(it) * it.lost) / it.answered)), jStat.sum(some.map(worth))];
  const [lost, all] = of(groups);
  const overall = (lost + 0.5) / (all + 1);
  const sections = new Map([...grouped(groups, (it) => it.section)].map(([section, some]) => [section, of(some)]));
  return groups.map((it) => {
    const [own, weight] = sections.get(it.section);
    return (own + strength * overall) / (weight + strength);
  });
}

/** Of each strength how likely it is, and both parameters of each group's share under it. */
export function posterior(groups) {
  assert.ok(groups.every((it) => it.answered > 0), "somebody answered about each group");
  const middling = groups.map((it) => it.answered).sort((one, other) => one - other)[Math.floor(groups.length / 2)];
  const all = STRENGTHS.map((strength) => {
    const towards = means(groups, strength);
    const shares = groups.map((it, at) => [strength * towards[at] + it.lost, strength * (1 - towards[at]) + it.answered - it.lost]);
    const marginal = jStat.sum(shares.map(([a, b], at) => jStat.betaln(a, b) - jStat.betaln(strength * towards[at], strength * (1 - towards[at]))));
    return { shares, likelihood: marginal + Math.log((strength * middling) / (strength + middling) ** 2) };
  });
  const most = Math.max(...all.map((it) => it.likelihood));
  const sum = jStat.sum(all.map((it) => Math.exp(it.likelihood - most)));
  return all.map((it) => ({ shares: it.shares, weight: Math.exp(it.likelihood - most) / sum }));
}

export const mean = (strengths, at) => jStat.sum(strengths.map(({ shares, weight }) => (weight * shares[at][0]) / (shares[at][0] + shares[at][1])));

/** How likely the share of a group is at most this. */
export const below = (strengths, at, share) => jStat.sum(strengths.map(({ shares, weight }) => (weight < 1e-9 ? 0 : weight * jStat.beta.cdf(share, ...shares[at]))));

/** For each group and place how many worlds put it before that place, where its own worlds count half. */
export function places(groups, strengths, random) {
  const counts = groups.map(() => new Float64Array(groups.length));
  for (let world = 0; world < WORLDS; world += 1) {
    const { shares } = one(strengths, random());
    const costs = shares.map((it, at) => [at, beta(it, random) * groups[at].answered]).sort((it, other) => other[1] - it[1]);
    costs.forEach(([at], place) => (counts[at][place] += 1 / WORLDS));
  }
  return counts.map((own) => {
    let before = 0;
    return Array.from(own, (share) => (before += share) - share / 2);
  });
}

function one(strengths, drawn) {
  let left = drawn;
  return strengths.find((it) => (left -= it.weight) < 0) ?? strengths.at(-1);
}

function beta([a, b], random) {
  const [one, other] = [gamma(a, random), gamma(b, random)];
  return one / (one + other);
}

/** Marsaglia and Tsang, ACM TOMS 26, 2000; below a shape of 1 by a power of a uniform. */
function gamma(shape, random) {
  if (shape < 1) return gamma(shape + 1, random) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const x = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Numbers from 0 to 1, the same for the same seed: mulberry32. */
export function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let it = Math.imul(state ^ (state >>> 15), 1 | state);
    it = (it + Math.imul(it ^ (it >>> 7), 61 | it)) ^ it;
    return ((it ^ (it >>> 14)) >>> 0) / 2 ** 32;
  };
}

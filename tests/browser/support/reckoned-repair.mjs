/**
 * Edits of articles, what is compared of each, and what may be said of it, from single responses.
 */
import { dayOf, daysAfter, grouped, jStat } from "./reckoned.mjs";

/** Days within which edits are one, and the most that are looked at on either side. */
const TOGETHER = 7;
const LONGEST = 91;

/** Fewer have seen nothing that may be told. */
const FEW = 5;

/** By article the days on which a language of it showed a revision that is not its first; those of a week are one. */
export function edits(responses) {
  const seen = new Map();
  for (const it of responses) {
    const { article, revision } = it.page;
    if (!article || !revision) continue;
    const key = [article, it.locale, revision].join("\n");
    const { first = dayOf(it), n = 0 } = seen.get(key) ?? {};
    seen.set(key, { article, locale: it.locale, first: first < dayOf(it) ? first : dayOf(it), n: n + 1 });
  }
  const all = [...seen.values()];
  const began = (it) => all.filter((other) => other.article === it.article && other.locale === it.locale).map((other) => other.first).sort()[0];
  const days = grouped(all.filter((it) => it.n >= FEW && it.first !== began(it)), (it) => it.article);
  const together = (found) => found.map((it) => it.first).sort().reduce((edits, day) => {
    const last = edits.at(-1);
    if (last && day < daysAfter(last.from, TOGETHER)) last.to = day;
    else edits.push({ from: day, to: day });
    return edits;
  }, []);
  return new Map([...days].map(([article, found]) => [article, together(found)]));
}

/** As long as the article stayed what it was on either side of its edit, 13 weeks at most. */
export function sides(edits, at, days) {
  const it = edits[at];
  const latest = (...all) => all.filter(Boolean).sort().at(-1);
  const earliest = (...all) => all.filter(Boolean).sort()[0];
  return {
    before: { from: latest(days.from, daysAfter(it.from, -LONGEST), edits[at - 1] && daysAfter(edits[at - 1].to, 1)), to: daysAfter(it.from, -1) },
    after: { from: daysAfter(it.to, 1), to: earliest(days.to, daysAfter(it.to, LONGEST), edits[at + 1] && daysAfter(edits[at + 1].from, -1)) },
  };
}

/** Beta-binomial with Jeffreys' prior (Krichevsky and Trofimov, IEEE Transactions on Information Theory 27, 1981). */
const likelihood = (it) => jStat.betaln(it.lost + 0.5, it.answered - it.lost + 0.5) - jStat.betaln(0.5, 0.5);

/** The logarithm of the Bayes factor for two shares rather than one. */
function evidence({ before, after }) {
  const both = { lost: before.lost + after.lost, answered: before.answered + after.answered };
  return likelihood(before) + likelihood(after) - likelihood(both);
}

/** The e-BH procedure at one in 20: Wang and Ramdas, Journal of the Royal Statistical Society B 84, 2022. */
export function verdicts(compared) {
  const all = compared.map(evidence);
  const sorted = [...all].sort((one, other) => other - one);
  const enough = sorted.findLastIndex((it, index) => it >= Math.log(compared.length / (0.05 * (index + 1))));
  const least = enough < 0 ? Infinity : sorted[enough];
  const direction = ({ before, after }) => (after.lost / after.answered < before.lost / before.answered ? "helped" : "worse");
  return compared.map((it, index) => (all[index] >= least ? direction(it) : "unclear"));
}

/**
 * Figures of a report from single responses, by formulas that are written out from their sources.
 *
 * Nothing of the collector's own statistics is used; jStat has the quantiles and the special functions.
 */
import jstat from "jstat";

export const { jStat } = jstat;

const Z = jStat.normal.inv(0.975, 0, 1);

/** Wilson, "Probable inference", JASA 22, 1927. */
export function wilson(part, n) {
  const share = part / n;
  const middle = (share + (Z * Z) / (2 * n)) / (1 + (Z * Z) / n);
  const half = ((Z / (1 + (Z * Z) / n)) * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n)));
  return { value: share, low: Math.max(0, middle - half), high: Math.min(1, middle + half), n };
}

/** Wald after three answers more (Rocks, The American Statistician 70, 2016). */
function adjustedWald(upper, lower, n) {
  const [above, below] = [(upper + 0.75) / (n + 3), (lower + 0.75) / (n + 3)];
  const half = Z * Math.sqrt((above + below - (above - below) ** 2) / (n + 3));
  return { value: (upper - lower) / n, low: Math.max(-1, above - below - half), high: Math.min(1, above - below + half), n };
}

/** Student's t after half an answer more, spread over the scale, and never off it. */
function student(ratings, points) {
  const n = ratings.length;
  const scale = Array.from({ length: points }, (_, index) => index + 1);
  const weighted = [...ratings.map((it) => [it, 1]), ...scale.map((it) => [it, 0.5 / points])];
  const mean = jStat.sum(weighted.map(([it, weight]) => it * weight)) / (n + 0.5);
  const squares = jStat.sum(weighted.map(([it, weight]) => weight * (it - mean) ** 2));
  const half = jStat.studentt.inv(0.975, n - 1) * Math.sqrt(squares / (n - 0.5) / (n + 0.5));
  return { value: jStat.mean(ratings), low: Math.max(1, mean - half), high: Math.min(points, mean + half), n };
}

/** Newcombe's method 10, Statistics in Medicine 17, 1998; for means by Zou and Donner, Statistics in Medicine 27, 2008. */
export function difference(now, before) {
  const value = now.value - before.value;
  const down = Math.hypot(now.value - now.low, before.high - before.value);
  const up = Math.hypot(now.high - now.value, before.value - before.low);
  return { value, low: value - down, high: value + up };
}

const of = (response, kind) => response.answers.find((it) => it.kind === kind)?.value;

const count = (all, is) => all.filter(is).length;

export const ratings = (responses) => responses.map((it) => of(it, "effort")).filter(Boolean);

/** What the answers of these responses come to, on a scale from 1 to 7 on which more is easier. */
export function reckoned(responses) {
  const found = responses.map((it) => [of(it, "yesNo"), of(it, "effort")]).filter(([said]) => said);
  const rated = ratings(responses);
  const easy = count(rated, (it) => it >= 5);
  return {
    foundRate: wilson(count(found, ([said]) => said === "yes"), found.length),
    mean: student(rated, 7),
    easyShare: wilson(easy, rated.length),
    netEffort: adjustedWald(easy, count(rated, (it) => it <= 3), rated.length),
    easySuccess: wilson(count(found, ([said, rating]) => said === "yes" && rating >= 5), found.length),
  };
}

/** How many said no, and how many said yes and rated. */
export function outcomes(responses) {
  const all = responses.map((it) => [of(it, "yesNo"), of(it, "effort")]);
  return [count(all, ([said]) => said === "no"), count(all, ([said, rating]) => said === "yes" && rating)];
}

/** Who did not find it, or found it and rated it 4 at most; of those of whom both is known. */
export function lost(responses) {
  const [no, rated] = outcomes(responses);
  const hard = count(responses, (it) => of(it, "yesNo") === "yes" && of(it, "effort") < 5);
  return { lost: no + hard, answered: no + rated };
}

export const facts = {
  section: (it) => it.page.section,
  article: (it) => it.page.article,
  locale: (it) => it.locale,
  trigger: (it) => it.trigger,
  device: (it) => it.context.device,
};

export const dayOf = (response) => response.timing.receivedAt.slice(0, 10);

/** Those that arrived on these days, both within, and of whom all conditions hold. */
export function chosen(responses, { from = "", to = "9999" } = {}, filter = {}) {
  const asked = Object.entries(facts).filter(([name]) => filter[name]);
  return responses.filter((it) => from <= dayOf(it) && dayOf(it) <= to && asked.every(([name, fact]) => isMeant(fact(it), filter[name])));
}

/** Who asks for `helpCenter` means each of its ways, such as `helpCenter.searches`. */
export const isMeant = (value, wanted) => value === wanted || (value?.startsWith(`${wanted}.`) ?? false);

/** What has the same name, by that name. */
export function grouped(all, name) {
  const groups = new Map();
  for (const it of all) {
    const group = groups.get(name(it));
    if (group) group.push(it);
    else groups.set(name(it), [it]);
  }
  return groups;
}

/** Some days later, or earlier. */
export const daysAfter = (day, days) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** Where two figures with their ends differ by more than the way in which they were added up explains. */
export function apart(given, expected, within = 1e-7) {
  return ["n", "value", "low", "high"].filter((end) => end in expected && end in given && !(Math.abs(given[end] - expected[end]) < within));
}

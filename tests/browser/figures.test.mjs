/**
 * Figures of the report beside those that another library makes of the export, under many filters.
 *
 * Nothing of the collector's own statistics is used: formulas are written out from their sources, and jStat
 * has the quantiles.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import jstat from "jstat";
import { startCollector } from "./support/collector.mjs";

const { jStat } = jstat;

const Z = jStat.normal.inv(0.975, 0, 1);

/** Wilson, "Probable inference", JASA 22, 1927. */
function wilson(part, n) {
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

/** What the answers of these responses come to. */
function reckoned(responses) {
  const of = (response, kind) => response.answers.find((it) => it.kind === kind)?.value;
  const found = responses.map((it) => [of(it, "yesNo"), of(it, "effort")]).filter(([said]) => said);
  const ratings = responses.map((it) => of(it, "effort")).filter(Boolean);
  const count = (all, is) => all.filter(is).length;
  const easy = count(ratings, (it) => it >= 5);
  return {
    foundRate: wilson(count(found, ([said]) => said === "yes"), found.length),
    mean: student(ratings, 7),
    easyShare: wilson(easy, ratings.length),
    netEffort: adjustedWald(easy, count(ratings, (it) => it <= 3), ratings.length),
    easySuccess: wilson(count(found, ([said, rating]) => said === "yes" && rating >= 5), found.length),
  };
}

const FILTERS = [
  {}, { version: "1" }, { section: "section-1" }, { section: "section-7" }, { article: "article-4" }, { locale: "en" }, { locale: "ar" },
  { trigger: "click" }, { trigger: "helpCenter" }, { device: "phone" }, { from: "2026-01-01" }, { to: "2025-12-31" },
  { from: "2026-02-01", to: "2026-02-28" }, { from: "2026-01-01", device: "tablet" }, { section: "section-1", locale: "en" },
  { section: "section-2", trigger: "scroll" }, { locale: "en", device: "desktop" }, { trigger: "exitIntent", device: "phone", locale: "en" },
  { section: "section-0", from: "2025-12-01", to: "2026-02-20" }, { section: "section-3", device: "desktop", trigger: "scroll" },
  { locale: "ro", from: "2025-11-01" }, { version: "1", locale: "de", device: "phone" },
];

/** The page, which takes longer than its figures, is looked at under each fourth. */
const PAGES = 4;

const facts = {
  section: (it) => it.page.section,
  article: (it) => it.page.article,
  locale: (it) => it.locale,
  trigger: (it) => it.trigger,
  device: (it) => it.context.device,
};

/** Those of a version that arrived on these days and of whom all conditions hold. */
function chosen(responses, version, { from = "", to = "9999" }, filter) {
  return responses.filter((it) => {
    const day = it.timing.receivedAt.slice(0, 10);
    return it.surveyVersion === version && from <= day && day <= to && Object.entries(facts).every(([name, fact]) => !filter[name] || fact(it) === filter[name]);
  });
}

test("under 22 combinations of filters each figure is what another library makes of the export", async (t) => {
  const collector = await startCollector(t, { sample: 5_000 });
  const exported = await collector.exported();
  assert.equal(exported.length, 5_000);
  let compared = 0;
  for (const [index, filter] of FILTERS.entries()) {
    const reply = await fetch(`${collector.address}/v1/surveys/help-center/report?${new URLSearchParams(filter)}`);
    const { versions } = await reply.json();
    for (const version of versions.slice(0, 1)) {
      const expected = reckoned(chosen(exported, version.version, version.period ?? filter, filter));
      const [score] = version.scores;
      for (const [name, given] of Object.entries({ ...score, foundRate: version.foundRate })) {
        if (!expected[name] || given.suppressed) continue;
        const where = `${JSON.stringify(filter)} ${name}`;
        assert.equal(given.n, expected[name].n, where);
        for (const end of ["value", "low", "high"]) {
          assert.ok(Math.abs(given[end] - expected[name][end]) < 1e-7, `${where} ${end}: ${given[end]} is not ${expected[name][end]}`);
        }
        compared += 1;
      }
      if (index % PAGES !== 0 || score.mean.suppressed) continue;
      const page = await (await fetch(`${collector.address}/report/help-center?${new URLSearchParams(filter)}`)).text();
      assert.ok(page.includes(`<strong>${expected.mean.value.toFixed(1)}</strong>`), `${JSON.stringify(filter)}: the page`);
    }
  }
  assert.ok(compared > 90, `${compared} figures were compared`);
});

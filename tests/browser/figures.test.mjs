/**
 * Figures of the report beside those that another library makes of the export, under many filters.
 *
 * Nothing of the collector's own statistics is used: see support/reckoned.mjs.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { startCollector } from "./support/collector.mjs";
import { apart, chosen, difference, reckoned } from "./support/reckoned.mjs";

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

test("under 22 combinations of filters each figure is what another library makes of the export", async (t) => {
  const collector = await startCollector(t, { sample: 5_000 });
  const exported = await collector.exported();
  assert.equal(exported.length, 5_000);
  let compared = 0;
  for (const [index, filter] of FILTERS.entries()) {
    const reply = await fetch(`${collector.address}/v1/surveys/help-center/report?${new URLSearchParams(filter)}`);
    const { versions } = await reply.json();
    for (const version of versions.slice(0, 1)) {
      const expected = reckoned(chosen(exported.filter((it) => it.surveyVersion === version.version), version.period ?? filter, filter));
      const [score] = version.scores;
      for (const [name, given] of Object.entries({ ...score, foundRate: version.foundRate })) {
        if (!expected[name] || given.suppressed) continue;
        assert.deepEqual(apart(given, expected[name]), [], `${JSON.stringify(filter)} ${name}: ${JSON.stringify([given, expected[name]])}`);
        compared += 1;
      }
      if (index % PAGES !== 0 || score.mean.suppressed) continue;
      const page = await (await fetch(`${collector.address}/report/help-center?${new URLSearchParams(filter)}`)).text();
      assert.ok(page.includes(`<strong>${expected.mean.value.toFixed(1)}</strong>`), `${JSON.stringify(filter)}: the page`);
    }
  }
  assert.ok(compared > 90, `${compared} figures were compared`);
});

/** What is compared beside the periods in FILTERS: other days, and another version. */
const WITH = [{ withVersion: "1" }, { withVersion: "1", section: "section-1" }, { from: "2026-01-01", withFrom: "2025-10-01", withTo: "2025-11-30" }];

test("each difference and each point of a trend is what another library makes of the export", async (t) => {
  const collector = await startCollector(t, { sample: 5_000 });
  const exported = await collector.exported();
  const told = async (what, filter) => (await fetch(`${collector.address}/v1/surveys/help-center/${what}?${new URLSearchParams(filter)}`)).json();
  const of = (filter, { version, period }) => reckoned(chosen(exported.filter((it) => it.surveyVersion === version), period ?? filter, filter));
  let [differences, points] = [0, 0];
  for (const filter of [...FILTERS.filter((it) => it.from), ...FILTERS.slice(0, 12), ...WITH]) {
    const where = JSON.stringify(filter);
    const it = await told("comparison", filter.from || filter.withVersion ? filter : { ...filter, from: "2026-01-01" });
    for (const [name, change] of Object.entries({ ...it.scores?.[0], foundRate: it.foundRate })) {
      if (!change?.difference) continue;
      const [now, earlier] = [it.now, it.with].map((side) => of(filter, side)[name]);
      assert.deepEqual([apart(change.now, now), apart(change.with, earlier)], [[], []], `${where} ${name}`);
      assert.deepEqual(apart(change.difference, difference(now, earlier)), [], `${where} ${name}: ${JSON.stringify(change)}`);
      differences += 1;
    }
    const { withFrom, withTo, withVersion, ...own } = filter;
    const { scores } = await told("trend", { ...own, per: "month" });
    for (const stretch of scores?.[0]?.stretches ?? []) {
      if (stretch.mean.suppressed) continue;
      assert.deepEqual(apart(stretch.mean, of(own, stretch).mean), [], `${where}: ${JSON.stringify(stretch)}`);
      points += 1;
    }
  }
  assert.ok(differences > 60 && points > 60, `${differences} differences and ${points} points were compared`);
});

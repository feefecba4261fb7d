/**
 * Who did not answer, and what that may have done, held to what another library makes of the export, under many filters.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { FILTERS, ofEach, same, startDemo } from "./support/demo.mjs";
import { chosen, jStat, lost, ratings, reckoned, wilson } from "./support/reckoned.mjs";

test("under 23 combinations of filters who did not answer, and what that may have done, is what another library makes of the export", async (t) => {
  const { exported, told } = await startDemo(t);
  let [compared, weighted] = [0, 0];
  for (const filter of FILTERS) {
    const where = JSON.stringify(filter);
    const reply = await told("nonresponse", filter);
    const [version] = (await told("report", filter)).versions;
    const people = chosen(exported, version.period ?? filter, filter);
    const rate = (some) => [some.length, some.filter((it) => ["complete", "partial"].includes(it.state)).length];
    const [shown, answered] = rate(people);
    assert.deepEqual([reply.shown, reply.answered], [shown, answered], where);
    same(reply.responseRate, wilson(answered, shown), where);
    const cells = [];
    for (const { dimension, values } of reply.by) {
      const { groups } = await told("effort", { ...filter, by: dimension });
      const [own, people] = [[], ofEach(exported, filter, dimension)];
      for (const it of values) {
        // Under a period rows of where effort is lost may be of more days.
        const isLost = !filter.from && !filter.to && groups.some((group) => group.value === it.value);
        const { period, isRated, isToldOfLost } = isLost ? { isRated: true, isToldOfLost: true } : await ofValue(told, { ...filter, [dimension]: it.value });
        const some = people(it.value, period);
        assert.deepEqual([it.shown, it.answered], rate(some), `${where} ${it.value}`);
        same(it.responseRate, wilson(it.answered, it.shown), `${where} ${it.value}`);
        own.push({ some, isToldOfLost, isRated });
        compared += 1;
      }
      cells.push(own);
    }
    const share = lost(people);
    const raw = wilson(share.lost, share.answered);
    same(reply.lost.answered, raw, where);
    assert.deepEqual(reply.lost.bounds.map((it) => it.toFixed(9)), bounds(share, shown).map((it) => it.toFixed(9)), where);
    const score = reckoned(people).mean;
    same(reply.score.answered, score, where);
    const ofLost = (some) => [some.length, ...shareOf(lost(some))];
    const ofScore = (some) => [some.length, ...meanOf(ratings(some))];
    const of = (is, cell) => cells.map((own) => own.filter((it) => it[is]).map((it) => cell(it.some)));
    same(reply.lost.weighted, raked(raw, of("isToldOfLost", ofLost), [0, 1]), `${where}: weighted`);
    same(reply.score.weighted, raked(score, of("isRated", ofScore), [1, 7]), `${where}: score weighted`);
    weighted += 2;
  }
  assert.ok(compared > 900 && weighted === 2 * FILTERS.length, `${compared} rates and ${weighted} weighted figures were compared`);
});

const shareOf = ({ lost, answered }) => [answered, lost / answered];

const meanOf = (ratings) => [ratings.length, jStat.mean(ratings)];

/** What the report of a value tells: the days that are counted, whether its score is told, and whether who was lost is. */
async function ofValue(told, filter) {
  const [{ period, scores, foundRate }] = (await told("report", filter)).versions;
  const isTold = (figure) => figure?.suppressed === false;
  return { period, isRated: isTold(scores[0]?.mean), isToldOfLost: isTold(foundRate) && isTold(scores[0]?.easySuccess) };
}

/** Manski, American Economic Review 80, 1990: the silent may all have been lost, or none. */
const bounds = ({ lost, answered }, shown) => [lost / shown, (lost + shown - answered) / shown];

/** By each dimension as the first step of raking (Deming and Stephan, 1940), wider by Kish's design effect (1965). */
function raked(raw, dimensions, [least, most]) {
  let [value, effect] = [raw.value, 1];
  for (const cells of dimensions.filter((it) => it.length > 0)) {
    const [shown, answered] = [0, 1].map((of) => cells.reduce((sum, it) => sum + it[of], 0));
    value += cells.reduce((sum, it) => sum + (it[0] / shown - it[1] / answered) * it[2], 0);
    effect *= cells.reduce((sum, it) => sum + (it[0] / shown) ** 2 / (it[1] / answered), 0);
  }
  const within = (it) => Math.min(most, Math.max(least, it));
  const end = (it) => within(value + (it - raw.value) * Math.sqrt(effect));
  return { value: within(value), low: end(raw.low), high: end(raw.high) };
}

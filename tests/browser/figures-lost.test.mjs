/**
 * Where effort is lost, held to what another library makes of the export, under many filters.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { FILTERS, ofEach, same, startDemo } from "./support/demo.mjs";
import { jStat, lost, wilson } from "./support/reckoned.mjs";
import { below, mean, places, posterior, seeded } from "./support/reckoned-lost.mjs";

/**
 * Intervals and ranges of places are of 1,000 draws by a seed, of which 25 are beyond either end. How much truly is
 * beyond the 26th has this distribution, and is outside of these bounds once in a million.
 */
const DRAWN = [1e-6 / 2, 1 - 1e-6 / 2].map((share) => jStat.beta.inv(share, 26, 975));

test("under 23 combinations of filters where effort is lost is what another library makes of the export", async (t) => {
  const { exported, told } = await startDemo(t);
  let compared = 0;
  for (const [index, filter] of FILTERS.entries()) {
    for (const by of index % 4 === 0 ? ["article", "section", "locale"] : ["article"]) {
      const { groups } = await told("effort", { ...filter, by });
      const people = ofEach(exported, filter, by);
      const counted = groups.map((it) => ({ section: it.section, ...lost(people(it.value, it.period)) }));
      const strengths = posterior(counted);
      const ranks = places(counted, strengths, seeded(index));
      for (const [at, it] of groups.entries()) {
        const where = `${JSON.stringify(filter)} ${it.value}`;
        const { lost, answered } = counted[at];
        assert.deepEqual([it.lost, it.answered], [lost, answered], where);
        same(it.share, wilson(lost, answered), where);
        const share = mean(strengths, at);
        same({ value: it.shrunk.value }, { value: share }, where);
        for (const end of ["value", "low", "high"]) assert.ok(Math.abs(it.cost[end] - it.shrunk[end] * answered) < 1e-6, where);
        const before = groups[at - 1];
        assert.ok(it.place.at === at + 1 && (!before || before.cost.value >= it.cost.value), `${where}: in the order of what it costs`);
        const outside = [below(strengths, at, it.shrunk.low), 1 - below(strengths, at, it.shrunk.high)];
        assert.ok(outside.every((it) => it > DRAWN[0] && it < DRAWN[1]), `${where}: ${outside} are outside of its interval`);
        ranks[at].forEach((beyond, place) => {
          const [is, least] = [it.place.from <= place + 1 && place + 1 <= it.place.to, Math.min(beyond, 1 - beyond)];
          if (least > DRAWN[1]) assert.ok(is, `${where}: ${place + 1} is none of its places ${JSON.stringify(it.place)}`);
          if (least < DRAWN[0] && place !== at) assert.ok(!is, `${where}: ${place + 1} is one of its places ${JSON.stringify(it.place)}`);
        });
        compared += 1;
      }
    }
  }
  assert.ok(compared > 500, `${compared} groups were compared`);
});

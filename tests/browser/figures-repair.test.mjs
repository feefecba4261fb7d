/**
 * Whether repairs helped, held to what another library makes of the export, under many filters.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { FILTERS, same, startDemo } from "./support/demo.mjs";
import { chosen, dayOf, daysAfter, difference, lost, outcomes, wilson } from "./support/reckoned.mjs";
import { edits, sides, verdicts } from "./support/reckoned-repair.mjs";

test("under 23 combinations of filters what is said of each edit is what another library makes of the export", async (t) => {
  const { exported, told } = await startDemo(t);
  let compared = 0;
  const said = { helped: 0, worse: 0, unclear: 0 };
  for (const filter of FILTERS) {
    const reply = await told("edits", filter);
    const { from, to, ...conditions } = filter;
    const visitors = chosen(exported, {}, conditions);
    const known = edits(visitors);
    const days = { from: from ?? visitors.map(dayOf).sort()[0], to };
    const within = (day) => days.from <= day && (!to || day <= to);
    const expected = [...known].flatMap(([article, found]) => found.map((edited, at) => ({ article, edited, sides: sides(found, at, days) })));
    const name = (it) => `${it.article} ${it.edited.from} ${it.edited.to}`;
    assert.deepEqual(reply.edits.map(name).sort(), expected.filter((it) => within(it.edited.from)).map(name).sort(), JSON.stringify(filter));
    const some = reply.edits.filter((it) => it.compared);
    const verdict = verdicts(some.map((it) => it.compared));
    for (const [at, it] of some.entries()) {
      const where = `${JSON.stringify(filter)} ${name(it)}`;
      const wanted = expected.find((other) => name(other) === name(it)).sides;
      compare(exported, it.compared, { ...conditions, article: it.article }, where);
      if (it.all) compare(exported, it.all, { ...conditions, article: undefined }, `${where}, all`);
      assert.ok(it.compared.before.period.to < it.edited.from && it.edited.to < it.compared.after.period.from, `${where}: the days of the edit are of neither side`);
      for (const side of ["before", "after"]) wide(it.compared[side].period, wanted[side], chosen(visitors, {}, { article: it.article }), where);
      assert.equal(it.verdict, verdict[at], where);
      said[it.verdict] += 1;
      compared += 1;
    }
    reply.edits.filter((it) => !it.compared).forEach((it) => assert.equal(it.verdict, "unclear"));
  }
  assert.ok(compared > 50 && said.helped > 10 && said.unclear > 20, `${compared} edits were compared: ${JSON.stringify(said)}`);
});

function compare(exported, given, conditions, where) {
  const shares = ["before", "after"].map((side) => {
    const { period, share, ...counts } = given[side];
    const expected = lost(chosen(exported, period, conditions));
    assert.deepEqual({ lost: counts.lost, answered: counts.answered }, expected, `${where} ${side}`);
    same(share, wilson(expected.lost, expected.answered), `${where} ${side}`);
    return share;
  });
  same(given.difference, difference(shares[1], shares[0]), `${where}: difference`);
}

/**
 * Days are counted with their neighbours until five people have said no and five others have said how it was: so some
 * days more are counted than are meant, or fewer where they are counted with those of the edit.
 */
function wide(given, meant, responses, where) {
  const to = meant.to ?? given.to;
  const few = (one, other) => Math.min(...outcomes(one < other ? chosen(responses, { from: one, to: daysAfter(other, -1) }) : []));
  const off = [few(given.from, meant.from), few(meant.from, given.from), few(daysAfter(given.to, 1), daysAfter(to, 1)), few(daysAfter(to, 1), daysAfter(given.to, 1))];
  assert.ok(Math.max(...off) < 2 * FEW, `${where}: ${JSON.stringify(given)} for ${JSON.stringify(meant)}, ${off} people more or less`);
}

const FEW = 5;

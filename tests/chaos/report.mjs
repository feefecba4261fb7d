/**
 * What is said of runs.
 */

/** Milliseconds that the page's own small request may take, and by which it may be slower than the one beside it. */
const MOST = 100;

/** A slow one alone is the machine; somebody who takes the page's connections makes all of them slow. */
const IN_A_ROW = 3;

/** So many of a run's lost answers are told of. */
const SHOWN = 3;

export function reportOf() {
  const all = { runs: 0, given: 0, lost: 0, twice: 0, undelivered: 0, own: [], other: [] };
  const bad = [];
  return {
    add({ seed }, found) {
      const { given, lost, twice, asked } = found;
      all.runs += 1;
      all.given += given;
      all.lost += lost.length;
      all.twice += twice.length;
      for (const { own, other } of asked) all.own.push(own), all.other.push(other);
      if (wrongIn(found).length > 0) bad.push(seed);
    },
    lineOf(plan, found) {
      const { given, lost, twice, asked } = found;
      const traits = ["isElsewhere", "hasWorker", "hasKills", "hasStorage"].filter((it) => plan[it]).map((it) => it.replace(/is|has/, "").toLowerCase());
      const own = asked.map((it) => it.own);
      const wrong = wrongIn(found);
      const line = `seed ${plan.seed}: given ${given}, stored ${given - lost.length}, lost ${lost.length}, twice ${twice.length}; own request at most ${most(own)} ms of ${own.length} [${traits}]`;
      return [line, ...wrong.map((it) => `  ${it}`), ...(wrong.length ? [`  again: npm run chaos -- --seed ${plan.seed} --runs 1 --verbose`] : [])].join("\n");
    },
    total() {
      const figures = (list) => `median ${share(list, 0.5)}, 99 % within ${share(list, 0.99)}, at most ${most(list)} ms`;
      return [
        `${all.runs} runs: given ${all.given}, stored ${all.given - all.lost}, lost ${all.lost}, twice ${all.twice}`,
        `the page's own request, ${all.own.length} times: ${figures(all.own)}`,
        `the same request to somebody else beside it: ${figures(all.other)}`,
        bad.length ? `wrong with seeds ${bad.join(", ")}` : all.given < all.runs ? "hardly anything was given" : "nothing lost, nobody hurt",
      ].join("\n");
    },
    // Where nothing is given, nothing is tried.
    isGood: () => bad.length === 0 && all.given >= all.runs,
  };
}

/** A sentence for each thing that is wrong. */
export function wrongIn({ lost, twice, rows, asked, problems, undelivered }) {
  const slow = asked.filter(({ own, other }, index) => isSlow({ own, other }) && asked.slice(index + 1 - IN_A_ROW, index + 1).filter(isSlow).length === IN_A_ROW);
  return [
    ...lost.slice(0, SHOWN).map(({ response, question, value }) => {
      const kept = rows.filter(({ id }) => id === response).map(({ state, rev, question }) => `${state} ${rev} ${question}`);
      return `lost: ${question} = ${JSON.stringify(value)} of ${response}, of which is stored: ${kept.join(", ") || "nothing"}`;
    }),
    ...twice.map(({ id, question }) => `twice, or never given: ${question} of ${id}`),
    ...slow.slice(0, 1).map(({ own, other }) => `slow: ${slow.length} requests of the page's own, one took ${own.toFixed()} ms and the one beside it ${other.toFixed()}`),
    ...problems.map((it) => `said: ${it.slice(0, 300)}`),
    ...undelivered.map(({ response, reason }) => `given up: ${response}, ${reason}`),
  ];
}

const isSlow = ({ own, other }) => own > MOST && own - other > MOST;
const sorted = (list) => list.toSorted((a, b) => a - b);
const share = (list, part) => sorted(list)[Math.floor(list.length * part)]?.toFixed() ?? "-";
const most = (list) => (list.length ? Math.max(...list).toFixed() : "-");

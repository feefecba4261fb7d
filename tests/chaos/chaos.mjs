/**
 * `npm run chaos -- --seed N --runs 300`: real visits with everything that goes wrong, one after
 * another from seed N on. Prints what was given, stored, lost and there twice, and of what is wrong the seed.
 *
 * `npm run chaos -- --kill 60`: so often the browser is killed right after an answer. Prints after which
 * time it was kept, and lost.
 */
import { parseArgs } from "node:util";
import { startBrowser } from "./browser.mjs";
import { SAFE, killAfter, spansOf, tableOf } from "./kill.mjs";
import { planOf, told } from "./plan.mjs";
import { reportOf } from "./report.mjs";
import { run } from "./run.mjs";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    runs: { type: "string", default: "20" },
    length: { type: "string", default: "12" },
    kill: { type: "string" },
    verbose: { type: "boolean", default: false },
  },
});

const ends = [];
const t = { after: (end) => ends.unshift(end) };
try {
  const browser = await startBrowser(t);
  process.exitCode = (await (values.kill ? kills(browser) : runs(browser))) ? 0 : 1;
} finally {
  for (const end of ends) await end();
}

async function runs(browser) {
  const report = reportOf();
  for (let seed = +values.seed; seed < +values.seed + +values.runs; seed += 1) {
    const plan = planOf(seed, { length: +values.length, can: () => true });
    if (values.verbose) console.log(plan.steps.map(told).join("\n"));
    const start = performance.now();
    const found = await run(plan, browser);
    report.add(plan, found);
    const took = ((performance.now() - start) / 1000).toFixed(1);
    console.log(report.lineOf(plan, found), `${took} s`);
  }
  console.log(report.total());
  return report.isGood();
}

async function kills(browser) {
  const found = [];
  for (const span of spansOf(+values.kill)) {
    const it = await killAfter(span, browser);
    console.log(`killed ${it.span.toFixed(1)} ms after the answer: ${it.lost ? "lost" : "kept"}`);
    found.push(it);
  }
  console.log(tableOf(found));
  return found.every(({ span, lost }) => span < SAFE || lost === 0);
}

/** The page that a link in a mail leads to, in each engine: a rating is chosen, confirmed, and stored then. */
import assert from "node:assert/strict";
import { startCollector } from "../browser/support/collector.mjs";
import { definition } from "../browser/support/definitions.mjs";
import { inEachEngine } from "./support/each-engine.mjs";
import { run, until } from "./support/visitor.mjs";

/** Milliseconds that a post may take where the machine is busy. */
const PATIENCE = 30_000;

const ASKED = definition({ id: "mailed", template: "effort-10", triggers: { link: {} } });

/** What is in the card, by a selector, once it is there. */
const inCard = (page, css) =>
  until(page, `expected ${css}`, (css) => document.querySelector("effortlet-nudge")?.shadowRoot.querySelector(css), css);

inEachEngine("a rating in a link is stored once it is confirmed, and the page says when it is over", async (t, page) => {
  const collector = await startCollector(t, { definition: ASKED });
  await page.get(`${collector.address}/s/mailed?rating=9`);
  const point = await inCard(page, "[type=radio]:checked");
  assert.equal(await point.getAttribute("value"), "9");
  assert.deepEqual(await collector.rows("select id from response"), []);
  await page.actions().move({ origin: await inCard(page, ".next") }).click().perform();
  await until(page, "expected it to be over", () => !document.getElementById("closed").hidden);
  const stored = () => collector.rows(`select state, "trigger" as by from response`);
  await page.wait(async () => (await stored()).length > 0, PATIENCE, "expected it to be stored");
  assert.deepEqual(await stored(), [{ state: "complete", by: "link" }]);
  assert.deepEqual(await collector.rows("select rating, points from answer"), [{ rating: 9, points: 10 }]);
  await page.navigate().refresh();
  await until(page, "expected thanks", () => !document.getElementById("thanks").hidden);
  assert.equal(await run(page, () => document.querySelector("effortlet-nudge")), null);
});

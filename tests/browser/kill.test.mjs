/**
 * The browser is killed soon after an answer, while the endpoint is away: what the page was told of the
 * answer is true afterwards. localStorage alone reaches the disk only seconds later.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { definition, pageWith, survey } from "./support/definitions.mjs";
import { startHost } from "./support/host.mjs";
import { profile } from "./support/kill.mjs";
import { announcements, asked, nudge } from "./support/visitor.mjs";

const FOUND = "Did you find the information you needed?";
const SURVEY = survey({ event: { name: "go" } });

/** Milliseconds that a busy machine may take to tell the page of it. */
const PATIENCE = 5_000;

/** Milliseconds from the click to the end, or until the page is told of the answer where that takes longer. */
for (const span of [10, 50, 200]) {
  for (const countShown of [true, false]) {
    const how = countShown ? "" : ", though nothing was kept before it";
    test(`an answer is there after the browser was killed ${span} ms after the click${how}`, { timeout: 20_000 }, async (t) => {
      const endpoint = newEndpoint();
      const asks = definition(SURVEY, { countShown });
      const host = await startHost(t, { pages: { "/": pageWith(), "/effortlet.json": asks, "/v1/responses": endpoint.answer } });
      const { start } = await profile(t);

      const { context, kill } = await start();
      const heard = await announcements(context);
      const page = await context.newPage();
      await page.goto(host.origin);
      await page.evaluate(() => window.effortlet("show", "help-center"));
      await asked(page, FOUND);
      await nudge(page).getByRole("button", { name: "Yes" }).click();
      const told = () => heard.filter(({ happening }) => happening === "answered");
      await pause(span);
      for (const latest = Date.now() + PATIENCE; told().length === 0 && Date.now() < latest; ) await pause(1);
      await kill();
      assert.equal(told().length, 1, "the page was told of the answer");

      endpoint.isAway = false;
      const { context: later } = await start();
      await (await later.newPage()).goto(host.origin);
      const [{ response, question, value }] = told();
      const { answers } = await endpoint.arrived(({ id, rev }) => id === response && rev > 0);
      assert.deepEqual(answers.map((it) => [it.question, it.value]), [[question, value]]);
    });
  }
}

/** Takes nothing while it is away; then what it takes it says again, as the collector does. */
function newEndpoint() {
  const waiting = [];
  const endpoint = {
    isAway: true,
    answer(request, reply, body) {
      if (endpoint.isAway) return reply.destroy();
      const posted = [JSON.parse(body)].flat();
      const responses = posted.map(({ id, rev }) => ({ id, rev }));
      reply.writeHead(200, { "content-type": "application/json" });
      reply.end(JSON.stringify({ stored: posted.length, unchanged: 0, responses }));
      for (const it of posted) waiting.forEach((hear) => hear(it));
    },
    /** Resolves to the first response that is so. */
    arrived: (is) => new Promise((resolve) => waiting.push((it) => is(it) && resolve(it))),
  };
  return endpoint;
}

/** A page that is left waits in the back-forward cache, and comes back as it was: nothing of ours keeps it out. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, pageWith, survey } from "./support/definitions.mjs";
import { FOUND, HELPED } from "./support/interview.mjs";
import { stageInWindow } from "./support/stage.mjs";
import { asked, nudge, open, said } from "./support/visitor.mjs";

const BODY = `<h1>Help</h1><a href="/elsewhere">Elsewhere</a>
<script>
addEventListener("pagehide", () => (window.restored = undefined));
addEventListener("pageshow", ({ persisted }) => (window.restored = persisted));
</script>`;

/** What the collector says of a post. */
const taken = async (request, reply) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  const responses = [JSON.parse(Buffer.concat(parts))].flat().map(({ id, rev }) => ({ id, rev }));
  reply.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ stored: responses.length, unchanged: 0, responses }));
};

/** By what has become of a nudge when the page is left: what is done, and what is asked when it is back. */
const WHEN = {
  "nothing was asked": { act: async () => {}, then: undefined },
  "a nudge is there": { act: (page) => ask(page), then: FOUND },
  "a question was answered": {
    async act(page) {
      await ask(page);
      await nudge(page).getByRole("button", { name: "Yes" }).click();
      await asked(page, HELPED);
    },
    then: HELPED,
  },
  "a nudge was closed": {
    async act(page) {
      await ask(page);
      await nudge(page).getByRole("button", { name: "Close" }).click();
      await page.locator("effortlet-nudge").waitFor({ state: "detached" });
    },
    then: undefined,
  },
};

for (const [when, { act, then }] of Object.entries(WHEN)) {
  for (const [endpoint, answer] of Object.entries({ "that answers": taken, "that is mute": () => {} })) {
    test(`the page is kept where ${when}, with an endpoint ${endpoint}`, async (t) => {
      const pages = { "/": pageWith({ body: BODY }), "/elsewhere": "<!doctype html><title>Elsewhere</title>", "/v1/responses": answer };
      const { host, tabAt } = await stageInWindow(t, { definition: definition(survey({ event: { name: "go" } })), pages });
      const { page, seen } = await tabAt();
      await open(page, host.url("/"));
      await act(page);
      await page.getByRole("link", { name: "Elsewhere" }).click();
      await page.waitForURL("**/elsewhere");
      await page.evaluate(() => void history.back());
      await page.waitForFunction(() => window.restored !== undefined);
      const reasons = await page.evaluate(() => performance.getEntriesByType?.("navigation")?.[0]?.notRestoredReasons);
      assert.ok(await page.evaluate(() => window.restored), JSON.stringify(reasons));
      if (then) await asked(page, then);
      else assert.equal(await page.locator("effortlet-nudge").count(), 0);
      assert.deepEqual(said(seen), []);
    });
  }
}

async function ask(page) {
  await page.evaluate(() => window.effortlet("track", "go"));
  await asked(page, FOUND);
}

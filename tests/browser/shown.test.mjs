/** That a survey is shown is posted, whatever becomes of it; and of which revision of its page that was. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, pageWith } from "./support/definitions.mjs";
import { down, none } from "./support/faults.mjs";
import { HELPED, ON_GO, BY_MOUSE, beAsked, begin, responsesIn } from "./support/interview.mjs";
import { stage } from "./support/stage.mjs";
import { acknowledged, asked, whileTimePasses } from "./support/visitor.mjs";

const kept = (page) => page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("effortlet:outbox:")));

const states = async (collector) => (await responsesIn(collector)).map(({ rev, state }) => [rev, state]);

test("that a survey is shown is posted once, and an answer takes its place", async (t) => {
  const { collector, host, page } = await begin(t);
  await acknowledged(page);
  const [{ path, body }] = await host.displayed(1);
  const { rev, state, answers, timing } = body;
  assert.deepEqual({ path, rev, state, answers }, { path: "/v1/responses", rev: 0, state: "shown", answers: [] });
  assert.deepEqual(Object.keys(timing).toSorted(), ["sentAt", "shownAt"]);
  assert.deepEqual(await states(collector), [[0, "shown"]]);
  await BY_MOUSE.press(page, "Yes");
  await asked(page, HELPED);
  await acknowledged(page);
  assert.deepEqual(await states(collector), [[1, "partial"]]);
  const [{ body: answered }] = await host.posted(1);
  assert.equal(answered.id, body.id);
  assert.equal(host.shown.length, 1);
});

test("what an answer has overtaken is not posted after it", async (t) => {
  const { collector, host, tabAt } = await stage(t, { definition: definition(ON_GO) });
  host.fault = down;
  const { page } = await beAsked(tabAt);
  await host.displayed(1);
  await BY_MOUSE.press(page, "Yes");
  await asked(page, HELPED);
  await host.posted(1);
  const before = host.shown.length;
  host.fault = none;
  await whileTimePasses(page, acknowledged(page));
  assert.equal(host.shown.length, before);
  assert.deepEqual(await states(collector), [[1, "partial"]]);
});

for (const [how, more] of Object.entries({ "a definition does not count it": { countShown: false }, "there is no endpoint": { endpoint: undefined } })) {
  test(`nothing is kept or posted when a survey is shown and ${how}`, async (t) => {
    const { host, tabAt } = await stage(t, { definition: definition(ON_GO, more) });
    const { page } = await beAsked(tabAt);
    assert.deepEqual(await kept(page), []);
    await page.clock.runFor(60_000);
    assert.deepEqual([host.shown, host.posts], [[], []]);
  });
}

const ld = (it) => `<script type="application/ld+json">${JSON.stringify(it)}</script>`;
const meta = (content) => `<meta property="article:modified_time" content="${content}">`;
const marked = '<article data-revision="7">Refunds</article>';

const REVISIONS = {
  "JSON-LD": [ld({ "@type": "Article", dateModified: "2026-02-11" }), "2026-02-11"],
  "JSON-LD that is a graph": [ld({ "@graph": [{ "@type": "WebSite" }, { "@type": "WebPage", dateModified: "2026-02-12T10:00:00Z" }] }), "2026-02-12T10:00:00Z"],
  "JSON-LD before all others": [ld([{ "@type": "TechArticle", dateModified: "2026-02-13" }]) + meta("2025-01-01") + marked, "2026-02-13"],
  "JSON-LD that says none": [ld({ "@type": "Article", dateModified: 7 }) + ld({ dateModified: " " }) + "<script type='application/ld+json'>{</script>" + meta("2026-02-14"), "2026-02-14"],
  "Open Graph": [meta("2026-02-15T08:00:00+02:00") + marked, "2026-02-15T08:00:00+02:00"],
  "an element": [marked, "7"],
  "a long text": [`<p data-revision=" ${"x".repeat(150)}">`, "x".repeat(100)],
  "nothing": ["<p>Refunds</p><p data-revision='  '>", undefined],
};

for (const [what, [body, revision]] of Object.entries(REVISIONS)) {
  test(`a response has the revision of its page: ${what}`, async (t) => {
    const { host, tabAt } = await stage(t, { definition: definition(ON_GO), pages: { "/": pageWith({ body }) } });
    const { page } = await beAsked(tabAt);
    const [{ body: shown }] = await host.displayed(1);
    assert.equal(shown.page.revision, revision);
    await BY_MOUSE.press(page, "Yes");
    const [{ body: answered }] = await host.posted(1);
    assert.equal(answered.page.revision, revision);
  });
}

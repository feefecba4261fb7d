/** What of a page and its visitor leaves: well-formed, within its limits, and as far as the team lets it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, pageWith, survey } from "./support/definitions.mjs";
import { FOUND, HELPED, IMPROVE, THANKS } from "./support/interview.mjs";
import { stage } from "./support/stage.mjs";
import { acknowledged, asked, nudge, open } from "./support/visitor.mjs";

const WORDS = "Jane says: shorter words";

/** A visitor who answers everything on a page; `prepare` runs in it before. Gives what was posted and kept. */
async function answered(t, { prepare = () => {}, more, path = "/", body, start } = {}) {
  const asks = definition(survey({ event: { name: "go" } }), more);
  const it = await stage(t, { definition: asks, pages: { [path.split(/[?#]/)[0]]: pageWith({ body }) } });
  const { page } = await it.tabAt();
  await open(page, path);
  await page.evaluate(prepare);
  if (start) await page.evaluate(`(${start})(${JSON.stringify(asks)})`);
  await page.evaluate(() => window.effortlet("track", "go"));
  await asked(page, FOUND);
  await nudge(page).getByRole("button", { name: "Yes" }).click();
  await asked(page, HELPED);
  await nudge(page).getByRole("radio").nth(5).click();
  await asked(page, IMPROVE);
  await nudge(page).getByRole("textbox").fill(WORDS);
  await nudge(page).getByRole("button", { name: "Send" }).click();
  await asked(page, THANKS);
  await acknowledged(page);
  const rows = await it.collector.rows("select rev, state, page_url, page_title, context from response");
  const texts = await it.collector.rows("select text from answer where text is not null");
  return { ...it, page, rows, texts: texts.map(({ text }) => text) };
}

test("a title and traits that are cut inside an emoji are taken, with U+FFFD for what is left of it", async (t) => {
  const { rows, texts } = await answered(t, {
    prepare: () => {
      document.title = `Refunds \ud83d`;
      window.effortlet("identify", { plan: "\ude42 pro", ["\ud83d"]: true, seats: 1.5, huge: 1e21, long: "🙂".repeat(600), never: NaN });
    },
  });
  assert.deepEqual([rows[0].rev, rows[0].state, rows[0].page_title], [3, "complete", "Refunds \ufffd"]);
  const context = JSON.parse(rows[0].context);
  assert.deepEqual(context, { plan: "\ufffd pro", "\ufffd": true, seats: 1.5, huge: 1e21, long: "🙂".repeat(500) });
  assert.deepEqual(texts, [WORDS]);
});

test("a page of which everything is too long has its answers taken", async (t) => {
  const { rows } = await answered(t, {
    path: `/help/${"a".repeat(3000)}`,
    prepare: () => {
      document.title = "\ud83d\ude42".repeat(50_000);
      window.effortlet("identify", Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`n${index}`, "x".repeat(9_000)])));
    },
  });
  const [{ state, page_title: title, page_url: url, context }] = rows;
  assert.deepEqual([state, title, url.length], ["complete", "🙂".repeat(300), 2000]);
  assert.ok(context.length <= 8000 && context.length > 7000, `${context.length}`);
});

test("what a page has put on lists, objects and dates changes nothing of what is posted and remembered", async (t) => {
  const { rows, texts, page } = await answered(t, {
    prepare: () => {
      // As old versions of a library have it.
      Object.prototype.toJSON = () => "[object]";
      Array.prototype.toJSON = () => "[list]";
      String.prototype.toJSON = () => "text";
      Date.prototype.toISOString = () => "today";
      Date.prototype.toJSON = () => "today";
      for (const name of ["toJSON"]) for (const it of [Object, Array, String]) Object.defineProperty(it.prototype, name, { enumerable: false });
    },
  });
  assert.deepEqual([rows[0].rev, rows[0].state], [3, "complete"]);
  assert.deepEqual(texts, [WORDS]);
  const remembered = await page.evaluate(() => localStorage.getItem("effortlet"));
  assert.match(remembered, /^\[null,"help-center",\d+,0,\d+\]$/);
});

test("a fragment that is a route is told without its query, and masked", async (t) => {
  const { rows, host } = await answered(t, { path: "/app?token=1#/u/jane@acme.example/refunds?token=2" });
  assert.equal(rows[0].page_url, host.url("/app#/u/[e-mail]/refunds"));
});

test("neither title nor address is told where the team does not want it", async (t) => {
  const { rows, host } = await answered(t, { path: "/help/billing/jane", more: { page: { title: false, url: "/help/:section/**" } } });
  assert.deepEqual([rows[0].page_title, rows[0].page_url], ["", host.url("/help/:section/**")]);
});

/** What a team's own code gives, and what is kept then. */
const HOOKS = [
  ["changes the copy", (it) => void it.answers.forEach((one) => one.kind === "text" && (one.value = one.value.replace("Jane", "J."))), { texts: ["J. says: shorter words"], title: "Help" }],
  ["gives another", ({ page, ...it }) => ({ ...it, id: "x", rev: 99, page: { title: "Redacted" } }), { texts: [WORDS], title: "Redacted", url: "" }],
  ["leaves answers out", (it) => ({ ...it, answers: it.answers.filter((one) => one.kind !== "text") }), { texts: [], title: "Help" }],
  ["throws", () => { throw new Error("redact"); }, { texts: [], title: "", url: "" }],
  ["gives nonsense", () => 7, { texts: [], title: "", url: "" }],
  ["gives a promise", async (it) => it, { texts: [], title: "", url: "" }],
];

for (const [how, hook, expected] of HOOKS) {
  test(`a hook that ${how} decides what is kept, and it stays a response`, async (t) => {
    const { rows, texts, host, page } = await answered(t, {
      start: `(asks) => window.effortlet("start", asks, { redact: ${hook} })`,
    });
    assert.deepEqual([rows[0].rev, rows[0].state, rows[0].page_title], [3, "complete", expected.title]);
    assert.equal(rows[0].page_url, expected.url === "" ? host.origin : host.url("/"));
    assert.deepEqual(texts, expected.texts);
    if (expected.texts[0] !== WORDS) {
      const kept = await page.evaluate(() => Object.values(localStorage).join());
      assert.doesNotMatch(kept, /Jane/);
    }
  });
}

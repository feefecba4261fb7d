import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, survey } from "./support/definitions.mjs";
import { FOUND, HELPED, SOUGHT, IMPROVE, THANKS, ON_GO, beAsked, begin, answersIn, responsesIn, chosen, rated, wrote, BY_MOUSE } from "./support/interview.mjs";
import { NOON, stage } from "./support/stage.mjs";
import { acknowledged, asked, close, focused, nudge, open, said, tabTo } from "./support/visitor.mjs";

const BY_KEYBOARD = {
  async press(page, name) {
    await tabTo(page, name);
    await page.keyboard.press("Enter");
  },
  async rate(page, rating) {
    await tabTo(page, "1 of 7, Strongly disagree");
    await page.keyboard.press("Space");
    for (let at = 1; at < rating; at += 1) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
  },
  async write(page, text) {
    await tabTo(page, "textarea");
    await page.keyboard.type(text);
    await tabTo(page, "Send");
    await page.keyboard.press("Space");
  },
};

const BY_TOUCH = {
  ...BY_MOUSE,
  press: (page, name) => nudge(page).getByRole("button", { name, exact: true }).tap(),
  rate: (page, rating) => nudge(page).getByRole("radio", { name: `${rating} of 7` }).tap(),
};

const WAYS = {
  "by mouse": { way: BY_MOUSE },
  "by keyboard alone": { way: BY_KEYBOARD },
  "by touch": { way: BY_TOUCH, settings: { hasTouch: true, viewport: { width: 375, height: 667 } } },
};

for (const [how, { way, settings }] of Object.entries(WAYS)) {
  test(`who found it rates, says more and is thanked, ${how}`, async (t) => {
    const { collector, host, page, seen, heard } = await begin(t, { settings });
    await way.press(page, "Yes");
    await asked(page, HELPED);
    await way.rate(page, 6);
    await asked(page, IMPROVE);
    await way.write(page, "Shorter words");
    await asked(page, THANKS);
    await acknowledged(page);

    assert.deepEqual(await answersIn(collector), [chosen("yes"), rated(6), wrote("improve", "Shorter words")]);
    const [response, ...others] = await responsesIn(collector);
    assert.deepEqual(others, []);
    const { rev, state, survey, trigger, locale, page_url, page_title, shown_at } = response;
    assert.deepEqual(
      { rev, state, survey, trigger, locale, page_url, page_title },
      { rev: 3, state: "complete", survey: "help-center", trigger: "event", locale: "en", page_url: host.url("/"), page_title: "Help" },
    );
    assert.ok(Math.abs(response.answered_at - shown_at) < 60_000);
    assert.deepEqual(heard.map(({ happening }) => happening), ["shown", "answered", "answered", "answered", "completed"]);
    assert.ok(heard.every((it) => it.response === response.id && it.survey === "help-center" && it.trigger === "event"));
    assert.deepEqual(heard.slice(1, 4).map(({ question, value }) => [question, value]), [["found", "yes"], ["effort", 6], ["improve", "Shorter words"]]);
    assert.deepEqual(said(seen), []);
  });

  test(`who did not find it says what was sought, skips the rest and is thanked, ${how}`, async (t) => {
    const { collector, page, seen } = await begin(t, { settings });
    await way.press(page, "No");
    await asked(page, SOUGHT);
    await way.write(page, "A refund");
    await asked(page, IMPROVE);
    await way.press(page, "Skip");
    await asked(page, THANKS);
    await acknowledged(page);

    assert.deepEqual(await answersIn(collector), [chosen("no"), wrote("sought", "A refund")]);
    const rows = await responsesIn(collector);
    assert.deepEqual(rows.map(({ rev, state }) => ({ rev, state })), [{ rev: 3, state: "complete" }]);
    assert.deepEqual(said(seen), []);
  });
}

test("each answer is posted as it is given", async (t) => {
  const { collector, host, page } = await begin(t);
  await BY_MOUSE.press(page, "Yes");
  await asked(page, HELPED);
  await acknowledged(page);
  assert.deepEqual(await answersIn(collector), [chosen("yes")]);
  await BY_MOUSE.rate(page, 6);
  await asked(page, IMPROVE);
  await acknowledged(page);
  assert.deepEqual(await answersIn(collector), [chosen("yes"), rated(6)]);
  const [{ state, id }] = await responsesIn(collector);
  assert.equal(state, "partial");
  assert.deepEqual(host.posts.map(({ path, body }) => [path, body.id, body.rev]), [["/v1/responses", id, 1], ["/v1/responses", id, 2]]);
});

test("the report's figures equal the answers of eight visitors, and one who closed counts in none", async (t) => {
  const { collector, host, page, visitor } = await begin(t);
  await close(page);
  await acknowledged(page);
  const given = [6, 7, 4, 2, 5, 7, "an invoice", "a phone number"];
  for (const [index, answer] of given.entries()) {
    const { page } = await beAsked((await visitor()).tabAt);
    await BY_MOUSE.press(page, typeof answer === "number" ? "Yes" : "No");
    if (typeof answer === "number") await BY_MOUSE.rate(page, answer);
    else await BY_MOUSE.write(page, answer);
    await asked(page, IMPROVE);
    if (index === 0) await BY_MOUSE.write(page, "Shorter words");
    else await BY_MOUSE.press(page, "Skip");
    await asked(page, THANKS);
    await acknowledged(page);
    await page.context().close();
  }

  const report = await (await fetch(host.url("/v1/surveys/help-center/report"))).json();
  assert.deepEqual(report.totals, { shown: 9, responses: 9, complete: 8, partial: 0, dismissed: 1 });
  assert.equal(report.versions.length, 1);
  const [{ foundRate, scores }] = report.versions;
  assert.deepEqual([foundRate.value, foundRate.n], [6 / 8, 8]);
  assert.equal(scores.length, 1);
  const [{ question, points, easyIs, mean, easyShare, netEffort, easySuccess, distribution }] = scores;
  assert.deepEqual([question, points, easyIs], ["effort", 7, "high"]);
  assert.deepEqual([mean.value, mean.n], [(6 + 7 + 4 + 2 + 5 + 7) / 6, 6]);
  assert.deepEqual([easyShare.value, easyShare.n], [4 / 6, 6]);
  assert.deepEqual([netEffort.value, netEffort.n], [(4 - 1) / 6, 6]);
  assert.deepEqual([easySuccess.value, easySuccess.n], [4 / 8, 8]);
  assert.deepEqual(distribution.map(({ rating, count }) => [rating, count]), [[1, 0], [2, 1], [3, 0], [4, 1], [5, 1], [6, 1], [7, 2]]);
  assert.deepEqual(report.comments, [], "three have written, and would be told apart");
  const written = await collector.rows("select question, text from answer where kind = 'text'");
  const texts = written.map(({ question, text }) => `${question}: ${text}`);
  assert.deepEqual(texts.toSorted(), ["improve: Shorter words", "sought: a phone number", "sought: an invoice"]);
  assert.equal(await collector.rows("select count(*) as n from response").then(([{ n }]) => n), 9);
});

test("who goes back and answers otherwise leaves no trace of the first way", async (t) => {
  const { collector, page } = await begin(t);
  await BY_MOUSE.press(page, "Yes");
  await BY_MOUSE.rate(page, 2);
  await asked(page, IMPROVE);
  await BY_MOUSE.press(page, "Back");
  await asked(page, HELPED);
  assert.equal(await nudge(page).getByRole("radio", { name: "2 of 7" }).isChecked(), true);
  await BY_MOUSE.press(page, "Back");
  await asked(page, FOUND);
  await BY_MOUSE.press(page, "No");
  await BY_MOUSE.write(page, "A refund");
  await BY_MOUSE.press(page, "Skip");
  await asked(page, THANKS);
  await acknowledged(page);
  assert.deepEqual(await answersIn(collector), [chosen("no"), wrote("sought", "A refund")]);
  const rows = await responsesIn(collector);
  assert.deepEqual(rows.map(({ rev, state }) => [rev, state]), [[5, "complete"]]);
});

test("who sends nothing where an answer is needed is told so, and goes on with one", async (t) => {
  const { page } = await begin(t);
  await BY_MOUSE.press(page, "Yes");
  await asked(page, HELPED);
  await BY_MOUSE.press(page, "Next");
  const mistake = nudge(page).getByRole("alert");
  await mistake.waitFor();
  assert.equal(await mistake.textContent(), "Please give an answer first.");
  await BY_MOUSE.rate(page, 7);
  await asked(page, IMPROVE);
  assert.equal(await mistake.count(), 0);
});

test("arrows move over the scale and answer nothing", async (t) => {
  const { host, page } = await begin(t);
  await BY_KEYBOARD.press(page, "Yes");
  await asked(page, HELPED);
  await acknowledged(page);
  await tabTo(page, "1 of 7, Strongly disagree");
  for (const expected of ["2 of 7", "3 of 7", "4 of 7"]) {
    await page.keyboard.press("ArrowRight");
    assert.equal(await focused(page), expected);
    assert.equal(await nudge(page).getByRole("radio", { name: expected }).isChecked(), true);
  }
  await asked(page, HELPED);
  assert.equal(host.posts.length, 1);
  await page.keyboard.press("Enter");
  await asked(page, IMPROVE);
  await acknowledged(page);
  assert.equal(host.posts.at(-1).body.answers[1].value, 4);
});

const MARKUP = '<img src=x onerror="hacked = true"> & <b>"bold"</b> \u2028 🙂 {organization}';

test("markup in a text is text, where it is shown and where it is kept", async (t) => {
  const title = "<b>Found</b> <script>hacked = true</script>it?";
  const questions = [{ id: "found", text: title }];
  const marked = definition({ ...ON_GO, questions, thanks: "<i>Thanks</i>" }, { organization: "<b>Acme</b>" });
  const { collector, tabAt } = await stage(t, { definition: marked });
  const { page, seen } = await tabAt();
  await open(page);
  await page.evaluate(() => window.effortlet("track", "go"));
  await asked(page, title);
  await BY_MOUSE.press(page, "No");
  await nudge(page).getByRole("textbox").click();
  await page.keyboard.insertText(MARKUP);
  await BY_MOUSE.press(page, "Send");
  await asked(page, IMPROVE);
  await BY_MOUSE.press(page, "Back");
  await asked(page, SOUGHT);
  assert.equal(await nudge(page).getByRole("textbox").inputValue(), MARKUP);
  await BY_MOUSE.press(page, "Send");
  await BY_MOUSE.press(page, "Skip");
  await asked(page, "<i>Thanks</i>");
  await acknowledged(page);
  assert.deepEqual((await answersIn(collector))[1], wrote("sought", MARKUP));
  assert.equal(await page.evaluate(() => "hacked" in window), false);
  assert.deepEqual(said(seen), []);
});

test("what is posted keeps neither the query nor the fragment of the page", async (t) => {
  const { host, tabAt } = await stage(t, { definition: definition(ON_GO) });
  const { page } = await beAsked(tabAt, "/?email=ada@example.org#token");
  await BY_MOUSE.press(page, "Yes");
  await acknowledged(page);
  const [{ body }] = host.posts;
  assert.equal(body.page.url, host.url("/"));
  assert.equal(body.timing.shownAt.slice(0, 16), NOON.toISOString().slice(0, 16));
  assert.ok(!JSON.stringify(body).includes("ada@"));
});

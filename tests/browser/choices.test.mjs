/** What only the full edition asks: choices, messages, scales that are no row of numbers. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, pageWith } from "./support/definitions.mjs";
import { stage } from "./support/stage.mjs";
import { acknowledged, asked, focused, nudge, open, said, tabTo } from "./support/visitor.mjs";

const THANKS = "Thank you for your feedback!";
const WHY = "Why did you come?";
const OPTIONS = [
  { id: "price", text: "The price" },
  { id: "speed", text: "The <b>speed</b>" },
  { id: "looks", text: "The looks" },
];
const CHOICE = { id: "why", kind: "choice", text: WHY, options: OPTIONS };
const MORE = { id: "more", kind: "text", text: "More on {answer.why}?", optional: true };

/** A visitor who is being asked these questions. */
async function begin(t, questions) {
  const survey = { id: "own", version: "1", questions, triggers: { event: { name: "go" } }, frequency: { preset: "none" } };
  const it = await stage(t, { definition: definition(survey), pages: { "/": pageWith({ body: "<button>A button</button>" }) } });
  const { page, seen } = await it.tabAt();
  await open(page);
  await page.evaluate(() => window.effortlet("track", "go"));
  return { ...it, page, seen };
}

const choose = (page, name) => nudge(page).locator("label").filter({ hasText: name }).click();
const press = (page, name) => nudge(page).getByRole("button", { name, exact: true }).click();

/** What is kept of all answers, in the order they were given. */
async function answersIn(page, collector) {
  await acknowledged(page);
  return collector.rows("select question, kind, coalesce(choice, rating, text) given from answer order by position");
}

const gave = (question, kind, given) => ({ question, kind, given });

test("a press on the only option that may be chosen answers", async (t) => {
  const { page, seen, collector } = await begin(t, [CHOICE, MORE]);
  await asked(page, WHY);
  await choose(page, "The <b>speed</b>");
  await asked(page, "More on The <b>speed</b>?");
  await press(page, "Skip");
  await asked(page, THANKS);
  assert.deepEqual(await answersIn(page, collector), [gave("why", "choice", "speed")]);
  assert.deepEqual(said(seen), []);
});

test("by keys an option is chosen with arrows, which answer nothing, and sent with Enter", async (t) => {
  const { page, collector } = await begin(t, [CHOICE]);
  await asked(page, WHY);
  await tabTo(page, "The price");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  assert.equal(await focused(page), "The looks");
  await asked(page, WHY);
  await page.keyboard.press("Enter");
  await asked(page, THANKS);
  assert.deepEqual(await answersIn(page, collector), [gave("why", "choice", "looks")]);
});

test("several options, and words beside, are answers of their own, and stand there again on the way back", async (t) => {
  const { page, collector } = await begin(t, [{ ...CHOICE, many: true, other: "Something else", limit: 20 }, MORE]);
  await asked(page, WHY);
  await press(page, "Next");
  await nudge(page).getByRole("alert").getByText("Please give an answer first.").waitFor();
  await choose(page, "The price");
  await choose(page, "Something else");
  await page.keyboard.type("Only <i>looking</i> around, thank you");
  await press(page, "Next");
  await asked(page, "More on The price, Only <i>looking</i>?");
  await press(page, "Back");
  await asked(page, WHY);
  for (const [name, checked] of [["The price", true], ["The looks", false], ["Something else", true]]) {
    assert.equal(await nudge(page).getByRole("checkbox", { name }).isChecked(), checked, name);
  }
  assert.equal(await nudge(page).getByRole("textbox", { name: "Something else" }).inputValue(), "Only <i>looking</i>");
  await choose(page, "Something else");
  await choose(page, "The looks");
  await press(page, "Next");
  await press(page, "Skip");
  await asked(page, THANKS);
  assert.deepEqual(await answersIn(page, collector), [gave("why", "choice", "price"), gave("why", "choice", "looks")]);
});

test("what was written beside is kept as words", async (t) => {
  const { page, collector } = await begin(t, [{ ...CHOICE, other: "Something else" }]);
  await asked(page, WHY);
  await choose(page, "Something else");
  await page.keyboard.type("Curiosity");
  await page.keyboard.press("Enter");
  await asked(page, THANKS);
  assert.deepEqual(await answersIn(page, collector), [gave("why", "choice", "other"), gave("why", "text", "Curiosity")]);
});

test("a message asks nothing, and an earlier answer leads past it", async (t) => {
  const found = { id: "found", kind: "yesNo", text: "Found it?" };
  const hello = { id: "hello", kind: "message", text: "Nearly there.", branch: [{ when: { answer: "found", is: "no" }, to: "end" }] };
  const { page, collector } = await begin(t, [found, hello, { id: "more", kind: "text", text: "More?" }]);
  await asked(page, "Found it?");
  await press(page, "Yes");
  await asked(page, "Nearly there.");
  assert.equal(await nudge(page).getByRole("radio").count(), 0);
  await press(page, "Back");
  await press(page, "No");
  await asked(page, "Nearly there.");
  await press(page, "Next");
  await asked(page, THANKS);
  assert.deepEqual(await answersIn(page, collector), [gave("found", "yesNo", "no")]);
});

const FIVE = ["No", "Rather not", "So-so", "Rather", "Yes"];

for (const { look, points, labels, names, shown } of [
  { look: "faces", points: 5, labels: ["Hard", "Easy"], names: ["1 of 5, Hard", "2 of 5", "5 of 5, Easy"], shown: 5 },
  { look: "stars", points: 7, labels: ["Bad", "Good"], names: ["1 of 7, Bad", "7 of 7, Good"], shown: 7 },
  { look: "labels", points: 5, labels: FIVE, names: ["1 of 5, No", "3 of 5, So-so", "5 of 5, Yes"], shown: 0 },
  { look: "numbers", points: 5, labels: FIVE, names: ["2 of 5, Rather not", "4 of 5, Rather"], shown: 0 },
]) {
  test(`a scale of ${look} with ${labels.length} labels says what its points mean, and is answered by mouse and keys`, async (t) => {
    const effort = (id) => ({ id, kind: "effort", text: `How easy, ${id}?`, scale: { points, look, labels } });
    const { page, collector } = await begin(t, [effort("one"), effort("two")]);
    await asked(page, "How easy, one?");
    for (const name of names) assert.equal(await nudge(page).getByRole("radio", { name, exact: true }).count(), 1, name);
    assert.equal(await nudge(page).locator("svg").count(), shown);
    await nudge(page).locator("label").last().click();
    await asked(page, "How easy, two?");
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowRight");
    await asked(page, "How easy, two?");
    await page.keyboard.press("Enter");
    await asked(page, THANKS);
    assert.deepEqual(await answersIn(page, collector), [gave("one", "effort", points), gave("two", "effort", 2)]);
  });
}

for (const order of ["reading", "leftToRight"]) {
  test(`in Arabic a scale whose order is ${order} says so in what is kept`, async (t) => {
    const effort = { id: "effort", kind: "effort", text: { ar: "ما مدى سهولة حل مشكلتك؟" }, scale: { order, labels: ["صعب جدًا", "سهل جدًا"] } };
    const { page, collector } = await begin(t, [effort]);
    await asked(page, effort.text.ar);
    const [one, seven] = await Promise.all(["1", "7"].map((it) => nudge(page).locator(`input[value="${it}"]`).boundingBox()));
    const [hard, easy] = await Promise.all(effort.scale.labels.map((it) => nudge(page).getByText(it, { exact: true }).boundingBox()));
    const isLeft = order === "leftToRight";
    assert.deepEqual([one.x < seven.x, hard.x < easy.x], [isLeft, isLeft]);
    await nudge(page).locator('input[value="7"]').click();
    await acknowledged(page);
    assert.deepEqual(await collector.rows("select rating, scale_order from answer"), [{ rating: 7, scale_order: isLeft ? order : null }]);
  });
}

/** How far the card is scrolled, and how far it can be. */
const scrolling = (page) => nudge(page).evaluate(({ scrollTop, scrollHeight, clientHeight }) => [scrollTop, scrollHeight - clientHeight]);

test("after a question that had to be scrolled the next one begins with its title", async (t) => {
  const options = Array.from({ length: 14 }, (_, index) => ({ id: `o${index}`, text: `Option ${index}` }));
  const { page } = await begin(t, ["One?", "Two?"].map((text, index) => ({ id: `q${index}`, kind: "choice", text, options, many: true })));
  await page.setViewportSize({ width: 375, height: 600 });
  await asked(page, "One?");
  await choose(page, "Option 13");
  assert.ok((await scrolling(page))[0] > 0);
  // What is missing is said where one is.
  await choose(page, "Option 13");
  await press(page, "Next");
  await nudge(page).getByRole("alert").waitFor();
  await nudge(page).getByRole("checkbox", { name: "Option 13" }).evaluate((it) => (it.checked = true));
  await nudge(page).getByRole("button", { name: "Next" }).evaluate((it) => it.click());
  await asked(page, "Two?");
  assert.equal((await scrolling(page))[0], 0);
});

test("a scale on a narrow screen has nothing to scroll", async (t) => {
  const { page } = await begin(t, [{ id: "ease", kind: "effort", text: "Easy?" }]);
  await page.setViewportSize({ width: 390, height: 844 });
  await asked(page, "Easy?");
  assert.deepEqual(await scrolling(page), [0, 0]);
});

test("Enter sends in the panel of a tab as in a card", async (t) => {
  const survey = { id: "own", questions: [{ id: "ease", kind: "effort", text: "Easy?" }, CHOICE], triggers: { event: { name: "go" } }, frequency: { preset: "none" }, layout: { tab: {} } };
  const { tabAt } = await stage(t, { definition: definition(survey) });
  const { page } = await tabAt();
  await open(page);
  await page.evaluate(() => window.effortlet("track", "go"));
  const panel = page.locator("effortlet-nudge");
  await panel.getByRole("button", { name: "Feedback" }).click();
  await panel.getByRole("radio", { name: "2 of 7" }).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await panel.getByRole("heading", { name: WHY }).waitFor();
});

/**
 * The page that a link in a message leads to, as the collector serves it: a rating in the link is chosen, and
 * nothing is stored until somebody confirms it.
 */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { freshContext } from "./support/browser.mjs";
import { startCollector } from "./support/collector.mjs";
import { definition } from "./support/definitions.mjs";
import { faultsInLightAndDark } from "./support/examined.mjs";
import { record, warnings } from "./support/recorder.mjs";
import { asked, close, gone, nudge, tabTo } from "./support/visitor.mjs";

const QUESTION = "How easy was it to solve your problem?";
const MORE = "What could we have made easier?";
const MINUTE = 60_000;

/** Nobody would be asked by these on a page of the team's own. */
const HELD_BACK = { triggers: { event: { name: "never" } }, audience: { sample: { percent: 0 } }, layout: { corner: "topStart" } };

const ASKED = definition(
  [
    { id: "mailed", template: "resolution", ...HELD_BACK },
    { id: "help-center", template: "help-center", ...HELD_BACK },
  ],
  {
    endpoint: "https://elsewhere.example/v1/responses",
    origins: ["https://acme.example"],
    theme: { accent: "#7a1fa2", surface: "#fffaf3", ink: "#2b1d0e", dark: { accent: "#e0b3ff", onAccent: "#2b0040", surface: "#1d1622", ink: "#f3eaf7" } },
  },
);

/** A collector, and what opens a page of it in a profile of its own. */
async function begin(t, settings) {
  const collector = await startCollector(t, { definition: ASKED });
  const context = await freshContext(t, { baseURL: collector.address, ...settings });
  const stored = () => collector.rows(`select survey, "trigger" as by, state from response`);
  return { collector, context, stored };
}

async function open(context, address) {
  const page = await context.newPage();
  const seen = record(page);
  await page.clock.install();
  await page.goto(address);
  return { page, posts: () => seen.requests.filter((it) => it.startsWith("POST")), seen };
}

const point = (page, rating) => nudge(page).getByRole("radio", { name: `${rating} of 7` });
const confirmed = (page) => page.waitForResponse((it) => it.request().method() === "POST" && it.ok());

test("who opens a link sees the rating of it chosen, and nothing is posted or kept, however long the page is open", async (t) => {
  const { context, stored } = await begin(t);
  const { page, posts, seen } = await open(context, "/s/mailed?rating=6&article=refunds");
  await asked(page, QUESTION);
  assert.equal(await point(page, 6).isChecked(), true);
  assert.equal(await page.getByText("please confirm your choice").isVisible(), true);
  await page.clock.runFor(10 * MINUTE);
  await page.mouse.move(200, 200);
  await page.reload();
  await asked(page, QUESTION);
  assert.equal(await point(page, 6).isChecked(), true, "after a reload");
  await page.goto("about:blank");
  assert.deepEqual(posts(), []);
  assert.deepEqual(await stored(), []);
  assert.deepEqual([seen.console, seen.errors], [[], []]);
});

/** How somebody confirms, and what counts then. */
const CONFIRMING = {
  "the button": [(page) => nudge(page).getByRole("button", { name: "Next" }).click(), 6],
  "a press of the same point": [(page) => point(page, 6).click(), 6],
  "a press of another point": [(page) => point(page, 2).click(), 2],
  "the keyboard": [async (page) => {
    await tabTo(page, "6 of 7");
    await page.keyboard.press("Enter");
  }, 6],
};

for (const [how, [confirm, expected]] of Object.entries(CONFIRMING)) {
  test(`what is confirmed by ${how} is stored once, and a reload does not ask again`, async (t) => {
    const { collector, context, stored } = await begin(t, { viewport: { width: 375, height: 700 } });
    const { page, posts, seen } = await open(context, "/s/mailed?effort=6");
    await asked(page, QUESTION);
    const [reply] = await Promise.all([confirmed(page), confirm(page)]);
    assert.deepEqual((await reply.json()).apart, undefined, "it is of the version that is known");
    await asked(page, MORE);
    assert.equal(await page.getByText("please confirm your choice").isVisible(), false);
    await Promise.all([confirmed(page), nudge(page).getByRole("button", { name: "Skip" }).click()]);
    await page.getByText("You can close this page.").waitFor();
    assert.equal(await page.getByRole("heading", { name: "Thank you.", exact: true }).isVisible(), false, "the widget says thanks");
    await page.clock.runFor(10_000);
    await gone(page);
    await page.getByRole("heading", { name: "Thank you.", exact: true }).waitFor();

    assert.deepEqual(await stored(), [{ survey: "mailed", by: "link", state: "complete" }]);
    assert.deepEqual(await collector.rows("select rating from answer where rating is not null"), [{ rating: expected }]);
    assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), [], "what is kept on the device");
    const before = posts().length;
    await page.reload();
    await page.getByRole("heading", { name: "Thank you.", exact: true }).waitFor();
    await page.clock.runFor(MINUTE);
    assert.equal(await nudge(page).count(), 0);
    assert.equal(await page.getByText("please confirm your choice").isVisible(), false);
    assert.equal(posts().length, before);
    assert.equal((await stored()).length, 1);
    assert.deepEqual([seen.errors, warnings(seen)], [[], []]);
  });
}

test("the same link in another message asks again, at once", async (t) => {
  const { context, stored } = await begin(t);
  for (const count of [1, 2]) {
    const { page } = await open(context, "/s/mailed?rating=3");
    await asked(page, QUESTION);
    await Promise.all([confirmed(page), point(page, 3).click()]);
    await asked(page, MORE);
    assert.equal((await stored()).length, count);
  }
});

test("two mails that are open at once both ask", async (t) => {
  const { context } = await begin(t);
  for (const rating of [2, 7]) {
    const { page } = await open(context, `/s/mailed?rating=${rating}`);
    await asked(page, QUESTION);
    assert.equal(await point(page, rating).isChecked(), true);
  }
});

test("a rating waits for the question that it answers", async (t) => {
  const { context, stored } = await begin(t);
  const { page, seen } = await open(context, "/s/default/help-center?rating=6");
  await asked(page, "Did you find the information you needed?");
  assert.equal(await page.locator("#confirm").count(), 0);
  await Promise.all([confirmed(page), nudge(page).getByRole("button", { name: "Yes" }).click()]);
  await asked(page, /helped me find a solution/);
  assert.equal(await point(page, 6).isChecked(), true);
  await Promise.all([confirmed(page), nudge(page).getByRole("button", { name: "Next" }).click()]);
  assert.deepEqual(await stored(), [{ survey: "help-center", by: "link", state: "partial" }]);
  assert.deepEqual(seen.errors, []);
});

test("the mail of the documentation leads to its survey with each of its points", async (t) => {
  const written = await readFile(new URL("../../docs/mail.md", import.meta.url), "utf8");
  const [, asked] = /```json\n([^]*?)```/.exec(written);
  const [, mail] = /```html\n([^]*?)```/.exec(written);
  const collector = await startCollector(t, { definition: JSON.parse(asked) });
  const context = await freshContext(t);
  const message = await context.newPage();
  await message.setContent(mail.replaceAll("https://ces.acme.example", collector.address));
  const links = await message.getByRole("link").evaluateAll((found) => found.map((it) => [it.getAttribute("aria-label"), it.href]));
  assert.equal(links.length, 7);
  const page = await context.newPage();
  for (const [name, address] of links) {
    await page.goto(address);
    await nudge(page).getByRole("radio", { name, exact: true, checked: true }).waitFor();
  }
});

test("who closes it without an answer is told that this was all, and may reload", async (t) => {
  const { context } = await begin(t);
  const { page, seen } = await open(context, "/s/mailed");
  await asked(page, QUESTION);
  await close(page);
  await page.getByText("You can close this page.").waitFor();
  assert.equal(await page.getByText("Thank you.", { exact: true }).isVisible(), false);
  await page.reload();
  await asked(page, QUESTION);
  assert.deepEqual(seen.errors, []);
});

test("without scripts, and where the widget does not come, the page says so", async (t) => {
  const { context } = await begin(t, { javaScriptEnabled: false });
  const { page } = await open(context, "/s/mailed?rating=6");
  const words = page.locator("noscript p");
  await words.waitFor();
  assert.match(await words.textContent(), /switch it on, or open the link in another browser/);

  const other = await begin(t);
  await other.context.route("**/effortlet.js", (route) => route.abort());
  const { page: mute } = await open(other.context, "/s/mailed?rating=6&locale=de");
  await mute.clock.runFor(13_000);
  await mute.getByText("Die Frage konnte nicht geladen werden.").waitFor();
});

test("a language that is written from right to left turns the whole page", async (t) => {
  const { context } = await begin(t, { locale: "ar" });
  const { page } = await open(context, "/s/mailed?rating=6");
  await nudge(page).getByRole("radio").first().waitFor();
  assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), ["ar", "rtl"]);
  assert.equal(await nudge(page).getAttribute("dir"), "rtl");
});

test("nothing is wrong by axe in light and dark, and nothing is wider than the window", async (t) => {
  const wrong = [];
  const grounds = { light: new Set(), dark: new Set() };
  const { context } = await begin(t, { bypassCSP: true, reducedMotion: "reduce" });
  for (const width of [320, 1280]) {
    const examined = async (name, page) => {
      await page.setViewportSize({ width, height: 720 });
      wrong.push(...(await faultsInLightAndDark(page)).map((it) => [name, width, it.colorScheme, it.id, it.target, it.says]));
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (overflow > 0) wrong.push([name, width, `${overflow} px too wide`]);
      for (const [colorScheme, found] of Object.entries(grounds)) {
        await page.emulateMedia({ colorScheme });
        found.add(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor));
      }
    };
    const { page } = await open(context, "/s/mailed?rating=6");
    await asked(page, QUESTION);
    await examined("asked", page);
    await point(page, 6).click();
    await asked(page, MORE);
    await nudge(page).getByRole("button", { name: "Skip" }).click();
    await page.getByText("You can close this page.").waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "Thank you.", exact: true }).waitFor();
    await examined("over", page);
  }
  for (const [colorScheme, expected] of [["light", 0.95 + 0.05 * (0x2b / 255)], ["dark", (0.8 * 0x1d) / 255]]) {
    assert.equal(grounds[colorScheme].size, 1, "one ground, in the theme's colours");
    const [, red, green, blue] = /([\d.]+) ([\d.]+) ([\d.]+)/.exec([...grounds[colorScheme]][0]).map(Number);
    assert.ok(Math.abs(red - expected) < 0.01, `${red} ${green} ${blue}`);
  }
  assert.deepEqual(wrong, []);
});

/**
 * The report in the languages it speaks: chosen by keyboard, hours in the reader's zone, and nothing cut or unread
 * where words are longer.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { freshContext } from "./support/browser.mjs";
import { startCollector } from "./support/collector.mjs";
import { faultsOfReport, logIn } from "./support/report.mjs";

const demo = { sample: [3_000, "--demo"], closed: true };

const PAGES = [
  "/report/", "/report/help-center", "/report/help-center?by=section&from=2026-02-01&to=2026-03-02", "/report/help-center?from=2026-02-30",
  "/report/-/comments?survey=help-center", "/report/-/edits?survey=help-center", "/report/-/nonresponse?survey=help-center", "/report/-/tokens",
  "/report/-/topics?survey=help-center", "/report/-/digest?survey=help-center&week=2026-W08", "/report/-/shares?survey=help-center",
];

/** What `Intl` of this program says of the same moment. */
function inZone(moment, locale, timeZone) {
  const format = new Intl.DateTimeFormat(locale, { timeZone, day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const { day, month, year, hour, minute } = Object.fromEntries(format.formatToParts(new Date(moment)).map((it) => [it.type, it.value]));
  return `${day} ${month} ${year}, ${hour}:${minute}`;
}

const times = (page) => page.locator("main time").evaluateAll((all) => all.map((it) => [it.dateTime, it.textContent, it.title]));

test("hours are those of the reader's zone in the language of the page, and say UTC without a script", async (t) => {
  const collector = await startCollector(t, demo);
  for (const [locale, timezoneId] of [["en-US", "America/New_York"], ["ro-RO", "Asia/Kolkata"], ["ru-RU", "Pacific/Auckland"]]) {
    const { page, seen } = await logIn(t, collector, { locale, timezoneId });
    for (const path of ["/report/", "/report/help-center", "/report/-/comments?survey=help-center"]) {
      await page.goto(path);
      await page.locator("main time[title]").first().waitFor();
      for (const [moment, shown, title] of await times(page)) {
        assert.equal(shown, inZone(moment, locale, timezoneId), path);
        assert.match(title, / UTC$/);
      }
    }
    assert.deepEqual([seen.console, seen.errors], [[], []]);
  }
  const { page } = await logIn(t, collector, { locale: "ro-RO", timezoneId: "Asia/Kolkata", javaScriptEnabled: false });
  await page.goto("/report/help-center");
  const [[moment, shown]] = await times(page);
  assert.equal(shown, `${inZone(moment, "ro", "UTC")} UTC`);
});

const answered = (number, at) => ({
  schema: 1, id: `0193f7a0-0000-7000-8000-${String(number).padStart(12, "0")}`, rev: 1, state: "complete", survey: "help-center", surveyVersion: "demo",
  trigger: "scroll", locale: "en", context: {}, answers: [{ question: "found", kind: "yesNo", value: "yes" }],
  page: { url: "https://acme.example/", title: "Acme" }, timing: { shownAt: at, answeredAt: at },
});

test("what comes while a page is open has its hours in the reader's zone, and comments that stay the same are left alone", async (t) => {
  const collector = await startCollector(t, demo);
  const { page } = await logIn(t, collector, { locale: "ru-RU", timezoneId: "Asia/Kolkata" });
  await page.goto("/report/help-center");
  const comments = page.locator("main > .card:has(.comments)");
  await comments.evaluate((it) => (it.isFirst = true));
  const now = new Date().toISOString();
  const reply = await fetch(`${collector.address}/v1/responses`, {
    method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(Array.from({ length: 10 }, (_, number) => answered(number, now))),
  });
  assert.equal(reply.status, 200, await reply.text());
  await page.locator(".heading").getByText("3\u00a0010 ответов").waitFor();
  for (const [moment, shown] of await times(page)) assert.equal(shown, inZone(moment, "ru", "Asia/Kolkata"));
  assert.equal(await comments.evaluate((it) => it.isFirst), true);
});

test("a language is chosen by keyboard, also without a script, and stays on every page", async (t) => {
  const collector = await startCollector(t, demo);
  for (const javaScriptEnabled of [true, false]) {
    const context = await freshContext(t, { baseURL: collector.address, javaScriptEnabled });
    const page = await context.newPage();
    await page.goto("/report/help-center?by=section");
    await page.getByRole("button", { name: "Русский" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Вход" }).waitFor();
    assert.equal(new URL(page.url()).searchParams.get("next"), "help-center?by=section", "and leads where one was on the way to");
    assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.title]), ["ru", "Вход · Effortlet"]);
    await page.goto("/report/-/login/first?token=none");
    assert.equal(await page.evaluate(() => document.documentElement.lang), "ru");
  }
});

/** What leaves its card, words that do not fit where they stand, and choices of which one stands alone on half a line. */
const cut = (page) =>
  page.evaluate(() => {
    const isShown = (it) => !it.closest(".unseen, svg, .ranks thead, details:not([open]) > :not(summary)") && it.getBoundingClientRect().width > 1;
    const leavesCard = (it) => it.getBoundingClientRect().right > (it.closest(".card") ?? document.body).getBoundingClientRect().right + 1;
    const endsEarly = (it) => {
      const ends = Map.groupBy([...it.children].map((child) => child.getBoundingClientRect()), (box) => Math.round(box.top));
      return [...ends.values()].some((line) => Math.max(...line.map((box) => box.right)) < it.getBoundingClientRect().right - 2);
    };
    return [
      ...[...document.querySelectorAll("main *")].filter((it) => isShown(it) && (leavesCard(it) || it.matches(".figure, h1, h2, h3, button") && it.scrollWidth > it.clientWidth + 1)).map((it) => ["cut", it.outerHTML.slice(0, 120)]),
      ...[...document.querySelectorAll(".states")].filter(endsEarly).map((it) => ["ends early", it.textContent]),
    ];
  });

for (const [locale, widths] of [["ro-RO", [320]], ["ru-RU", [320, 1440]]]) {
  test(`in ${locale} at ${widths.join(" and ")} px nothing is wrong by axe, and nothing is cut or wider than the window`, async (t) => {
    const collector = await startCollector(t, demo);
    const { page } = await logIn(t, collector, { locale, bypassCSP: true });
    const wrong = [];
    for (const path of PAGES) {
      await page.goto(path);
      wrong.push(...(await faultsOfReport(page, { widths, more: cut })));
    }
    assert.deepEqual(wrong, []);
  });
}

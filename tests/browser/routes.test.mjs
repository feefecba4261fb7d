import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, pageWith, survey } from "./support/definitions.mjs";
import { stageWithoutCollector } from "./support/stage.mjs";
import { announcements, answerPosted, asked, close, gone, historyFollowed, leaveByTop, nudge, open, staysQuiet } from "./support/visitor.mjs";

const FOUND = "Did you find the information you needed?";
const HELPED = /^To what extent do you agree/;

/** A small single-page app: links push routes, the title follows a moment later. */
const BODY = `<h1>Guides</h1>
<nav>${["one", "two", "three"].map((it) => `<a href="/help/guides/${it}">${it}</a>`).join(" ")} <a href="/about">about</a> <a href="#part">part</a></nav>
<button class="cta">Plans</button>
<div style="height: 3000px"></div><p id="part">Part</p>
<script>
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='/']");
  if (!link) return;
  event.preventDefault();
  history.pushState({ at: link.pathname }, "", link.href);
  document.title = link.textContent;
});
</script>`;

async function begin(t, triggers, more, { withoutNavigation } = {}) {
  const pages = { "/": pageWith({ body: BODY }), "/v1/responses": (request, reply) => reply.writeHead(204).end() };
  const { context, host, tabAt } = await stageWithoutCollector(t, { definition: definition(survey(triggers, more)), pages });
  if (withoutNavigation) await context.addInitScript(() => delete window.navigation);
  const heard = await announcements(context);
  const { page, seen } = await tabAt();
  await open(page);
  if (withoutNavigation) await historyFollowed(page);
  return { host, page, seen, shown: () => heard.filter(({ happening }) => happening === "shown").length };
}

/** To another route, and until it was noticed. */
async function go(page, name) {
  await page.getByRole("link", { name, exact: true }).click();
  await page.clock.runFor(200);
}

async function back(page) {
  const before = page.url();
  await page.goBack();
  await page.waitForFunction((url) => location.href !== url, before);
  await page.clock.runFor(200);
}

for (const withoutNavigation of [false, true]) {
  const how = withoutNavigation ? "by the history alone" : "by the Navigation API";

  test(`routes are page views, ${how}`, async (t) => {
    const { page, shown } = await begin(t, { helpCenter: { articles: 3 } }, {}, { withoutNavigation });
    for (const name of ["one", "two", "one"]) {
      await go(page, name);
      await staysQuiet(page, name);
    }
    await back(page);
    await staysQuiet(page, "back to two");
    await go(page, "three");
    await asked(page, FOUND);
    assert.equal(shown(), 1);
  });

  test(`a nudge that nobody touched goes with the page that it was for, ${how}`, async (t) => {
    const more = { audience: { page: { path: "/help/**" } } };
    const { page } = await begin(t, { click: { selector: ".cta" } }, more, { withoutNavigation });
    await page.getByText("Plans").click();
    await staysQuiet(page, "outside of the audience");
    await go(page, "one");
    await page.getByText("Plans").click();
    await asked(page, FOUND);
    await go(page, "two");
    await asked(page, FOUND);
    await go(page, "about");
    await gone(page);
  });

  test(`the page's history is as without us, ${how}`, async (t) => {
    const { page, seen } = await begin(t, { click: { selector: ".cta" } }, {}, { withoutNavigation });
    const length = () => page.evaluate(() => history.length);
    const state = () => page.evaluate(() => history.state);
    const before = await length();
    await go(page, "one");
    await go(page, "two");
    await page.getByText("Plans").click();
    await asked(page, FOUND);
    await nudge(page).getByRole("button", { name: "Yes" }).click();
    await asked(page, HELPED);
    assert.equal(await length(), before + 2);
    assert.deepEqual(await state(), { at: "/help/guides/two" });
    await close(page);
    await back(page);
    assert.deepEqual(await state(), { at: "/help/guides/one" });
    await back(page);
    assert.equal(await state(), null);
    assert.equal(await length(), before + 2);
    assert.deepEqual([seen.console, seen.errors], [[], []]);
  });
}

test("a nudge that was begun stays on the next route, and is posted for the page it was shown on", async (t) => {
  const { page } = await begin(t, { click: { selector: ".cta" } }, { audience: { page: { path: "/help/**" } } });
  await go(page, "one");
  await page.getByText("Plans").click();
  await asked(page, FOUND);
  await nudge(page).getByRole("button", { name: "Yes" }).click();
  await asked(page, HELPED);
  await go(page, "about");
  const posted = answerPosted(page);
  await nudge(page).getByRole("radio", { name: "6 of 7" }).click();
  const { page: about } = (await posted).postDataJSON();
  assert.match(about.url, /\/help\/guides\/one$/);
  assert.equal(about.title, "one");
});

test("a title that comes after the nudge is the title of the response", async (t) => {
  const { page } = await begin(t, { helpCenter: { articles: 1 } });
  await go(page, "one");
  await asked(page, FOUND);
  await page.evaluate(() => (document.title = "How to begin"));
  const posted = answerPosted(page);
  await nudge(page).getByRole("button", { name: "Yes" }).click();
  const { page: about } = (await posted).postDataJSON();
  assert.match(about.url, /\/help\/guides\/one$/);
  assert.equal(about.title, "How to begin");
});

test("a fragment within the page is no page view", async (t) => {
  const { page, shown } = await begin(t, { exitIntent: {} });
  await page.clock.runFor(6_000);
  await leaveByTop(page);
  await asked(page, FOUND);
  await go(page, "part");
  await asked(page, FOUND);
  await close(page);
  await leaveByTop(page);
  await staysQuiet(page);
  assert.equal(shown(), 1);
});

test("each route counts its own visible time and may be left once", async (t) => {
  const { page, shown } = await begin(t, { exitIntent: {} });
  await page.clock.runFor(6_000);
  await leaveByTop(page);
  await asked(page, FOUND);
  await close(page);
  await go(page, "one");
  await page.clock.runFor(3_000);
  await leaveByTop(page);
  await staysQuiet(page, "too early on this route");
  await page.clock.runFor(3_000);
  await leaveByTop(page);
  await asked(page, FOUND);
  assert.equal(shown(), 2);
});

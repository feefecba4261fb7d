/** Libraries that put one page in the place of another, and keep copies of those that were left. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { definition, pageWith, survey } from "./support/definitions.mjs";
import { stageWithoutCollector } from "./support/stage.mjs";
import { announcements, asked, gone, nudge, open, whileTimePasses } from "./support/visitor.mjs";

const FOUND = "Did you find the information you needed?";

/** Until such a library has put a page in the place of another. */
const SETTLED = 300;

const LIBRARIES = {
  turbo: { file: "@hotwired/turbo/dist/turbo.es2017-umd.js" },
  htmx: { file: "htmx.org/dist/htmx.min.js", attributes: 'hx-boost:inherited="true"' },
};

const LINKS = '<a href="/">Home</a> <a href="/two">Two</a> <a href="/three">Three</a>';

const placed = (title, attributes = "") =>
  pageWith({ body: `<h1>${title}</h1>${LINKS}` }).replace("</head>", '<script src="/library.js" defer></script></head>').replace("<body>", `<body ${attributes}>`);

for (const [name, { file, attributes }] of Object.entries(LIBRARIES)) {
  test(`a nudge goes along from page to page, and leaves nothing in copies of them: ${name}`, async (t) => {
    const pages = {
      "/": placed("Home", attributes),
      "/two": placed("Two", attributes),
      "/three": placed("Three", attributes),
      "/library.js": await readFile(new URL(`../../node_modules/${file}`, import.meta.url), "utf8"),
    };
    const { context, tabAt } = await stageWithoutCollector(t, { definition: definition(survey({ event: { name: "go" } })), pages });
    const heard = await announcements(context);
    const { page, seen } = await tabAt();
    page.setDefaultTimeout(8_000);
    await open(page);
    await page.evaluate(() => {
      window.isSame = true;
      return window.effortlet("track", "go");
    });
    await asked(page, FOUND);
    const arrive = async (title) => {
      await whileTimePasses(page, page.getByRole("heading", { name: title, level: 1 }).waitFor());
      await page.clock.runFor(SETTLED);
      assert.equal(await page.evaluate(() => window.isSame), true);
    };
    const follow = async (title) => {
      await page.getByRole("link", { name: title }).click();
      await arrive(title);
      await asked(page, FOUND);
      assert.equal(await page.locator("effortlet-nudge").count(), 1);
    };
    await follow("Two");
    await follow("Three");
    await page.goBack();
    await arrive("Two");
    await asked(page, FOUND);
    await nudge(page).getByRole("button", { name: "Close" }).click();
    await gone(page);
    await page.goBack();
    await arrive("Home");
    assert.equal(await page.locator("effortlet-nudge").isVisible(), false);
    assert.doesNotMatch(await page.evaluate(() => document.body.innerText), /information/);
    assert.equal(heard.filter(({ happening }) => happening === "shown").length, 1);
    assert.deepEqual([seen.console, seen.errors], [[], []]);
  });
}

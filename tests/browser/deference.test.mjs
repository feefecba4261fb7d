/** A dialog of the page's that opens later comes first: the nudge steps back, and is there again after it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, pageWith, survey } from "./support/definitions.mjs";
import { stageWithoutCollector } from "./support/stage.mjs";
import { announcements, asked, focused, nudge, open, staysQuiet } from "./support/visitor.mjs";

const FOUND = "Did you find the information you needed?";
const SOUGHT = "What were you looking for?";

/** Milliseconds after which a change of the page is seen in any case. */
const REST = 300;

const BODY = `<div id="app"><h1>Help</h1><button id="more">More</button></div>
<dialog id="native"><input aria-label="In the dialog"></dialog>
<div id="modal" role="dialog" aria-modal="true" hidden style="position: fixed; inset: 20%; background: #fff"><input aria-label="In the modal"></div>
<div id="search" role="dialog" hidden style="position: fixed; inset: 20%"><input aria-label="In the search"></div>
<div id="plain" hidden style="position: fixed; inset: 20%"><input aria-label="In the overlay"></div>
<nav id="drawer" inert style="position: fixed; inset: 0 auto 0 -300px; width: 300px">Menu</nav>
<div id="combobox" role="combobox" aria-haspopup="listbox" aria-expanded="false"><input aria-label="In the combobox"></div>`;

async function begin(t) {
  const { context, tabAt } = await stageWithoutCollector(t, { definition: definition(survey({ event: { name: "go" } })), pages: { "/": pageWith({ body: BODY }) } });
  const heard = await announcements(context);
  const { page, seen } = await tabAt();
  page.setDefaultTimeout(10_000);
  await open(page);
  return { page, seen, happened: () => heard.map(({ happening }) => happening) };
}

const DIALOGS = {
  "a native one": [() => document.querySelector("#native").showModal(), () => document.querySelector("#native").close()],
  "one that says it is modal": [() => (document.querySelector("#modal").hidden = false), () => (document.querySelector("#modal").hidden = true)],
  "one that has the focus": [
    () => {
      document.querySelector("#search").hidden = false;
      document.querySelector("#search input").focus();
    },
    () => (document.querySelector("#search").hidden = true),
  ],
  "one beside which the page is inert": [
    () => {
      document.querySelector("#app").inert = true;
      document.querySelector("#plain").hidden = false;
    },
    () => {
      document.querySelector("#app").inert = false;
      document.querySelector("#plain").hidden = true;
    },
  ],
  "one beside which the nudge is hidden from assistive technology": [
    () => document.querySelector("effortlet-nudge").setAttribute("aria-hidden", "true"),
    () => document.querySelector("effortlet-nudge").removeAttribute("aria-hidden"),
  ],
};

for (const [what, [show, hide]] of Object.entries(DIALOGS)) {
  test(`a nudge steps back behind a dialog, and is as it was after it: ${what}`, async (t) => {
    const { page, seen, happened } = await begin(t);
    await page.evaluate(() => window.effortlet("track", "go"));
    await asked(page, FOUND);
    await nudge(page).getByRole("button", { name: "No" }).click();
    await asked(page, SOUGHT);
    await nudge(page).getByRole("textbox").fill("A refund");
    await page.clock.runFor(REST);
    await page.evaluate(show);
    await page.clock.runFor(1);
    assert.equal(await nudge(page).isVisible(), false);
    await page.clock.runFor(10_000);
    assert.equal(await nudge(page).isVisible(), false);
    await page.evaluate(hide);
    await page.clock.runFor(REST);
    await asked(page, SOUGHT);
    assert.equal(await nudge(page).getByRole("textbox").inputValue(), "A refund");
    await nudge(page).getByRole("textbox").click();
    assert.equal(await focused(page), "textarea");
    assert.deepEqual(happened(), ["shown", "answered"]);
    assert.deepEqual([seen.console, seen.errors], [[], []]);
  });
}

test("what the page asks for within its own dialog is there", async (t) => {
  const { page } = await begin(t);
  await page.evaluate(() => (document.querySelector("#modal").hidden = false));
  await page.evaluate(() => window.effortlet("show", "help-center"));
  await page.clock.runFor(REST);
  await asked(page, FOUND);
});

const HOLDING = {
  "a dialog without more words": () => {
    document.querySelector("#search").hidden = false;
    document.querySelector("#search input").focus();
  },
  "a search whose list is open": () => {
    document.querySelector("#combobox").setAttribute("aria-expanded", "true");
    document.querySelector("#combobox input").focus();
  },
};

for (const [what, focus] of Object.entries(HOLDING)) {
  test(`no nudge comes while the focus is in ${what}`, async (t) => {
    const { page } = await begin(t);
    await page.evaluate(focus);
    await page.evaluate(() => window.effortlet("track", "go"));
    await staysQuiet(page);
    await page.evaluate(() => {
      document.activeElement.blur();
      document.querySelector("#search").hidden = true;
    });
    await page.clock.runFor(3_000);
    await asked(page, FOUND);
  });
}

test("whoever was writing has the focus again after a dialog of the page's", async (t) => {
  const { page } = await begin(t);
  await page.evaluate(() => window.effortlet("track", "go"));
  await asked(page, FOUND);
  await nudge(page).getByRole("button", { name: "No", exact: true }).click();
  await asked(page, SOUGHT);
  await nudge(page).getByRole("textbox").click();
  await page.keyboard.type("A ref");
  await page.evaluate(() => document.querySelector("#native").showModal());
  await page.clock.runFor(REST);
  assert.equal(await focused(page), "In the dialog");
  await page.keyboard.press("Escape");
  await page.clock.runFor(REST);
  await page.clock.runFor(REST);
  await page.keyboard.type("und");
  assert.equal(await nudge(page).getByRole("textbox").inputValue(), "A refund");
});

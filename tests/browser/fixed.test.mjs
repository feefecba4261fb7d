/** A nudge makes way for what the page has fixed where it stands, and nothing of it is printed. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, pageWith, survey } from "./support/definitions.mjs";
import { stageWithoutCollector } from "./support/stage.mjs";
import { asked, nudge, open } from "./support/visitor.mjs";

const FOUND = "Did you find the information you needed?";
const REST = 300;

const fixed = (id, style, text) => `<div id="${id}" style="position: fixed; ${style}; background: #ddd">${text}</div>`;
const BAR = fixed("bar", "inset: auto 0 0; height: 90px", "We use cookies. <button>Accept</button>");
const CHAT = fixed("chat", "right: 20px; bottom: 20px; width: 56px; height: 56px", "Chat");
const CHAT_AT_START = fixed("chat", "left: 20px; bottom: 20px; width: 56px; height: 56px", "Chat");
const HEADER = fixed("bar", "inset: 0 0 auto; height: 64px", "Acme");
const SHADOW = `<div id="chat"></div><script>
document.querySelector("#chat").attachShadow({ mode: "open" }).innerHTML = "<p style='position: fixed; right: 10px; bottom: 10px; width: 80px; height: 40px; margin: 0'>Chat</p>";
</script>`;
const SHELL = '<div id="shell" style="position: fixed; inset: 0; overflow: auto"><h1>An app</h1></div>';

async function begin(t, { body, more, settings } = {}) {
  const asks = definition(survey({ event: { name: "go" } }, more));
  const { tabAt } = await stageWithoutCollector(t, { definition: asks, pages: { "/": pageWith({ body: `<main><h1>Help</h1><p id=place></p></main>${body}` }) }, settings });
  const { page, seen } = await tabAt();
  page.setDefaultTimeout(10_000);
  await open(page);
  await page.evaluate(() => window.effortlet("track", "go"));
  await page.getByRole("heading", { name: FOUND }).or(page.locator("[part=tab]")).first().waitFor();
  await settle(page);
  return { page, seen };
}

/** Until what has changed was looked at. */
async function settle(page) {
  await page.clock.runFor(REST);
  await page.evaluate(() => new Promise((resolve) => new IntersectionObserver(() => resolve()).observe(document.documentElement)));
  await page.clock.runFor(REST);
}

/** Where the card is, once it has come. */
const boxOf = (page) =>
  page.evaluate(() => {
    const card = [...document.querySelector("effortlet-nudge").shadowRoot.querySelectorAll("section")].find((it) => it.getClientRects().length);
    for (const it of card.getAnimations()) it.finish();
    const { left, top, right, bottom } = card.getBoundingClientRect();
    return { left, top, right, bottom };
  });

/** Whoever clicks into the middle of it meets it. */
const isReachable = (page, id) =>
  page.evaluate((id) => {
    const it = document.getElementById(id);
    const inner = it.shadowRoot?.firstElementChild ?? it;
    const { left, top, width, height } = inner.getBoundingClientRect();
    return it.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  }, id);

const PHONE = { viewport: { width: 375, height: 700 } };

const WAYS = {
  "a bar about cookies": { body: BAR, id: "bar" },
  "a button that opens a chat": { body: CHAT, id: "chat" },
  "both": { body: BAR + CHAT.replace("bottom: 20px", "bottom: 110px"), id: "chat" },
  "a button in a shadow tree": { body: SHADOW, id: "chat" },
  "a bar, on a phone": { body: BAR, id: "bar", settings: PHONE },
  "a button, on a phone": { body: CHAT, id: "chat", settings: PHONE },
  "a button at the start": { body: CHAT_AT_START, id: "chat", more: { layout: { corner: "bottomStart" } } },
  "a header": { body: HEADER, id: "bar", more: { layout: { corner: "topEnd" } } },
  "a button, as a tab": { body: CHAT, id: "chat", more: { layout: { tab: { side: "end" } } } },
};

for (const [what, { body, id, more, settings }] of Object.entries(WAYS)) {
  test(`a nudge makes way for what is fixed in its place: ${what}`, async (t) => {
    const { page, seen } = await begin(t, { body, more, settings });
    const { top, bottom } = await boxOf(page);
    assert.equal(await isReachable(page, id), true);
    const { height } = page.viewportSize();
    assert.ok(top >= 0 && bottom <= height, `expected the card in the window, it is at ${top} to ${bottom}`);
    await page.evaluate(() => document.querySelectorAll("#bar, #chat").forEach((it) => it.remove()));
    await settle(page);
    assert.deepEqual(await page.evaluate(() => document.querySelector("effortlet-nudge").shadowRoot.querySelector("section").style.getPropertyValue("--_clear")), "0px");
    assert.deepEqual([seen.console, seen.errors], [[], []]);
  });
}

test("what is fixed later is made way for too", async (t) => {
  const { page } = await begin(t, { body: "" });
  const before = await boxOf(page);
  await page.evaluate((bar) => document.body.insertAdjacentHTML("beforeend", bar), BAR);
  await settle(page);
  assert.ok((await boxOf(page)).bottom < before.bottom);
  assert.equal(await isReachable(page, "bar"), true);
});

test("the frame of an app, and what the card does not touch, move nothing", async (t) => {
  const { page } = await begin(t, { body: "" });
  const before = await boxOf(page);
  for (const html of [SHELL, CHAT_AT_START, HEADER]) {
    await page.evaluate((html) => document.body.insertAdjacentHTML("beforeend", html), html);
    await settle(page);
    assert.deepEqual(await boxOf(page), before);
  }
});

for (const layout of [{ corner: "bottomEnd" }, { corner: "topStart" }, { inline: { selector: "#place" } }, { tab: { side: "end" } }]) {
  test(`nothing is printed: ${JSON.stringify(layout)}`, async (t) => {
    const { page } = await begin(t, { body: "", more: { layout } });
    assert.ok((await boxOf(page)).right);
    await page.emulateMedia({ media: "print" });
    const shown = () => [...document.querySelector("effortlet-nudge").shadowRoot.querySelectorAll("section")].filter((it) => it.getClientRects().length);
    assert.equal(await page.evaluate(`(${shown})().length`), 0);
    await page.clock.runFor(5_000);
    await page.emulateMedia({ media: "screen" });
    assert.equal(await page.evaluate(`(${shown})().length`), 1);
  });
}

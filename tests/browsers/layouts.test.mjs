/** Where a nudge may stand: a corner, an element of the page, a tab, beside what was clicked, a sheet. */
import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { survey } from "../browser/support/definitions.mjs";
import { inEachEngine } from "./support/each-engine.mjs";
import { FOUND, HELPED, IMPROVE, THANKS, arrive, openInFrame, shown } from "./support/stage.mjs";
import { asked, assertQuiet, click, focused, gone, keys, noted, part, point, press, rests, run, show, tabTo, until } from "./support/visitor.mjs";

const GAP = 20;

/** The card's distances from the sides of the window, in whole CSS pixels. */
const distances = (page) =>
  run(page, () => {
    const { left, top, right, bottom } = window.sides(window.nudge.card);
    const { clientWidth, clientHeight } = document.documentElement;
    const all = { left, top, right: clientWidth - right, bottom: clientHeight - bottom };
    return Object.fromEntries(Object.entries(all).map(([side, distance]) => [side, Math.round(distance) || 0]));
  });

/** Waits until it has risen to its place: so many pixels from these sides of the window. */
async function standsAt(page, expected, message) {
  const stands = async () => {
    const found = await distances(page);
    return Object.entries(expected).every(([side, distance]) => found[side] === distance);
  };
  await page.wait(stands, 5_000, `${message ?? ""} expected ${JSON.stringify(expected)}`);
}

/** The two sides that each corner is near to, in a page that is read from the left, and from the right. */
const CORNERS = {
  bottomEnd: [["bottom", "right"], ["bottom", "left"]],
  bottomStart: [["bottom", "left"], ["bottom", "right"]],
  topEnd: [["top", "right"], ["top", "left"]],
  topStart: [["top", "left"], ["top", "right"]],
};

inEachEngine("a corner is where reading begins or ends, in either direction", async (t, page) => {
  const surveys = Object.keys(CORNERS).map((corner) => shown({ id: corner, layout: { corner } }));
  for (const [direction, lang] of ["en", "ar"].entries()) {
    await arrive(t, page, { surveys, lang });
    for (const [corner, near] of Object.entries(CORNERS)) {
      await show(page, corner);
      await part(page, "h2");
      const [one, other] = near[direction];
      await standsAt(page, { [one]: GAP, [other]: GAP }, `${corner} in ${lang}`);
      await run(page, () => window.nudge.find(".close").click());
      await gone(page);
    }
  }
  await assertQuiet(page);
});

const ARTICLE = `<h1>Refunds</h1><article id="article"><p>We send the money on the same day.</p></article>
<p id="after">Next: Invoices</p><div style="height: 2000px"></div>`;
const ON_GO = { event: { name: "go" } };
const go = (page) => run(page, () => void window.effortlet("track", "go"));

inEachEngine("inline, it is a part of the page, and what follows comes after it", async (t, page) => {
  await arrive(t, page, { surveys: survey(ON_GO, { layout: { inline: { selector: "#article" } } }), body: ARTICLE });
  const [before] = await run(page, () => [window.sides(document.querySelector("#after")).top]);
  await go(page);
  await asked(page, FOUND);
  await rests(page);
  const it = await run(page, () => ({
    parent: document.querySelector("effortlet-nudge").parentElement.id,
    card: window.sides(window.nudge.card),
    text: window.sides(document.querySelector("#article p")),
    after: window.sides(document.querySelector("#after")),
    atTop: window.nudge.card.matches(":popover-open"),
  }));
  assert.equal(it.parent, "article");
  assert.equal(it.atTop, false);
  assert.ok(it.card.top >= it.text.bottom && it.card.bottom <= it.after.top, JSON.stringify(it));
  assert.ok(it.after.top > before);
  await until(page, "expected an announcement", () => window.noted.live.at(-1) !== "mounted: ");
  assert.deepEqual((await noted(page)).live.filter((it) => it !== "mounted: "), [`Feedback: ${FOUND}`]);
  await run(page, () => scrollTo(0, 30));
  await until(page, "expected it to scroll with the page", (top) => Math.abs(window.sides(window.nudge.card).top - top + 30) < 1, it.card.top);
  await press(page, "Yes");
  await asked(page, HELPED);
  await press(page, "Close");
  await gone(page);
  await assertQuiet(page);
});

inEachEngine("inline in what is not on the page, it is not asked, and explain says why", async (t, page) => {
  await arrive(t, page, { surveys: survey(ON_GO, { layout: { inline: { selector: "#nowhere" } } }), body: ARTICLE });
  await go(page);
  // Browsers grant locks in the order they are asked for, so ours was answered when this one is.
  await page.executeAsyncScript((done) => navigator.locks.request("test", () => {}).then(done));
  const told = await page.executeAsyncScript((done) => window.effortlet("explain", "help-center").then(done));
  assert.equal(told.hold, "audience: only where the page has an element #nowhere (found none)");
  assert.equal(await run(page, () => document.querySelectorAll("effortlet-nudge").length), 0);
});

inEachEngine("a tab opens a dialog when it is pressed, and Escape folds it up again", async (t, page) => {
  const layout = { tab: { label: { en: "Was it easy?" } } };
  await arrive(t, page, { surveys: survey(ON_GO, { layout }), body: '<h1>Help</h1><input aria-label="Search">' });
  await run(page, () => document.querySelector("input").focus());
  await go(page);
  const tab = await part(page, "[part=tab]");
  assert.equal(await tab.getAccessibleName(), "Was it easy?");
  assert.equal(await focused(page), "Search");
  await standsAt(page, { bottom: 0, right: GAP });
  assert.equal(await run(page, () => window.nudge.find("h2").checkVisibility()), false);

  await tabTo(page, "Was it easy?");
  await keys(page, Key.ENTER);
  await until(page, "expected the focus in the dialog", (title) => window.nudge.focused === title, FOUND);
  const dialog = await part(page, "[role=dialog]");
  assert.deepEqual([await dialog.getAccessibleName(), await dialog.getAriaRole()], ["Feedback", "dialog"]);
  assert.equal(await run(page, () => window.nudge.find("[part=tab]").checkVisibility()), false);
  await keys(page, Key.ESCAPE);
  assert.equal(await focused(page), "Was it easy?");
  assert.equal(await run(page, () => window.nudge.find("h2").checkVisibility()), false);

  await click(page, tab);
  await press(page, "Yes");
  await asked(page, HELPED);
  await click(page, await point(page, 7));
  await asked(page, IMPROVE);
  await press(page, "Skip");
  await asked(page, THANKS);
  await keys(page, Key.ESCAPE);
  await gone(page);
  assert.equal(await focused(page), "Search");
  await assertQuiet(page);
});

const BUTTONS = `<h1>Help</h1><div style="height: 200px"></div><button id="help">Help me</button>
<div style="height: 90px"></div><a href="#x" id="below">Below</a><div style="height: 2000px"></div><a href="#y" id="far">Far</a>`;
const BESIDE = survey({ click: { selector: "#help" } }, { layout: { beside: {} } });

/** The card and an element of the page, in the window. */
const both = (page, css) => run(page, (css) => [window.sides(window.nudge.card), window.sides(document.querySelector(css))], css);

inEachEngine("beside what was clicked, it scrolls with it", async (t, page) => {
  await arrive(t, page, { surveys: BESIDE, body: BUTTONS });
  await page.findElement({ css: "#help" }).click();
  await asked(page, FOUND);
  await rests(page);
  const [card, button] = await both(page, "#help");
  assert.equal(Math.round(card.top - button.bottom), 8);
  assert.equal(Math.round(card.left - button.left), 0);
  await run(page, () => scrollTo(0, 100));
  await until(page, "expected it to scroll with the page", (top) => Math.abs(window.sides(window.nudge.card).top - top + 100) < 1, card.top);
  await assertQuiet(page);
});

inEachEngine("beside what was clicked, it makes way for what has the focus", async (t, page) => {
  await arrive(t, page, { surveys: BESIDE, body: BUTTONS });
  await page.findElement({ css: "#help" }).click();
  await asked(page, FOUND);
  await rests(page);
  const [card, below] = await both(page, "#below");
  assert.ok(card.top < below.top && card.bottom > below.bottom, "it stands over the link");
  await keys(page, Key.TAB);
  assert.equal(await focused(page), "Below");
  await until(page, "expected it to go to the corner", (gap) => innerHeight - window.sides(window.nudge.card).bottom <= gap, GAP + 1);
  await assertQuiet(page);
});

inEachEngine("beside nothing, it is in the corner", async (t, page) => {
  await arrive(t, page, { surveys: [shown({ layout: { beside: {} } })], body: BUTTONS });
  await show(page);
  await asked(page, FOUND);
  await standsAt(page, { bottom: GAP, right: GAP });
});

const LAYOUTS = { corner: { corner: "topStart" }, beside: { beside: {} }, plain: undefined };

inEachEngine("on a narrow screen it is a sheet at the lower edge, of at most 30 % of it at first", async (t, page) => {
  const surveys = Object.entries(LAYOUTS).map(([id, layout]) => shown({ id, layout }));
  for (const template of ["help-center-effort", "first-contact", "resolution", "effort-10"]) surveys.push(shown({ id: template, template }));
  const host = await arrive(t, page, { surveys });
  await openInFrame(page, host, { width: 375, height: 667 });
  for (const { id } of surveys) {
    await show(page, id);
    await part(page, "h2");
    await standsAt(page, { left: 0, right: 0, bottom: 0 }, id);
    const { top } = await distances(page);
    assert.ok(667 - top <= 0.3 * 667, `${id}: ${667 - top} of 667 pixels`);
    await press(page, "Close");
    await gone(page);
  }
});

/** No engine here has a keyboard on its screen: this says what one would leave to be seen. */
const KEYBOARD = `<h1>Help</h1><script>
Object.defineProperty(window, "visualViewport", { value: Object.assign(new EventTarget(), { height: innerHeight, offsetTop: 0, scale: 1 }) });
window.leave = (seen) => {
  Object.assign(visualViewport, seen);
  visualViewport.dispatchEvent(new Event("resize"));
};
</script>`;

inEachEngine("a keyboard on the screen covers nothing of it, and to zoom in moves nothing", async (t, page) => {
  const host = await arrive(t, page, { body: KEYBOARD });
  for (const [size, edge] of [[{ width: 375, height: 667 }, 0], [{ width: 800, height: 700 }, GAP]]) {
    await openInFrame(page, host, size);
    await show(page);
    await asked(page, FOUND);
    await standsAt(page, { bottom: edge });
    await run(page, () => window.leave({ height: innerHeight - 300 }));
    await standsAt(page, { bottom: edge + 300 });
    await run(page, () => window.leave({ height: innerHeight - 300, scale: 2 }));
    await standsAt(page, { bottom: edge });
    await run(page, () => window.leave({ height: innerHeight - 60, scale: 1 }));
    await standsAt(page, { bottom: edge });
  }
  await assertQuiet(page);
});

/** The focus, the caret and Escape are the page's own until a visitor comes into the nudge. */
import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { inEachEngine } from "./support/each-engine.mjs";
import { FOUND, HELPED, arrive, shown } from "./support/stage.mjs";
import { asked, assertQuiet, focused, gone, keys, noted, part, press, rests, run, show, tabTo, until } from "./support/visitor.mjs";

/** The first key in the field has the nudge shown. */
const BODY = `<h1>Refunds</h1>
<p><label>Search <input id="search"></label> <textarea id="message" rows="4">Dear support</textarea></p>
<div id="draft" contenteditable="true" style="border: 1px solid">A draft</div>
<script>
window.moves = [];
for (const type of ["focusin", "focusout"]) addEventListener(type, ({ target }) => moves.push(type + " " + (target.id || target.localName)));
</script>`;

/** Letters that are told apart, so that one that is lost or comes too early is seen. */
const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

/** More keys than were ever needed until the nudge has come, been announced and come to rest. */
const MOST = 2_000;

async function focusOn(page, id) {
  const element = await run(page, (id) => document.getElementById(id), id);
  await page.actions().move({ origin: element }).click().perform();
}

/** What is written in an element, and where its caret or selection is. */
const written = (page, id) =>
  run(
    page,
    (id) => {
      const it = document.getElementById(id);
      const { anchorOffset, focusOffset } = getSelection();
      const selected = it.value === undefined ? [anchorOffset, focusOffset] : [it.selectionStart, it.selectionEnd];
      return { text: it.value ?? it.textContent, selected, focused: document.activeElement === it };
    },
    id,
  );

for (const id of ["search", "message", "draft"]) {
  inEachEngine(`every key arrives in the page's ${id} while the nudge appears`, async (t, page) => {
    await arrive(t, page, { body: BODY });
    await focusOn(page, id);
    await keys(page, Key.END);
    const { text: before } = await written(page, id);
    await run(page, (id) => {
      window.moves = [];
      document.getElementById(id).addEventListener("input", () => window.effortlet("show", "help-center"), { once: true });
    }, id);
    let typed = "";
    const type = async () => {
      const letter = LETTERS[typed.length % LETTERS.length];
      typed += letter;
      await keys(page, letter);
    };
    const isThere = () => run(page, () => window.nudge.rests && window.noted.live.length > 1);
    while (typed.length < MOST && !(await isThere())) await type();
    assert.equal(await run(page, () => window.nudge.title), FOUND);
    for (let more = 0; more < 10; more += 1) await type();
    const text = before + typed;
    assert.deepEqual(await written(page, id), { text, selected: [text.length, text.length], focused: true });
    assert.deepEqual(await run(page, () => window.moves), []);
    await assertQuiet(page);
  });

  inEachEngine(`a selection in the page's ${id} stays while the nudge appears, and is typed over`, async (t, page) => {
    await arrive(t, page, { body: BODY });
    await focusOn(page, id);
    await keys(page, Key.END);
    await keys(page, "wxyz");
    await page.actions().keyDown(Key.SHIFT).sendKeys(Key.ARROW_LEFT, Key.ARROW_LEFT).keyUp(Key.SHIFT).perform();
    const before = await written(page, id);
    await show(page);
    await asked(page, FOUND);
    await rests(page);
    assert.deepEqual(await written(page, id), before);
    await keys(page, "!");
    const { text } = await written(page, id);
    assert.equal(text, `${before.text.slice(0, -2)}!`);
  });
}

inEachEngine("Escape outside is the page's own; from inside it closes, and the focus returns", async (t, page) => {
  await arrive(t, page, { body: BODY });
  await focusOn(page, "search");
  await show(page);
  await asked(page, FOUND);
  await keys(page, Key.ESCAPE);
  await rests(page);
  assert.equal(await run(page, () => window.nudge.title), FOUND);
  await run(page, () => document.activeElement.blur());
  await keys(page, Key.ESCAPE);
  assert.equal(await run(page, () => window.nudge.title), FOUND);
  assert.deepEqual((await noted(page)).events.map(({ name }) => name), ["shown"]);

  await focusOn(page, "message");
  await tabTo(page, "Yes");
  await keys(page, Key.ESCAPE);
  await gone(page);
  assert.deepEqual((await noted(page)).events.map(({ name }) => name), ["shown", "dismissed"]);
  assert.equal(await run(page, () => document.activeElement.id), "draft");
});

const OPENER = `${BODY}<button id="opener" data-effortlet="help-center">Feedback</button>`;

inEachEngine("opened by the visitor, the focus goes in, and back to the very element", async (t, page) => {
  await arrive(t, page, { body: OPENER, surveys: shown({ triggers: { click: {} } }) });
  for (const leave of [() => keys(page, Key.ESCAPE), () => press(page, "Close")]) {
    await page.actions().move({ origin: await page.findElement({ id: "opener" }) }).click().perform();
    await until(page, "expected the focus inside", (title) => window.nudge.title === title && window.nudge.focused === title, FOUND);
    assert.equal(await (await part(page, "section")).getAriaRole(), "dialog");
    await leave();
    await gone(page);
    await until(page, "expected the focus back", () => document.activeElement.id === "opener");
  }
  await assertQuiet(page);
});

inEachEngine("from screen to screen the focus stays inside, and who closes by mouse finds it where it came from", async (t, page) => {
  await arrive(t, page, { body: BODY });
  await focusOn(page, "search");
  await show(page);
  await asked(page, FOUND);
  await tabTo(page, "Yes");
  await keys(page, Key.ENTER);
  await asked(page, HELPED);
  assert.equal(await focused(page), HELPED);
  await press(page, "Close");
  await gone(page);
  await until(page, "expected the focus back", () => document.activeElement.id === "draft");
});

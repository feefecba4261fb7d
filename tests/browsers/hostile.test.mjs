/**
 * A page's style sheet does not reach into the nudge, and the nudge's does not reach out.
 *
 * What a page may do, and is not held against it here: take the nudge away (`display: none` on
 * `effortlet-nudge`, on everything, or `content-visibility: hidden`), make its content larger with
 * `zoom`, as with the browser's own, choose dark or light by `color-scheme`, keep texts from being
 * marked by `user-select: none` (those that are being written can be), and theme it by `::part()` and
 * the custom properties that begin with `--effortlet-`.
 */
import assert from "node:assert/strict";
import { inEachEngine } from "./support/each-engine.mjs";
import { alike, pictureOfCard } from "./support/picture.mjs";
import { SURVEYS, bringUp, takeAway } from "./support/screens.mjs";
import { THANKS, arrive, watched } from "./support/stage.mjs";
import { asked, assertQuiet, painted, press, run, until } from "./support/visitor.mjs";

const HOSTILE = {
  "a reset of everything": "* { all: unset !important; }",
  "the browser's own styles anew": "*, *::before, *::after { all: revert !important; box-sizing: content-box !important; }",
  "large letters": ":root { font-size: 40px !important; } * { font: italic 900 40px/3 serif !important; }",
  "letters far apart": "* { letter-spacing: 1em !important; word-spacing: 2em !important; text-indent: 3em !important; }",
  "texts changed": `* { text-transform: uppercase !important; text-align: center !important; white-space: pre !important;
    text-decoration: underline wavy red !important; text-shadow: 2px 2px red !important; font-variant: small-caps !important;
    -webkit-text-fill-color: red !important; -webkit-text-stroke: 2px red !important; hyphens: auto !important; }`,
  "colours on everything": "* { color: red !important; accent-color: red !important; caret-color: red !important; border-color: red !important; fill: red !important; stroke: red !important; }",
  "rules by the names of elements": `div, section, form, button, input, label, textarea, h2, p, span, slot {
    display: inline !important; float: left !important; margin: 9px !important; padding: 9px !important; border: 3px dotted red !important;
    width: 30px !important; height: 90px !important; background: red !important; color: #0f0 !important; appearance: none !important; }`,
  "rules by our own names": `#title, #hint, #mistake, .ways, .close, .next, .send, .ends, .column, .one, [part], [role], :host, effortlet-nudge section {
    display: none !important; color: red !important; }`,
  "rules for popovers": `[popover], :popover-open, dialog { inset: 0 !important; margin: auto !important; width: 100% !important; color: red !important; opacity: 0.2 !important; }
    ::backdrop, *::backdrop { background: red !important; display: block !important; }`,
  "another way to write": "html, * { direction: rtl !important; unicode-bidi: bidi-override !important; writing-mode: vertical-rl !important; text-orientation: upright !important; }",
  "from right to left": "* { direction: rtl !important; unicode-bidi: bidi-override !important; }",
  "our custom properties on everything": "*, :root { --accent: red !important; --on-accent: red !important; --surface: lime !important; --ink: red !important; --radius: 40px !important; }",
  "our custom properties registered": `@property --accent { syntax: "<color>"; inherits: false; initial-value: red; }
    @property --on-accent { syntax: "<length>"; inherits: false; initial-value: 1px; }
    @property --surface { syntax: "<color>"; inherits: false; initial-value: lime; }
    @property --ink { syntax: "<color>"; inherits: false; initial-value: red; }
    @property --radius { syntax: "<number>"; inherits: false; initial-value: 3; }`,
  "layers": "@layer far, near; @layer far { * { all: unset !important; color: red !important; } } @layer near { * { font-size: 99px !important; } }",
  "everything turned": "* { transform: rotate(3deg) scale(0.9) !important; rotate: 10deg !important; scale: 2 !important; translate: 40px 40px !important; }",
  "a body that holds in": `body { filter: blur(2px); transform: scale(0.9); overflow: hidden; contain: strict; perspective: 1px; will-change: transform;
    position: relative; z-index: -1; height: 10px; clip-path: inset(40%); isolation: isolate; container-type: size; }`,
  "a root behind a filter": "html { filter: blur(2px); }",
  "a root that holds in": "html { transform: scale(0.9); overflow: clip; perspective: 1px; height: 10px; columns: 3; opacity: 0.3; }",
  "nothing to see": "* { visibility: hidden !important; opacity: 0 !important; clip: rect(0 0 0 0) !important; clip-path: inset(50%) !important; mask: linear-gradient(#0000, #0000) !important; }",
  "nothing to press": "* { pointer-events: none !important; user-select: none !important; -webkit-user-select: none !important; cursor: none !important; touch-action: none !important; }",
  "everything in motion": `@keyframes rise { to { transform: rotate(90deg); opacity: 0; } }
    * { transition: all 9s !important; animation: rise 9s infinite alternate !important; }`,
  "content before everything": '*::before, *::after { content: "before" !important; display: block !important; color: red !important; font-size: 30px !important; }',
  "everything somewhere else": "* { position: absolute !important; inset: 0 !important; z-index: 2147483647 !important; width: 10px !important; max-height: 10px !important; overflow: hidden !important; float: left !important; }",
  "blended": ":not(:root) { mix-blend-mode: difference !important; backdrop-filter: invert(1) !important; filter: invert(1) !important; background-blend-mode: multiply !important; }",
  "everything a grid": "* { display: grid !important; grid-template: 10px / 10px !important; gap: 50px !important; place-items: end !important; }",
};

/** Where an engine lets a style sheet reach what no page's own element can keep it from. */
const UNAVOIDABLE = {
  firefox: { "a root behind a filter": "Firefox applies the root's filter to the top layer too" },
};

/** Has a page a style sheet more. */
async function add(page, content) {
  await run(page, (content) => document.head.append(Object.assign(document.createElement("style"), { textContent: content })), content);
}

/** Those of a page take room from whatever is fixed to its window, ours too. No style sheet says more than this. */
const hideScrollBars = (page) => run(page, () => document.documentElement.style.setProperty("scrollbar-width", "none", "important"));

/** Takes the last one away again. */
const removeLast = (page) => run(page, () => document.querySelector("style:last-of-type").remove());

/** The pointer would colour what it happens to be on. */
const pointAway = (page) => page.actions().move({ x: 1, y: 1 }).perform();

/** Where the card is and what it looks like. */
async function looks(page, screen) {
  await bringUp(page, screen);
  const picture = await pictureOfCard(page);
  await takeAway(page);
  return picture;
}

for (const screen of ["yes or no", "one of some, one chosen"]) {
  inEachEngine(`no style sheet of a page moves "${screen}" or changes a pixel of it`, async (t, page, engine) => {
    // What a sheet moves under the card's round corners would be seen there.
    await arrive(t, page, { surveys: SURVEYS, body: "" });
    await hideScrollBars(page);
    await pointAway(page);
    const plain = await looks(page, screen);
    for (const [name, content] of Object.entries(HOSTILE)) {
      if (UNAVOIDABLE[engine]?.[name]) continue;
      await add(page, content);
      const found = await looks(page, screen);
      assert.deepEqual(found.place, plain.place, name);
      assert.ok(alike(found, plain), name);
      await removeLast(page);
    }
    // The measure itself.
    await add(page, "effortlet-nudge::part(card) { color: #000; }");
    assert.ok(!alike(await looks(page, screen), plain));
    await assertQuiet(page);
  });
}

inEachEngine("where nothing of a page can be pressed, a nudge is answered with the mouse", async (t, page) => {
  await arrive(t, page, { surveys: SURVEYS });
  await add(page, HOSTILE["nothing to press"]);
  await bringUp(page, "yes or no");
  await press(page, "Yes");
  await asked(page, THANKS);
});

/** How pages lay out the children of their body, and rules that reach whatever is added there. */
const LAYOUTS = {
  "as browsers do": "/* Nothing. */",
  "a column with gaps": "body { display: flex; flex-direction: column; gap: 20px; min-height: 100vh; }",
  "spread over the window": "body { display: flex; flex-direction: column; justify-content: space-between; min-height: 100vh; margin: 0; }",
  "a grid with rows": "body { display: grid; grid-template-rows: auto 1fr auto; gap: 20px; min-height: 100vh; margin: 0; }",
  "a grid with columns": "body { display: grid; grid-template-columns: 1fr 1fr; gap: 10px; }",
  "margins between": "* + * { margin-top: 1.5em; } body > * { padding: 10px; border: 3px solid green; margin: 10px; }",
  "boxes by default": "*, *::before, *::after { box-sizing: border-box; min-width: 10px; border: 0 solid; outline: 1px dotted red; background: #eef; }",
  "a body that moves": "body { transform: translateX(10px); overflow: auto; height: 100vh; margin: 0; }",
};

const EVERYTHING = `<header><a href="#">Acme</a></header>
<main><h1>Refunds</h1><h2 id="title">When</h2><p>Within a <span>month</span>.</p><section part="card"><p class="ends">Section</p></section>
<form><label><input type="radio"> <span>One</span></label> <label><input type="checkbox"> Two</label> <input class="own">
<textarea></textarea> <button class="send" style="appearance: none">Send</button> <button class="close" style="appearance: none" aria-pressed="true">Close</button></form>
<div></div><div class="ways column">Ways</div><svg width="30" height="30"><circle r="15" /></svg><table><tr><td>Cell</td></tr></table></main>
<footer role="group"><p id="mistake">Contact</p></footer>`;

inEachEngine("a page that a nudge is on looks as it does without the widget", async (t, page) => {
  const pages = { "/without": watched({ body: EVERYTHING }).replace(/<script src="\/effortlet.*<\/script>/, "") };
  const host = await arrive(t, page, { surveys: SURVEYS, body: EVERYTHING, pages });
  await pointAway(page);
  const pictures = {};
  const takePicture = async (content) => {
    await add(page, content);
    await painted(page);
    const picture = await page.takeScreenshot();
    const size = await run(page, () => [document.scrollingElement, document.body].map((it) => [it.scrollWidth, it.scrollHeight]));
    await removeLast(page);
    return { picture, size };
  };
  await bringUp(page, "seven numbers");
  await add(page, "effortlet-nudge::part(card) { visibility: hidden; }");
  await until(page, "expected an announcement", () => window.noted.live.length > 1);
  await hideScrollBars(page);
  for (const [name, content] of Object.entries(LAYOUTS)) pictures[name] = await takePicture(content);
  await page.get(host.url("/without"));
  await hideScrollBars(page);
  for (const [name, content] of Object.entries(LAYOUTS)) {
    const { picture, size } = await takePicture(content);
    assert.deepEqual(pictures[name].size, size, name);
    assert.ok(pictures[name].picture === picture, name);
  }
});

/** Clicks by the words on them, by the page's own mark, and put off to the next page. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, pageWith, survey } from "./support/definitions.mjs";
import { stageWithoutCollector } from "./support/stage.mjs";
import { announcements, arm, asked, close, open, staysQuiet } from "./support/visitor.mjs";

const QUESTION = "Did you find the information you needed?";

/** What the page's own handlers saw of each click, the last of them on the way. */
const NOTES = `<script>
clicks = [];
addEventListener("click", ({ defaultPrevented, target }) => clicks.push([target.localName, defaultPrevented].join(" ")));
</script>`;

async function arrive(t, triggers, { body = "", more, pages = {}, path = "/" } = {}) {
  const accept = (request, reply) => reply.writeHead(204).end();
  const found = { "/": pageWith({ body: NOTES + body }), "/v1/responses": accept, ...pages };
  const { context, tabAt } = await stageWithoutCollector(t, { definition: definition(survey(triggers, more)), pages: found });
  const heard = await announcements(context);
  const { page, seen } = await tabAt();
  await open(page, path);
  return { page, seen, context, shown: () => heard.filter(({ happening }) => happening === "shown").map(({ trigger }) => trigger) };
}

const SHADOW = `<p id="host"></p><script>
document.getElementById("host").attachShadow({ mode: "open" }).innerHTML = "<button><b>Share</b> this</button>";
</script>`;

const SLOTTED = `<fancy-button>Share <b>this</b></fancy-button><script>
customElements.define("fancy-button", class extends HTMLElement {
  connectedCallback() { this.attachShadow({ mode: "open" }).innerHTML = "<button><i></i><slot></slot></button>"; }
});
</script>`;

/** Each says "Share this", to those who see it or to those who hear it. */
const SAYING = {
  "a button": ["<button>Share this</button>", "button"],
  "a link": ['<a href="#here">Share this</a>', "a"],
  "capital letters and spaces": ["<button>\n  SHARE \n\n THIS&nbsp;</button>", "button"],
  "nested elements": ["<button><span>Share <b>this</b></span></button>", "b"],
  "elements that stand apart by style alone": ["<button><span>Share</span><br><span>this</span></button>", "span"],
  "a name for those who hear it": ['<button aria-label="Share this">→</button>', "button"],
  "an input that sends": ['<form onsubmit="return false"><input type="submit" value="Share this"></form>', "input"],
  "a drawing beside the words": ['<button><svg width="20" height="20"><title>Arrow</title><rect width="20" height="20"/></svg> Share this</button>', "rect"],
  "a picture with words in its place": ['<a href="#here"><img alt="Share this" width="20" height="20"></a>', "img"],
  "an icon made of letters": ['<button><i aria-hidden="true">share_icon</i> Share this</button>', "i"],
  "an open shadow tree": [SHADOW, "b"],
  "words that are put into a shadow tree": [SLOTTED, "fancy-button b"],
  "something that says it is a button": ['<div role="button" tabindex="0">Share this</div>', "div"],
  "a label": ['<label>Share this <input type="checkbox"></label>', "label"],
};

for (const [what, [body, target]] of Object.entries(SAYING)) {
  test(`a click counts by its words: ${what}`, async (t) => {
    const { page, seen, shown } = await arrive(t, { click: { text: "share this" } }, { body });
    await page.locator(target).first().click();
    // A box that is ticked is a moment of its visitor's own.
    await page.clock.runFor(3_000);
    await asked(page, QUESTION);
    assert.deepEqual(shown(), ["click"]);
    assert.ok((await page.evaluate(() => window.clicks)).every((it) => it.endsWith(" false")));
    assert.deepEqual([seen.console, seen.errors], [[], []]);
  });
}

const NOT_SAYING = {
  "other words": ["<button>Share that</button>", "button"],
  "more words": ["<button>Share this page</button>", "button"],
  "the words on what surrounds a button": ["<a>Share this</a> <p>Share this</p>", "p"],
  "words that are typed": ['<input aria-label="Search" value="Share this">', "input"],
  "the words of all that a part of the page has in it": [`<section role="region">Share this <img width="20" height="20">${"<i></i>".repeat(100)}</section>`, "img"],
  "a closed shadow tree": [SHADOW.replace('"open"', '"closed"'), "#host"],
};

for (const [what, [body, target]] of Object.entries(NOT_SAYING)) {
  test(`a click does not count by ${what}`, async (t) => {
    const { page } = await arrive(t, { click: { text: "Share this" } }, { body });
    await page.locator(target).first().click();
    await staysQuiet(page);
  });
}

test("a click by a selector and words counts where both are meant", async (t) => {
  const body = '<button class="vote">Yes</button> <button class="vote">No</button> <button>no</button>';
  const { page, shown } = await arrive(t, { click: { selector: ".vote", text: "no" } }, { body });
  await page.getByText("Yes").click();
  await page.getByText("no", { exact: true }).click();
  await staysQuiet(page);
  await page.getByText("No", { exact: true }).click();
  await asked(page, QUESTION);
  assert.deepEqual(shown(), ["click"]);
});

test("each of several clicks has its own words", async (t) => {
  const any = [{ click: { selector: "#one" } }, { click: { selector: "button", text: "Two" } }];
  const { page } = await arrive(t, { any }, { body: '<button>One</button><button>Two</button>' });
  await page.getByText("One").click();
  await staysQuiet(page);
  await page.getByText("Two").click();
  await asked(page, QUESTION);
});

test("a click by the keyboard is a click", async (t) => {
  const { page } = await arrive(t, { click: { text: "Share" } }, { body: "<button>Share</button>" });
  await page.getByText("Share").focus();
  await page.keyboard.press("Enter");
  await asked(page, QUESTION);
});

test("a click on what the page has marked with the survey asks for it at once, even a newcomer", async (t) => {
  const body = '<p data-effortlet="other">Other</p><button data-effortlet="help-center"><svg width="20" height="20"><rect width="20" height="20"/></svg></button>';
  const { page, shown } = await arrive(t, { click: {} }, { body, more: { frequency: { preset: "polite" } } });
  await page.getByText("Other").click();
  await staysQuiet(page);
  await page.locator("rect").click();
  await asked(page, QUESTION);
  assert.deepEqual(shown(), ["click"]);
});

test("the focus goes in for whoever pressed the mark, but not once they have done something else", async (t) => {
  const body = `<input aria-label="Search"><button data-effortlet="help-center">Feedback</button>
    <dialog><button data-effortlet="help-center">Was it easy?</button><button onclick="document.querySelector('dialog').close()">Done</button></dialog>`;
  const { page } = await arrive(t, { click: {} }, { body });
  const isInside = () => page.evaluate(() => document.activeElement.localName === "effortlet-nudge");
  await page.getByLabel("Search").fill("refund");
  await page.getByText("Feedback").click();
  await asked(page, QUESTION);
  assert.equal(await isInside(), true, "typed a moment ago");
  await close(page);
  await page.evaluate(() => document.querySelector("dialog").showModal());
  await page.getByText("Was it easy?").click();
  await staysQuiet(page, "behind the dialog");
  await page.getByText("Done").click();
  await page.clock.runFor(4_000);
  await asked(page, QUESTION);
  assert.equal(await isInside(), false, "the dialog was closed meanwhile");
});

test("what is marked within an open shadow tree counts too", async (t) => {
  const { page } = await arrive(t, { click: {} }, { body: SHADOW.replace("<button>", "<button data-effortlet=help-center>") });
  await page.locator("b").click();
  await asked(page, QUESTION);
});

const HANDLED = `<p id="outer"><a id="link" href="#there">Plans</a> <input type="checkbox" aria-label="Agree">
<button id="stopped">Stopped</button></p><form action="/sent"><button>Send</button></form>
<script>
said = [];
outer.addEventListener("click", () => said.push("outer"));
link.addEventListener("click", () => said.push("link"));
stopped.addEventListener("click", (event) => { said.push("stopped"); event.preventDefault(); event.stopImmediatePropagation(); });
document.querySelector("form").addEventListener("submit", (event) => { said.push("submit"); event.preventDefault(); });
</script>`;

test("a click does what it does without us, and the page hears of it as before", async (t) => {
  const { page, shown } = await arrive(t, { click: { text: "Plans" } }, { body: HANDLED });
  await page.getByText("Plans").click();
  assert.match(page.url(), /#there$/);
  await page.getByLabel("Agree").click();
  assert.ok(await page.getByLabel("Agree").isChecked());
  await page.getByText("Send").click();
  assert.deepEqual(await page.evaluate(() => window.said), ["link", "outer", "outer", "submit"]);
  assert.deepEqual(await page.evaluate(() => window.clicks), ["a false", "input false", "button false"]);
  assert.deepEqual(shown(), ["click"]);
});

test("a click that the page stops still counts", async (t) => {
  const { page } = await arrive(t, { click: { text: "Stopped" } }, { body: HANDLED });
  await page.getByText("Stopped").click();
  await asked(page, QUESTION);
  assert.deepEqual(await page.evaluate(() => window.said), ["stopped"]);
});

const NEXT = pageWith({ body: "<h1>Next</h1>" });
const DEFERRED = { click: { text: "Next", defer: true } };

test("a click that is put off asks on the page that its link leads to", async (t) => {
  const { page, shown } = await arrive(t, DEFERRED, { body: '<a href="/next">Next</a>', pages: { "/next": NEXT } });
  await page.getByText("Next").click();
  await page.waitForURL("**/next");
  await arm(page);
  await asked(page, QUESTION);
  await close(page);
  await page.reload();
  await arm(page);
  await staysQuiet(page, "and on no page after it");
  assert.deepEqual(shown(), ["click"]);
});

test("a click that is put off asks on the next route of an application", async (t) => {
  const body = `<a href="/next" onclick="event.preventDefault(); history.pushState(0, '', this.href)">Next</a> <button>Stay</button>`;
  const { page, shown } = await arrive(t, DEFERRED, { body });
  await page.getByText("Next").click();
  await page.clock.runFor(200);
  await asked(page, QUESTION);
  assert.match(page.url(), /\/next$/);
  assert.deepEqual(shown(), ["click"]);
});

test("a click that is put off asks nothing where its visitor stays, nor half an hour later", async (t) => {
  const { page } = await arrive(t, DEFERRED, { body: "<button>Next</button>" });
  await page.getByText("Next").click();
  await page.clock.runFor(60_000);
  await staysQuiet(page);
  await page.clock.runFor(30 * 60_000);
  await page.reload();
  await arm(page);
  await staysQuiet(page);
});

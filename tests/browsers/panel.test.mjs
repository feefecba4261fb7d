/** The panel of a team that looks on, as it goes with its tab from page to page and stands out of the way. */
import assert from "node:assert/strict";
import { inEachEngine } from "./support/each-engine.mjs";
import { hostOf, watched } from "./support/stage.mjs";
import { asked, open, press, run, until } from "./support/visitor.mjs";
import { survey } from "../browser/support/definitions.mjs";

const BODY = `<style>
  button { position: fixed; width: 90px; height: 40px }
  #left { left: 20px; top: 45% } #right { right: 20px; top: 45% }
</style><button id="left">Left</button><button id="right">Right</button><a href="/second" style="position: fixed; bottom: 90px; left: 46%">Second</a>`;

const onClick = (selector, more) => survey({ click: { selector } }, { audience: undefined, ...more });

const hostWith = (t, surveys) => {
  const pages = { "/second": watched({ body: `${BODY}<h1>Second</h1>` }) };
  return hostOf(t, { surveys, body: BODY, pages });
};

/** The page is shown from a host of ours, with the parameter in its address. */
async function lookOn(page, host) {
  await open(page, `${host.origin}/?effortlet-debug`);
  await panelDrawn(page);
}

const panelDrawn = (page) => until(page, "expected the panel", () => document.querySelector("effortlet-debug")?.shadowRoot.querySelector("header"));

const inPanel = (page, name) =>
  until(page, `expected ${name} in the panel`, (name) => [...document.querySelector("effortlet-debug").shadowRoot.querySelectorAll("button")].find((it) => name === (it.ariaLabel ?? it.getAttribute("aria-label") ?? it.textContent)), name);

const pressInPanel = async (page, name) => (await inPanel(page, name)).click();

/** Runs in the page: whether a press in the middle of an element meets it. */
const FREE = (selector) => {
  const it = document.querySelector(selector);
  const { left, top, width, height } = it.getBoundingClientRect();
  return document.elementFromPoint(left + width / 2, top + height / 2) === it;
};

const isFree = (page, selector) => run(page, FREE, selector);

const free = (page, selector) => until(page, `expected nothing over ${selector}`, FREE, selector);

const clickOn = async (page, selector) => (await run(page, (selector) => document.querySelector(selector), selector)).click();

const CLOSE = "Close, here and on the pages after";

inEachEngine("the panel stays as its tab goes on to another page, until it is closed", async (t, page) => {
  const host = await hostWith(t, onClick("#right"));
  await lookOn(page, host);
  await open(page, `${host.origin}/second`);
  await panelDrawn(page);
  await pressInPanel(page, "Effortlet");
  await until(page, "expected it to be folded", () => document.querySelector("effortlet-debug").shadowRoot.querySelector("section.folded"));
  await open(page, `${host.origin}/`);
  await panelDrawn(page);
  assert.ok(await run(page, () => document.querySelector("effortlet-debug").shadowRoot.querySelector("section.folded")), "folded stays folded");
  await pressInPanel(page, "Effortlet");
  await pressInPanel(page, CLOSE);
  await until(page, "expected no panel", () => !document.querySelector("effortlet-debug"));
  await open(page, `${host.origin}/second`);
  assert.equal(await run(page, () => document.querySelectorAll("effortlet-debug").length), 0);
  assert.deepEqual(await run(page, () => Object.keys(sessionStorage).filter((it) => it.includes("debug"))), []);
});

inEachEngine("what a tab does in preview is remembered on the pages after, and nothing of it is kept for visitors", async (t, page) => {
  const host = await hostWith(t, onClick("#right", { frequency: { preset: "none", rules: [{ on: "dismissed", quiet: "30d" }] } }));
  await lookOn(page, host);
  await clickOn(page, "#right");
  await press(page, "Close");
  await open(page, `${host.origin}/second`);
  await panelDrawn(page);
  await until(page, "expected it to be quiet", () => /dismissed/.test(document.querySelector("effortlet-debug").shadowRoot.querySelector(".hold")?.textContent));
  await pressInPanel(page, "Forget all");
  await until(page, "expected a new visitor", () => !/dismissed/.test(document.querySelector("effortlet-debug").shadowRoot.querySelector(".hold")?.textContent));
  await pressInPanel(page, CLOSE);
  assert.deepEqual(await run(page, () => [{ ...localStorage }, { ...sessionStorage }]), [{}, {}]);
});

inEachEngine("the panel goes out of the way of what a trigger waits for, and where somebody moves it there it stays", async (t, page) => {
  const host = await hostWith(t, onClick("#left"));
  await lookOn(page, host);
  await free(page, "#left");
  assert.ok(!(await isFree(page, "#right")), "it is somewhere");
  await clickOn(page, "#left");
  await asked(page, "Did you find the information you needed?");
  await pressInPanel(page, "Move to the other side");
  await free(page, "#right");
  assert.ok(!(await isFree(page, "#left")));
});

inEachEngine("folded it is a button, which goes out of the way as well", async (t, page) => {
  const host = await hostWith(t, onClick("#left"));
  host.pages["/"] = watched({ body: `${BODY}<style>#left { left: 10px; top: auto; bottom: 10px }</style>` });
  await lookOn(page, host);
  await pressInPanel(page, "Effortlet");
  await until(page, "expected it to be folded", () => document.querySelector("effortlet-debug").shadowRoot.querySelector("section.folded"));
  await free(page, "#left");
  assert.ok(await isFree(page, "#right"));
});

inEachEngine("explain never says of a trigger that came that it did not", async (t, page) => {
  const host = await hostWith(t, [onClick("#left"), onClick("#right", { id: "other", version: "1" })]);
  await open(page, host.origin);
  await clickOn(page, "#left");
  await asked(page, "Did you find the information you needed?");
  await press(page, "Close");
  const explained = (survey) => page.executeAsyncScript((survey, done) => window.effortlet("explain", survey).then(done), survey);
  const [came, other] = [await explained("help-center"), await explained("other")];
  assert.equal(came.triggers.is, "true", JSON.stringify(came));
  assert.notEqual(came.triggers.found, "no such click so far");
  assert.notEqual(other.triggers.is, "true", JSON.stringify(other));
});

/** What a nudge does not come into the middle of, and that it comes once that is over. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, pageWith, survey } from "./support/definitions.mjs";
import { PHONE } from "./support/finger.mjs";
import { silence } from "./support/sound.mjs";
import { stageWithoutCollector } from "./support/stage.mjs";
import { asked, open, painted, staysQuiet } from "./support/visitor.mjs";

const QUESTION = "Did you find the information you needed?";

/** After so many milliseconds of quiet it comes. */
const REST = 3100;

const STYLE = `<style>.away { display: none } .faded { opacity: 0; visibility: hidden } .aside { transform: translateX(-200%) }
div[role=dialog] { position: fixed; inset: 20%; background: Canvas; border: 1px solid }</style>`;

/** An element with an open shadow root and this in it; `within` is its light content. */
const shadow = (inner, within = "") => `<x-box><template shadowrootmode="open">${inner}</template>${within}</x-box>`;

async function arrive(t, { body = "", settings } = {}) {
  const pages = { "/": pageWith({ body: `${STYLE}<h1>Help</h1><p id="words">Refunds go back to the card that was charged.</p>${body}` }), "/v1/responses": (request, reply) => reply.writeHead(204).end() };
  const { tabAt } = await stageWithoutCollector(t, { definition: definition(survey({ event: { name: "go" } })), pages, settings });
  const { page, seen } = await tabAt();
  await open(page);
  await page.evaluate(() => {
    /** The first of this name, through open shadow roots. */
    window.find = (name, root = document) => root.querySelector(name) ?? [...root.querySelectorAll("*")].filter((it) => it.shadowRoot).map((it) => window.find(name, it.shadowRoot)).find(Boolean);
  });
  return { page, seen };
}

const go = (page) => page.evaluate(() => window.effortlet("track", "go"));
const hold = (page) => page.evaluate(async () => (await window.effortlet("explain", "help-center")).hold);

/** Calls in the page, by the page's own script. */
const script = (call) => (page) => page.evaluate(call);
const press = (key) => (page) => page.keyboard.press(key);
const click = (name) => (page) => page.locator(name).click();

const DIALOG = /^manners: a dialog or a popover is open/;
const SCREEN = /^manners: something fills the screen/;
const TYPING = /^manners: the visitor typed/;
const WORDS = /^manners: words are selected/;
const VIDEO = /^manners: a video is playing/;
const FIELD = /^manners: a field of a touch screen/;

const MODAL = "<dialog><h2>Terms</h2><p>Read them</p><button>Agree</button></dialog>";
const showModal = script(() => window.find("dialog").showModal());
const POPOVER = '<button id="menu" popovertarget="list">Menu</button><div id="list" popover><a href="#a">A</a></div>';
const ARIA = '<div role="dialog" aria-modal="true"><h2>Cookies</h2><button>Agree</button></div>';
const PLAYER = `<video src="${silence()}" loop width="200" height="100"></video><button id="play" onclick="find('video').play()">Play</button>`;
const play = async (page) => {
  await page.locator("#play").click();
  await page.waitForFunction(() => window.find("video").currentTime > 0);
};

const type = (name) => async (page) => {
  await page.locator(name).click();
  await page.keyboard.type("refund");
};

/** Over words on the page, by the mouse. */
const drag = async (page) => {
  const { x, y, height } = await page.locator("#words").boundingBox();
  await page.mouse.move(x + 5, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + 160, y + height / 2, { steps: 4 });
  await page.mouse.up();
};

/** What holds it back; how that begins, and by what it ends; where nothing ends it, time does. */
const BUSY = [
  ["a modal dialog, closed by a key", DIALOG, { body: MODAL, begin: showModal, end: press("Escape") }],
  ["a modal dialog, closed by a script", DIALOG, { body: MODAL, begin: showModal, end: script(() => window.find("dialog").close()) }],
  ["a modal dialog, taken out of the page", DIALOG, { body: MODAL, begin: showModal, end: script(() => window.find("dialog").remove()) }],
  ["a modal dialog, no longer displayed", DIALOG, { body: MODAL, begin: showModal, end: script(() => (window.find("dialog").style.display = "none")) }],
  ["a modal dialog in shadow roots", DIALOG, {
    body: shadow(shadow(MODAL)),
    begin: async (page) => {
      await showModal(page);
      // The focus is on none of its fields.
      await page.getByText("Read them").click();
    },
    end: script(() => window.find("dialog").close()),
  }],
  ["a modal dialog in a shadow root, taken out with its host", DIALOG, { body: shadow(MODAL), begin: showModal, end: script(() => window.find("x-box").remove()) }],
  ["a modal dialog around what is slotted into it", DIALOG, { body: shadow("<dialog><slot></slot></dialog>", "<button>Agree</button>"), begin: showModal, end: press("Escape") }],
  ["a popover, closed by a click elsewhere", DIALOG, { body: POPOVER, begin: click("#menu"), end: click("h1") }],
  ["an aria-modal element, hidden by its style", DIALOG, { body: ARIA, end: script(() => window.find("[role=dialog]").classList.add("away")) }],
  ["an aria-modal element, faded away", DIALOG, { body: ARIA, end: script(() => window.find("[role=dialog]").classList.add("faded")) }],
  ["an aria-modal element, pushed aside", DIALOG, { body: ARIA, end: script(() => window.find("[role=dialog]").classList.add("aside")) }],
  ["an aria-modal element, taken out of the page", DIALOG, { body: ARIA, end: script(() => window.find("[role=dialog]").remove()) }],
  ["an aria-modal element of no height around what is fixed", DIALOG, {
    body: `<div style="height: 3000px"></div><div aria-modal="true" style="position: relative"><div role="dialog">Cookies</div></div>`,
    end: script(() => window.find("[aria-modal]").remove()),
  }],
  ["an element that fills the screen", SCREEN, {
    body: `<div id="stage"><button id="full" onclick="find('#stage').requestFullscreen()">Full</button></div>`,
    begin: async (page) => {
      await page.locator("#full").click();
      await page.waitForFunction(() => document.fullscreenElement);
    },
    end: async (page) => {
      await page.evaluate(() => document.exitFullscreen());
      await page.waitForFunction(() => !document.fullscreenElement);
    },
  }],
  ["typing in an input", TYPING, { body: '<input id="field">', begin: type("#field") }],
  ["typing in a textarea", TYPING, { body: '<textarea id="field"></textarea>', begin: type("#field") }],
  ["typing in an editor", TYPING, { body: '<div id="field" contenteditable>Note</div>', begin: type("#field") }],
  ["typing in an editor that does it by itself", TYPING, { body: `<div id="field" contenteditable onbeforeinput="event.preventDefault(); this.append(event.data)">Note</div>`, begin: type("#field") }],
  ["typing in a shadow root", TYPING, { body: shadow('<input id="field">'), begin: type("#field") }],
  ["words selected by the mouse", WORDS, { begin: drag, end: click("h1") }],
  ["a video with its sound on, paused", VIDEO, { body: PLAYER, begin: play, end: script(() => window.find("video").pause()) }],
  ["a video with its sound on, muted", VIDEO, { body: PLAYER, begin: play, end: script(() => (window.find("video").muted = true)) }],
  ["a video with its sound on, taken out of the page", VIDEO, { body: PLAYER, begin: play, end: script(() => window.find("video").remove()) }],
  ["a field of a touch screen", FIELD, { body: '<input id="field">', settings: PHONE, begin: (page) => page.locator("#field").tap(), end: (page) => page.evaluate(() => document.activeElement.blur()) }],
];

for (const [what, reason, { body, settings, begin = () => {}, end }] of BUSY) {
  test(`it does not come into the middle of ${what}, and comes when that is over`, async (t) => {
    const { page, seen } = await arrive(t, { body, settings });
    await begin(page);
    await go(page);
    await staysQuiet(page, "while it lasts");
    assert.match(await hold(page), reason);
    if (end) {
      await page.clock.runFor(5000);
      await staysQuiet(page, "while it lasts, 5 s later");
      await end(page);
      // A selection that ends says so a little later.
      await painted(page);
    }
    await page.clock.runFor(1000);
    await staysQuiet(page, "as soon as it is over");
    await page.clock.runFor(REST - 1000);
    await asked(page, QUESTION);
    assert.deepEqual([seen.console, seen.errors], [[], []]);
  });
}

const NOTHING = [
  ["a dialog that is not modal, with the focus elsewhere", {
    body: MODAL,
    begin: script(() => {
      window.find("dialog").show();
      document.activeElement.blur();
    }),
  }],
  ["a modal dialog that was closed", { body: MODAL, begin: script(() => (window.find("dialog").showModal(), window.find("dialog").close())) }],
  ["a popover that is part of the page", { body: '<div id="list" popover="manual">News</div>', begin: script(() => window.find("#list").showPopover()) }],
  ...["class=away", "class=faded", "class=aside", "hidden", "inert class=aside", "style='width:0;height:0;overflow:hidden;border:0;opacity:0'"].map((how) => [
    `an aria-modal element left in the page with ${how}`,
    { body: ARIA.replace("<div", `<div ${how}`) },
  ]),
  ["a field that has the focus, with a keyboard of its own", { body: '<input id="field">', begin: click("#field") }],
  ["a click into words", { begin: click("#words") }],
  ["a muted video", { body: PLAYER.replace("<video", "<video muted"), begin: play }],
  ["a video that is turned down", { body: PLAYER, begin: async (page) => (await page.evaluate(() => (window.find("video").volume = 0)), await play(page)) }],
  ["a video that was not begun", { body: PLAYER }],
  ["a touch screen without a field", { settings: PHONE, begin: (page) => page.locator("h1").tap() }],
];

for (const [what, { body, settings, begin = () => {} }] of NOTHING) {
  test(`${what} does not hold it back`, async (t) => {
    const { page } = await arrive(t, { body, settings });
    await begin(page);
    await go(page);
    await asked(page, QUESTION);
  });
}

test("typing before the clock was set back holds nothing back", async (t) => {
  const { page } = await arrive(t, { body: "<input>" });
  await page.clock.runFor(60_000);
  await type("input")(page);
  await page.evaluate(() => {
    const now = Date.now;
    Date.now = () => now() - 30_000;
  });
  await go(page);
  await asked(page, QUESTION);
});

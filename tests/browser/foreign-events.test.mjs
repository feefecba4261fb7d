/** Events that the page has for others, as triggers: of its DOM, and of its data layer. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, pageWith, survey } from "./support/definitions.mjs";
import { stageWithoutCollector } from "./support/stage.mjs";
import { announcements, asked, close, open, staysQuiet } from "./support/visitor.mjs";

const QUESTION = "How easy was it to solve your problem?";

async function arrive(t, event, body) {
  const only = definition(survey({ event }, { template: "resolution" }), { endpoint: undefined });
  const { context, tabAt } = await stageWithoutCollector(t, { definition: only, pages: { "/": pageWith({ body }) } });
  const heard = await announcements(context);
  const { page, seen } = await tabAt();
  await open(page);
  return { page, seen, shown: () => heard.filter(({ happening }) => happening === "shown").length };
}

const VOTED = { name: "voted", from: "dom", where: { answer: "no" } };

/** What a press of #vote does. */
const dispatching = (how, on = "this") => `${on}.dispatchEvent(new CustomEvent('voted', { detail: { answer: 'no' }, ${how} }))`;
const buttonThat = (does) => `<p id="outer"><button id="vote" onclick="${does}">No</button></p>`;

const SHADOW = (how) => `<p id="host"></p><script>
document.getElementById("host").attachShadow({ mode: "open" }).innerHTML = "<button id=vote>No</button>";
host.shadowRoot.getElementById("vote").onclick = function () { ${dispatching(how)} };
</script>`;

/** The page's own handlers, each of which stops what it hears. */
const STOPPING = `<script>
noted = [];
for (const it of [document.getElementById("vote"), outer, document]) it.addEventListener("voted", (event) => {
  noted.push([it.nodeName, event.eventPhase, event.detail.answer].join(" "));
  event.stopImmediatePropagation();
  event.preventDefault();
});
</script>`;

const HEARD = {
  "that bubbles": buttonThat(dispatching("bubbles: true")),
  "that does not bubble": buttonThat(dispatching("bubbles: false")),
  "that is stopped": buttonThat(dispatching("bubbles: true, cancelable: true")) + STOPPING,
  "of the document": buttonThat(dispatching("", "document")),
  "of the window": buttonThat(dispatching("", "window")),
  "that leaves a shadow tree": SHADOW("bubbles: true, composed: true"),
  "whose detail is in circles": buttonThat("const detail = { answer: 'no', it: this }; detail.detail = detail; this.dispatchEvent(new CustomEvent('voted', { detail }))"),
};

for (const [what, body] of Object.entries(HEARD)) {
  test(`an event of the page's DOM counts: one ${what}`, async (t) => {
    const { page, seen, shown } = await arrive(t, VOTED, body);
    await page.locator("#vote").click();
    await asked(page, QUESTION);
    await close(page);
    await page.evaluate(() => window.effortlet("stop"));
    await page.locator("#vote").click();
    await staysQuiet(page, "after the end");
    assert.equal(shown(), 1);
    assert.deepEqual([seen.console, seen.errors], [[], []]);
  });
}

test("the page hears its own events as before", async (t) => {
  const { page } = await arrive(t, VOTED, buttonThat(dispatching("bubbles: true")) + STOPPING);
  await page.locator("#vote").click();
  assert.deepEqual(await page.evaluate(() => window.noted), ["BUTTON 2 no"]);
});

const UNHEARD = {
  "of another name": buttonThat("this.dispatchEvent(new CustomEvent('Voted', { bubbles: true, detail: { answer: 'no' } }))"),
  "with another detail": buttonThat("this.dispatchEvent(new CustomEvent('voted', { bubbles: true, detail: { answer: 'yes' } }))"),
  "without a detail": buttonThat("this.dispatchEvent(new Event('voted', { bubbles: true }))"),
  "whose detail cannot be read": buttonThat("this.dispatchEvent(new CustomEvent('voted', { detail: { get answer() { throw new Error('answer') } } }))"),
  "that stays in a shadow tree": SHADOW("bubbles: true"),
};

for (const [what, body] of Object.entries(UNHEARD)) {
  test(`an event of the page's DOM does not count: one ${what}`, async (t) => {
    const { page, seen } = await arrive(t, VOTED, body);
    await page.locator("#vote").click();
    await staysQuiet(page);
    await page.evaluate(() => window.effortlet("track", "voted", { answer: "no" }));
    await asked(page, QUESTION);
    assert.deepEqual([seen.console, seen.errors], [[], []]);
  });
}

test("an event of the page's DOM is taken back by another of it", async (t) => {
  const tell = (name) => `<button onclick="this.dispatchEvent(new CustomEvent('${name}', { bubbles: true }))">${name}</button>`;
  const { page } = await arrive(t, { name: "left", from: "dom", delay: "5s", cancelOn: "back" }, tell("left") + tell("back"));
  await page.getByText("left").click();
  await page.getByText("back").click();
  await page.clock.runFor(60_000);
  await staysQuiet(page);
  await page.getByText("left").click();
  await page.clock.runFor(5_000);
  await asked(page, QUESTION);
});

const PAID = { name: "paid", from: "dataLayer", where: { plan: "pro" } };

/** What a page pushes, by ways of its own: `pay()` does it. */
const PUSHING = {
  "as the tag manager has it": "dataLayer.push({ event: 'paid', plan: 'pro' })",
  "with others at once": "dataLayer.push({ plan: 'free' }, { event: 'paid', plan: 'pro' }, null)",
  "by gtag": "(function gtag() { dataLayer.push(arguments) })('event', 'paid', { plan: 'pro' })",
  "beside elements and functions": "dataLayer.push({ event: 'paid', plan: 'pro', 'gtm.element': Object.assign(document.body, { it: document.body }), eventCallback() {} })",
  "after what cannot be read": "dataLayer.push({ get event() { throw new Error('event') } }, new Proxy({}, { get() { throw 1 } }), 'event', 7, undefined, () => {}, { event: 'paid', plan: 'pro' })",
};

const layerWith = (pushing, before = "dataLayer = []") => `<script>${before}; function pay() { ${pushing} }</script><button onclick="pay()">Pay</button>`;

for (const [how, pushing] of Object.entries(PUSHING)) {
  test(`what is pushed to the page's data layer counts, before the widget and after: ${how}`, async (t) => {
    const { page, seen, shown } = await arrive(t, PAID, `${layerWith(pushing)}<script>pay()</script>`);
    await asked(page, QUESTION);
    await close(page);
    await page.getByText("Pay").click();
    await asked(page, QUESTION);
    assert.equal(shown(), 2);
    assert.deepEqual([seen.console, seen.errors], [[], []]);
  });
}

const OTHERS = {
  "another event": "dataLayer.push({ event: 'Paid', plan: 'pro' })",
  "other properties": "dataLayer.push({ event: 'paid', plan: 'free' })",
  "no event": "dataLayer.push({ paid: true, plan: 'pro' })",
  "what gtag sets": "(function gtag() { dataLayer.push(arguments) })('set', 'paid', { plan: 'pro' })",
};

test("nothing else that is pushed to the page's data layer counts", async (t) => {
  const { page, seen } = await arrive(t, PAID, layerWith(Object.values(OTHERS).join("; ")));
  await page.getByText("Pay").click();
  await staysQuiet(page);
  assert.equal(await page.evaluate(() => window.dataLayer.length), 4);
  assert.deepEqual([seen.console, seen.errors], [[], []]);
});

const UNUSABLE = {
  "is not there": "",
  "is something else": "dataLayer = { push() {} }",
  "cannot be wrapped": "dataLayer = []; Object.defineProperty(dataLayer, 'push', { value: Array.prototype.push })",
  "cannot be read": "Object.defineProperty(window, 'dataLayer', { get() { throw new Error('layer') } })",
};

for (const [what, before] of Object.entries(UNUSABLE)) {
  test(`a data layer that ${what} is left alone, and the page can still tell`, async (t) => {
    const { page, seen } = await arrive(t, PAID, layerWith("effortlet('track', 'paid', { plan: 'pro' })", before));
    await page.getByText("Pay").click();
    await asked(page, QUESTION);
    assert.equal(await page.evaluate(() => Object.hasOwn(window, "dataLayer")), before !== "");
    assert.deepEqual([seen.console, seen.errors], [[], []]);
  });
}

/** Wraps a layer's `push` as tag managers do, and notes what comes through. */
const WRAP = `function wrap(name) {
  const { push } = dataLayer;
  dataLayer.push = function (...entries) {
    notes.push([name, this === dataLayer, ...entries.map(({ event }) => event)].join(" "));
    return push.apply(dataLayer, entries);
  };
}`;

test("a data layer does for the page what it did, wrapped before and after, and so it does after the end", async (t) => {
  const pushing = "results.push(dataLayer.push({ event: 'paid', plan: 'pro' }, { event: 'more' }))";
  const { page, seen, shown } = await arrive(t, PAID, layerWith(pushing, `${WRAP}; notes = []; results = []; dataLayer = [{ event: 'first' }]; layer = dataLayer; wrap('host')`));
  await page.evaluate(() => window.wrap("manager"));
  const wrapped = await page.evaluateHandle(() => window.dataLayer.push);
  const pay = () => page.getByText("Pay").click();
  const notes = ["manager true paid more", "host true paid more"];
  const state = () => page.evaluate(({ wrapped }) => ({ notes: window.notes.splice(0), result: window.results.pop(), events: window.dataLayer.map(({ event }) => event).join(" "), same: window.dataLayer === window.layer && window.dataLayer.push === wrapped }), { wrapped });
  await pay();
  await asked(page, QUESTION);
  await close(page);
  assert.deepEqual(await state(), { notes, result: 3, events: "first paid more", same: true });
  await page.evaluate(() => window.effortlet("stop"));
  await pay();
  await staysQuiet(page);
  assert.deepEqual(await state(), { notes, result: 5, events: "first paid more paid more", same: true }, "after the end");
  await page.evaluate(() => window.effortlet("start", "/effortlet.json"));
  await staysQuiet(page, "what was there is not told again");
  await pay();
  await asked(page, QUESTION);
  assert.deepEqual(await state(), { notes, result: 7, events: "first paid more paid more paid more", same: true }, "started again");
  assert.equal(shown(), 2);
  assert.deepEqual([seen.console, seen.errors], [[], []]);
});

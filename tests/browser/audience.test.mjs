/** Whom a survey is for, as the page and the browser tell it. `audience-visit.test.mjs` has the way here, and what is remembered. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { askedOf, definitionOf } from "./support/asking.mjs";
import { pageWith } from "./support/definitions.mjs";
import { PHONE } from "./support/finger.mjs";
import { NOON, stageWithoutCollector } from "./support/stage.mjs";
import { open } from "./support/visitor.mjs";

const HOUR = 60 * 60 * 1000;

async function arrive(t, audiences, { page: given = {}, settings, time, prepare = () => {} } = {}) {
  const { context, tabAt } = await stageWithoutCollector(t, { definition: definitionOf(audiences), pages: { "/": pageWith(given) }, settings });
  await prepare(context);
  const { page, seen } = await tabAt(time);
  await open(page);
  return { context, page, seen, who: () => askedOf(page, audiences) };
}

const LANGUAGES = {
  ro: { language: "ro" },
  "ro-md": { language: "ro-MD" },
  "of-two": { language: ["ru", "pt-BR"] },
  english: { language: "en" },
  "not-romanian": { not: { language: "ro" } },
};

/** By the browser's language, the page's, and the tag's. */
const SPOKEN = [
  { locale: "ro-MD", lang: "", who: ["ro", "ro-md"] },
  { locale: "ro-RO", lang: "", who: ["ro"] },
  { locale: "pt-BR", lang: "", who: ["of-two", "not-romanian"] },
  { locale: "pt-PT", lang: "", who: ["not-romanian"] },
  { locale: "ro-MD", lang: "en-GB", who: ["english", "not-romanian"] },
  { locale: "en-US", lang: "ru", who: ["of-two", "not-romanian"] },
  { locale: "en-US", lang: "en", tag: "ro-md", who: ["ro", "ro-md"] },
];

for (const { locale, lang, tag, who: expected } of SPOKEN) {
  test(`a browser in ${locale}, a page in ${lang || "no language"} and a tag in ${tag ?? "none"} are for ${expected}`, async (t) => {
    const attributes = `data-definition="/effortlet.json"${tag ? ` data-locale="${tag}"` : ""}`;
    const { who } = await arrive(t, LANGUAGES, { page: { lang, attributes }, settings: { locale } });
    assert.deepEqual(await who(), expected);
  });
}

const DEVICES = {
  mouse: { device: { pointer: "fine" } },
  finger: { device: { pointer: "coarse" } },
  hover: { device: { hover: true } },
  "no-hover": { device: { hover: false } },
  narrow: { device: { width: { atMost: 480 } } },
  wide: { device: { width: { atLeast: 1024 } } },
  phone: { device: { pointer: "coarse", hover: false, width: { atMost: 480 } } },
};

const SCREENS = [
  ["a desktop", { viewport: { width: 1280, height: 800 } }, ["mouse", "hover", "wide"]],
  ["a narrow window of a desktop", { viewport: { width: 480, height: 800 }, screen: { width: 1280, height: 800 } }, ["mouse", "hover", "narrow"]],
  ["a phone", PHONE, ["finger", "no-hover", "narrow", "phone"]],
  ["a tablet", { ...PHONE, viewport: { width: 1024, height: 768 } }, ["finger", "no-hover", "wide"]],
];

for (const [what, settings, expected] of SCREENS) {
  test(`${what} is known by what it can do`, async (t) => {
    const { who } = await arrive(t, DEVICES, { settings });
    assert.deepEqual(await who(), expected);
  });
}

test("a window that was made narrow is narrow, whatever it was", async (t) => {
  const { page, who } = await arrive(t, DEVICES);
  await page.setViewportSize({ width: 480, height: 800 });
  assert.deepEqual(await who(), ["mouse", "hover", "narrow"]);
  await page.setViewportSize({ width: 1024, height: 800 });
  assert.deepEqual(await who(), ["mouse", "hover", "wide"]);
});

const TIMES = {
  office: { time: { hours: ["09:00", "17:00"], weekdays: ["mon", "tue", "wed", "thu", "fri"] } },
  night: { time: { hours: ["22:00", "06:00"] } },
  march: { time: { from: "2026-03-01", until: "2026-03-31" } },
  chisinau: { timeZone: "Europe/Chisinau" },
  europe: { timeZone: { startsWith: "Europe/" } },
};

/** A Monday is the 2nd of March, and summer time begins in Europe on the 29th. */
const CLOCKS = [
  ["2026-03-02T12:00:00Z", "Europe/Chisinau", ["office", "march", "chisinau", "europe"]],
  ["2026-03-02T12:00:00Z", "America/Los_Angeles", ["night", "march"]],
  ["2026-03-02T12:00:00Z", "Asia/Tokyo", ["march"]],
  ["2026-02-28T22:30:00Z", "Europe/Chisinau", ["night", "march", "chisinau", "europe"]],
  ["2026-02-28T22:30:00Z", "Europe/London", ["night", "europe"]],
  ["2026-03-06T14:59:00Z", "Europe/Chisinau", ["office", "march", "chisinau", "europe"]],
  ["2026-03-06T15:00:00Z", "Europe/Chisinau", ["march", "chisinau", "europe"]],
  ["2026-03-07T12:00:00Z", "Europe/Chisinau", ["march", "chisinau", "europe"]],
  ["2026-03-30T06:00:00Z", "Europe/Chisinau", ["office", "march", "chisinau", "europe"]],
  ["2026-03-31T20:59:00Z", "Europe/Chisinau", ["night", "march", "chisinau", "europe"]],
  ["2026-03-31T21:00:00Z", "Europe/Chisinau", ["night", "chisinau", "europe"]],
];

for (const [time, timezoneId, expected] of CLOCKS) {
  test(`${time} in ${timezoneId} is the time of ${expected}`, async (t) => {
    const { who } = await arrive(t, TIMES, { settings: { timezoneId }, time: new Date(time) });
    assert.deepEqual(await who(), expected);
  });
}

test("a page that stays open over the end of a working day is told the time anew", async (t) => {
  const { page, who } = await arrive(t, TIMES, { settings: { timezoneId: "UTC" }, time: NOON });
  assert.deepEqual(await who(), ["office", "march"]);
  await page.clock.fastForward(5 * HOUR);
  assert.deepEqual(await who(), ["march"]);
});

const TRAITS = {
  pro: { traits: { plan: "pro" } },
  "of-size": { traits: { plan: ["pro", "team"], seats: { atLeast: 10 } } },
  trial: { traits: { trial: true } },
  anonymous: { traits: { plan: { present: false } } },
  inherited: { traits: { constructor: { present: true } } },
};

test("traits are what the page told last", async (t) => {
  const { page, who } = await arrive(t, TRAITS);
  const identify = (traits) => page.evaluate((traits) => window.effortlet("identify", traits), traits);
  assert.deepEqual(await who(), ["anonymous"], "before anything was told");
  for (const [traits, expected] of [
    [{ plan: "pro", seats: 9 }, ["pro"]],
    [{ plan: "team", seats: 10, trial: true }, ["of-size", "trial"]],
    [{ plan: "free", trial: "true" }, ["trial"]],
    [{ plan: { name: "pro" } }, ["anonymous"]],
    [{}, ["anonymous"]],
  ]) {
    await identify(traits);
    assert.deepEqual(await who(), expected, JSON.stringify(traits));
  }
});

/** What tells nothing, each as code of the page. */
const UNREADABLE = ['"pro"', '{ plan: "pro", get seats() { throw new Error("of the page"); } }', "(({ proxy, revoke }) => (revoke(), proxy))(Proxy.revocable({}, {}))"];

test("what was told of a visitor holds for every later start as it was then, until it is forgotten", async (t) => {
  const { page, who, seen } = await arrive(t, TRAITS);
  /** Who is asked once this has run in the page, and it has started anew. */
  const after = async (code) => {
    await page.evaluate(`(async () => { ${code}; await effortlet("start", "/effortlet.json"); })()`);
    return who();
  };
  assert.deepEqual(await after('effortlet("identify", { plan: "pro" })'), ["pro"]);
  assert.deepEqual(await after(""), ["pro"], "told before another start");
  const changed = 'await effortlet("stop"); const told = { plan: "team", seats: 10 }; await effortlet("identify", told); told.plan = "free"';
  assert.deepEqual(await after(changed), ["of-size"], "told while nothing ran");
  assert.deepEqual(await after('effortlet("forget")'), ["anonymous"], "forgotten");
  for (const told of UNREADABLE) {
    assert.deepEqual(await after(`effortlet("identify", { plan: "pro" }); effortlet("identify", ${told})`), ["anonymous"], told);
  }
  assert.deepEqual([seen.console, seen.errors], [[], []]);
});

const STORED = {
  plan: { cookie: { plan: "pro" } },
  coffee: { cookie: { drink: "café; au lait" } },
  padded: { cookie: { token: "a=b==" } },
  broken: { cookie: { half: "%E0%A4%A" } },
  seats: { cookie: { seats: { atLeast: 10 } } },
  "no-cookie": { cookie: { missing: { present: false } } },
  "server-only": { cookie: { secret: { present: true } } },
  beta: { localStorage: { beta: { present: true }, level: { atLeast: 3 } } },
  cart: { sessionStorage: { cart: { contains: "socks" } } },
  "odd-name": { localStorage: { constructor: "of a page" } },
  "no-method": { localStorage: { getItem: { present: true } } },
};

test("cookies and storage are read by name, as they are when a trigger comes", async (t) => {
  const { context, page, who, seen } = await arrive(t, STORED);
  assert.deepEqual(await who(), ["no-cookie"], "before there is anything");
  await context.addCookies([
    { name: "plan", value: "pro", url: page.url() },
    { name: "drink", value: "caf%C3%A9%3B%20au%20lait", url: page.url() },
    { name: "token", value: "a=b==", url: page.url() },
    { name: "half", value: "%E0%A4%A", url: page.url() },
    { name: "seats", value: "12", url: page.url() },
    { name: "secret", value: "1", url: page.url(), httpOnly: true },
  ]);
  await page.evaluate(() => {
    localStorage.setItem("beta", "");
    localStorage.setItem("level", "3");
    localStorage.setItem("constructor", "of a page");
    sessionStorage.setItem("cart", '["socks"]');
  });
  assert.deepEqual(await who(), ["plan", "coffee", "padded", "broken", "seats", "no-cookie", "beta", "cart", "odd-name"]);
  await context.clearCookies({ name: "plan" });
  await page.evaluate(() => (localStorage.level = "2", sessionStorage.clear()));
  assert.deepEqual(await who(), ["coffee", "padded", "broken", "seats", "no-cookie", "odd-name"], "after some of it was changed");
  assert.deepEqual([seen.console, seen.errors], [[], []]);
});

const GLOBALS = {
  paying: { global: { "app.user.paying": true } },
  plan: { global: { "app.user.plan": ["pro", "team"], "app.seats": { atLeast: 10 } } },
  nothing: { global: { "app.nobody.plan": { present: false } } },
  getter: { global: { "app.plan": "pro" } },
  inherited: { global: { "app.role": { present: true } } },
  prototype: { global: { "app.__proto__.role": { present: true } } },
  constructor: { global: { "app.constructor.name": { present: true } } },
  throws: { global: { "app.broken": { present: true } } },
  called: { global: { "app.call": { present: true } } },
  object: { global: { "app.user": { present: true } } },
  "not-a-number": { global: { "app.none": { present: true } } },
  element: { global: { "logo.id": { present: true } } },
};

test("values of the page's scripts are own properties; nothing is called and nothing inherited", async (t) => {
  const body = `<h1 id="logo">Help</h1><script>
    function App() { this.user = { paying: true, plan: "pro" }; this.seats = 12; this.none = NaN; }
    App.prototype.role = "admin";
    called = [];
    app = new App();
    app.call = () => called.push("call");
    Object.defineProperty(app, "plan", { get: () => "pro" });
    Object.defineProperty(app, "broken", { get() { throw new Error("of the page"); } });
  </script>`;
  const { page, who, seen } = await arrive(t, GLOBALS, { page: { body } });
  assert.deepEqual(await who(), ["paying", "plan", "nothing", "getter"]);
  await page.evaluate(() => (window.app.user = null));
  assert.deepEqual(await who(), ["nothing", "getter"], "once there is nobody");
  assert.deepEqual(await page.evaluate(() => window.called), []);
  assert.deepEqual([seen.console, seen.errors], [[], []]);
});

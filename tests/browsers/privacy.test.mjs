/**
 * What a visit leaves and sends, moment by moment: an allow-list of requests with their headers, and of
 * what is on the device. What is about a person on the page appears in none of it.
 */
import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { startCollector } from "../browser/support/collector.mjs";
import { definition, survey } from "../browser/support/definitions.mjs";
import { startHost } from "../browser/support/host.mjs";
import { inEachEngine } from "./support/each-engine.mjs";
import { HELPED, FOUND, IMPROVE, THANKS, hostOf, watched } from "./support/stage.mjs";
import { acknowledged, asked, assertQuiet, click, keys, noted, open, part, point, press, run, until } from "./support/visitor.mjs";

/** About a person, in each place where a page has such things; as they stand there and as they are escaped. */
const CANARIES = [
  "jane.path", "jane.title", "jane.text", "jane.trait-not-told", "4111111111111111", "5500005555555559", "378282246310005",
  "token-of-query", "token-of-fragment", "token-of-cookie", "token-of-referrer", "722123456",
];

const PLACE = "/help/billing/jane.path%40acme.example/4111111111111111";
const ADDRESS = `${PLACE}?session=token-of-query#token-of-fragment`;
const TITLE = "Refunds for jane.title@acme.example, card 5500005555555559";
const WORDS = "Write to jane.text@acme.example, call +40722123456, or use card 378282246310005";
const MASKED = "Write to [e-mail], call [phone], or use card [card]";

/** Milliseconds that a post may take. */
const PATIENCE = 30_000;

/** The tag names no referrer, and so does what it loads. */
const TAG = 'data-definition="/effortlet.json" referrerpolicy="no-referrer"';

const page = ({ script = "", consent = "granted" }) =>
  watched({ body: `<h1>Refunds</h1>`, attributes: `${TAG} data-consent="${consent}"` }).replace("<title>Help", `<script>${script}</script><title>${TITLE}`);

/** The site's own cookie goes with what is of its origin. */
const withCookie = (html) => (request, reply) =>
  reply.writeHead(200, { "content-type": "text/html; charset=utf-8", "set-cookie": "id=token-of-cookie; path=/" }).end(html);

/** A page whose visitor wants nothing that lasts. */
const CONTROL = 'Object.defineProperty(Navigator.prototype, "globalPrivacyControl", { value: true, configurable: true });';

/** The browser's own, of which we choose nothing. */
const OWN = /^(accept|sec-|access-control-request-)|^(host|connection|user-agent|origin|content-length|dnt|priority|te|pragma|cache-control|upgrade-insecure-requests)$/;

/** A request as the allow-list has it: what it asks for, then each header that somebody chose. */
function written({ method, url, headers }) {
  const chosen = Object.keys(headers).filter((name) => !OWN.test(name)).sort();
  return [method, url.replace(/^\/effortlet\//, "~"), ...chosen.map((name) => (name === "cookie" ? "cookie" : `${name}=${headers[name]}`))].join(" ");
}

/** The page's own: the document, what watches it and the icon. */
const isPages = ({ url }) => url.startsWith(PLACE) || ["/watch.js", "/favicon.ico"].includes(url);

const LOADED = ["GET /effortlet.json cookie", "GET ~effortlet.js cookie", "GET ~module.js cookie"];
const ORDINARY = [...LOADED, "GET ~effortlet.wasm cookie"];
const FULL = [...LOADED, "GET ~full.js cookie", "GET ~full.wasm cookie"];
/** Where a browser lacks the Navigation API. */
const SOMETIMES = ["GET ~history.js cookie"];
/** On another origin: neither who it is nor where. Text, so that nobody is asked first whether it may be sent. */
const POST = "POST /v1/responses content-type=text/plain";

const EVENT = { event: { name: "now" } };
const ENDED = { time: { until: "2020-12-31" } };

/** Until when nobody can be asked, and nothing of the visitor. */
const SLEEP = [["effortlet:sleep:/effortlet.json,granted"], []];

/**
 * Each moment: what is asked before, on which page, which files it may take, what is done there, how many
 * posts there are, and the keys in localStorage and sessionStorage.
 */
const MOMENTS = [
  { moment: "nothing can match", surveys: survey(EVENT, { audience: ENDED }), files: FULL, act: track, posts: 0, kept: SLEEP },
  { moment: "nobody is in the sample", surveys: survey(EVENT, { audience: { sample: { percent: 0 } } }), files: ORDINARY, act: track, posts: 0, kept: SLEEP },
  { moment: "loaded", surveys: survey(EVENT), files: ORDINARY, act: () => {}, posts: 0, kept: [[], []] },
  { moment: "triggered", surveys: survey({ event: { name: "now", delay: "1h" } }), files: ORDINARY, act: track, posts: 0, kept: [[], []] },
  { moment: "shown", surveys: survey(EVENT), files: ORDINARY, act: show, posts: 1, kept: [["effortlet"], ["effortlet"]] },
  { moment: "answered", surveys: survey(EVENT), files: ORDINARY, act: answer, posts: 4, kept: [["effortlet"], ["effortlet"]] },
  { moment: "consent is pending", consent: "pending", surveys: survey(EVENT), files: ORDINARY, act: answer, posts: 4, kept: [[], []] },
  { moment: "consent is denied", consent: "denied", surveys: survey(EVENT), files: [...ORDINARY, "GET ~kept.js cookie"], act: answer, posts: 4, kept: [[], []] },
  { moment: "consent comes later", consent: "pending", surveys: survey(EVENT), files: ORDINARY, act: grant, posts: 4, kept: [["effortlet"], ["effortlet"]] },
  { moment: "a visitor is counted", surveys: survey(EVENT, { audience: { visitor: { visits: 1 } } }), files: FULL, act: show, posts: 1, kept: [["effortlet", "effortlet:visitor"], ["effortlet"]] },
  { moment: "Global Privacy Control and nobody is counted", surveys: survey(EVENT, { audience: { visitor: { visits: 1 } } }), script: CONTROL, files: FULL, act: track, posts: 0, kept: [[], []] },
  { moment: "Global Privacy Control and somebody is asked", surveys: survey(EVENT), script: CONTROL, files: ORDINARY, act: answer, posts: 4, kept: [["effortlet"], ["effortlet"]] },
  {
    moment: "Global Privacy Control and a team that says why",
    surveys: survey(EVENT, { audience: { visitor: { visits: 1 } } }),
    more: { privacy: { maskTexts: true, ignoreGlobalPrivacyControl: "An intranet" } },
    script: CONTROL,
    files: FULL,
    act: show,
    posts: 1,
    kept: [["effortlet", "effortlet:visitor"], ["effortlet"]],
  },
];

async function grant(page, posts) {
  await answer(page);
  // Nothing waits any more, so that no database is needed.
  const replied = (count) => performance.getEntriesByType("resource").filter(({ name }) => name.endsWith("/v1/responses")).length === count;
  await until(page, "expected every post to have its reply", replied, posts);
  await page.executeAsyncScript((done) => window.effortlet("consent", "granted").then(() => done()));
  await acknowledged(page);
}

async function track(page) {
  await page.executeAsyncScript((done) => window.effortlet("track", "now", { email: "jane.trait-not-told@acme.example" }).then(done));
}

async function show(page) {
  await track(page);
  await asked(page, FOUND);
  await acknowledged(page);
}

async function answer(page) {
  await show(page);
  await press(page, "Yes");
  await acknowledged(page);
  await asked(page, HELPED);
  await click(page, await point(page, 6));
  await acknowledged(page);
  await asked(page, IMPROVE);
  const hint = await part(page, "#hint");
  assert.match(await hint.getText(), /E-mail addresses, phone and card numbers are removed\./);
  await click(page, await part(page, "textarea"));
  await keys(page, WORDS);
  await press(page, "Send");
  await asked(page, THANKS);
  await acknowledged(page);
}

const areas = (page, of) => run(page, (of) => [localStorage, sessionStorage].map((area) => Object[of](area).sort()), of);

/** What the page would find in none of it. */
function assertNobody(where, text) {
  const found = CANARIES.filter((canary) => text.includes(canary) || decodeURIComponent(text.replaceAll("%", "%25")).includes(canary));
  assert.deepEqual(found, [], `${where}: ${text}`);
}

/** What is on the disk, once there are as many databases: each is made beside what the page does. */
async function onDisk(page, count) {
  const latest = Date.now() + PATIENCE;
  let found = await look(page);
  while (found[0].length < count && Date.now() < latest) {
    await pause(20);
    found = await look(page);
  }
  return found;
}

/** What the database has: nothing where there is none, which opening one would make. */
const look = (page) =>
  page.executeAsyncScript(async (done) => {
    const all = await indexedDB.databases();
    if (!all.some(({ name }) => name === "effortlet")) return done([all.map(({ name }) => name), []]);
    const opening = indexedDB.open("effortlet");
    opening.onsuccess = () => {
      const getting = opening.result.transaction("texts").objectStore("texts").getAll();
      getting.onsuccess = () => {
        opening.result.close();
        done([all.map(({ name }) => name), getting.result]);
      };
    };
  });

/** Waits until as many posts have come. */
async function comeTo(endpoint, count) {
  const latest = Date.now() + PATIENCE;
  while (endpoint.requests.length < count && Date.now() < latest) await pause(20);
}

for (const it of MOMENTS) {
  const { moment, surveys, more, script, files, act, posts, kept } = it;
  inEachEngine(`${moment}: requests, device and events have what they may, and nothing of a person`, async (t, driver) => {
    const asks = { page: { url: "/help/:section/**" }, privacy: { maskTexts: true }, ...more };
    const collector = await startCollector(t, { definition: definition(surveys, asks) });
    const endpoint = await startHost(t, { collector });
    const host = await hostOf(t, { surveys, more: { ...asks, endpoint: endpoint.url("/v1/responses") }, pages: { [PLACE]: withCookie(page(it)) } });
    await open(driver, host.url(ADDRESS));
    await act(driver, posts);
    await comeTo(endpoint, posts);
    if (posts) await acknowledged(driver);

    const loaded = host.requests.filter((it) => !isPages(it)).map(written).sort();
    const unexpected = loaded.filter((it) => ![...files, ...SOMETIMES].includes(it));
    assert.deepEqual({ unexpected, missing: files.filter((it) => !loaded.includes(it)) }, { unexpected: [], missing: [] });
    assert.deepEqual(endpoint.requests.map(written), Array(posts).fill(POST));
    assert.deepEqual(await areas(driver, "keys"), kept);
    if (script && !more) assert.match((await areas(driver, "values"))[0].join() || "[null", /^\[null/, "no number");

    const sent = [...host.requests.filter((it) => !isPages(it)), ...endpoint.requests];
    for (const { method, url, headers, body } of sent) {
      // Of the page's own origin, so the browser sends it along.
      const { cookie, ...others } = headers;
      assertNobody(`${method} ${url}`, JSON.stringify([url, others, body]));
    }
    // What was acknowledged before consent is given has no need of one.
    const expected = posts && kept.flat().length && act !== grant ? ["effortlet"] : [];
    const [databases, texts] = await onDisk(driver, expected.length);
    assert.deepEqual(databases, expected);
    assertNobody("device", JSON.stringify([await areas(driver, "values"), texts]));
    assertNobody("events", JSON.stringify((await noted(driver)).events));
    const pages = endpoint.requests.map((it) => JSON.parse(it.body).page);
    for (const page of pages) assert.deepEqual([page.url, page.title], [host.url("/help/:section/**"), "Refunds for [e-mail], card [card]"]);
    if (act === answer || act === grant) assert.match(endpoint.requests.at(-1).body, new RegExp(MASKED.replaceAll(/[[\]+]/g, "\\$&")));
    await assertQuiet(driver);
  });
}

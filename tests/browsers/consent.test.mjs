/** What is kept on the device as the page says what the visitor lets us keep. */
import assert from "node:assert/strict";
import { inEachEngine } from "./support/each-engine.mjs";
import { FOUND, HELPED, hostOf, watched } from "./support/stage.mjs";
import { asked, assertQuiet, open, press, run, show, until } from "./support/visitor.mjs";

/** Without Web Locks, so that a lease would be kept as well. */
const WITHOUT_LOCKS = `<script>Object.defineProperty(Navigator.prototype, "locks", { value: undefined })</script><h1>Help</h1>`;

/** A page that says `consent` of its own, and an endpoint that is away until `comeBack`. */
async function arrive(t, page, { consent, body }) {
  const attributes = `data-definition="/effortlet.json"${consent === undefined ? "" : ` data-consent="${consent}"`}`;
  const endpoint = newEndpoint();
  const html = watched({ attributes, body });
  const host = await hostOf(t, { more: { endpoint: "/v1/responses" }, pages: { "/": html, "/v1/responses": endpoint.answer } });
  await open(page, host.origin);
  return { host, endpoint };
}

function newEndpoint() {
  let isAway = true;
  const taken = [];
  return {
    taken,
    comeBack: () => (isAway = false),
    answer(request, reply, body) {
      if (isAway) return reply.writeHead(503).end();
      const posted = [JSON.parse(body)].flat();
      taken.push(...posted);
      const responses = posted.map(({ id, rev }) => ({ id, rev }));
      reply.writeHead(200, { "content-type": "application/json" });
      reply.end(JSON.stringify({ stored: posted.length, unchanged: 0, responses }));
    },
  };
}

async function answerFirst(page) {
  await show(page);
  await asked(page, FOUND);
  await press(page, "Yes");
  await asked(page, HELPED);
}

/** The names of all that the page's origin keeps, by where it is. */
const kept = (page) =>
  page.executeAsyncScript((done) => {
    const names = (storage) => Object.keys(storage).map((name) => name.replace(/^(effortlet:outbox:).*/, "$1…")).sort();
    const found = { local: names(localStorage), session: names(sessionStorage) };
    indexedDB.databases().then((all) => done({ ...found, databases: all.map(({ name }) => name) }));
  });

const NOTHING = { local: [], session: [], databases: [] };
const ALL = { local: ["effortlet", "effortlet:outbox:…"], session: ["effortlet"], databases: ["effortlet"] };

const call = (page, ...values) => page.executeAsyncScript((...all) => window.effortlet(...all.slice(0, -1)).then(all.at(-1)), ...values);

/** What the database has, by its names, as the widget exports it. */
const exported = (page) => call(page, "export");

/** Has everything that waits posted, and waits until somebody has taken an answer. */
async function isTaken(page, endpoint) {
  endpoint.comeBack();
  await run(page, () => void dispatchEvent(new Event("online")));
  const latest = Date.now() + 30_000;
  while (!endpoint.taken.some(({ answers }) => answers.length > 0)) {
    assert.ok(Date.now() < latest, "expected the answer to be posted");
    await run(page, () => {});
  }
  const [{ question, value }] = endpoint.taken.find(({ answers }) => answers.length > 0).answers;
  assert.deepEqual([question, value], ["found", "yes"]);
}

inEachEngine("while consent is pending nothing is kept on the device, and answers are posted from memory", async (t, page) => {
  const { endpoint } = await arrive(t, page, { consent: "pending", body: WITHOUT_LOCKS });
  await answerFirst(page);
  assert.deepEqual(await kept(page), NOTHING);
  await isTaken(page, endpoint);
  assert.deepEqual(await kept(page), NOTHING);
  await assertQuiet(page);
});

inEachEngine("once consent is granted what memory has is on the device, and goes out from there", async (t, page) => {
  const { host, endpoint } = await arrive(t, page, { consent: "pending" });
  await answerFirst(page);
  await call(page, "consent", "granted");
  await until(page, "expected the database", () => indexedDB.databases().then((all) => all.length === 1));
  assert.deepEqual(await kept(page), ALL);
  await open(page, host.url("/"));
  await isTaken(page, endpoint);
  await assertQuiet(page);
});

inEachEngine("once consent is denied all of it is erased, and the answer is posted from memory", async (t, page) => {
  const { endpoint } = await arrive(t, page, {});
  await answerFirst(page);
  await until(page, "expected the database", () => indexedDB.databases().then((all) => all.length === 1));
  assert.deepEqual(await kept(page), ALL);
  await call(page, "consent", "denied");
  assert.deepEqual(await kept(page), NOTHING);
  await isTaken(page, endpoint);
  await press(page, "Close");
  assert.deepEqual(await kept(page), NOTHING);
  await assertQuiet(page);
});

inEachEngine("a page that says denied erases what an earlier one kept", async (t, page) => {
  const { host, endpoint } = await arrive(t, page, {});
  await answerFirst(page);
  host.pages["/"] = watched({ attributes: 'data-definition="/effortlet.json" data-consent="denied"' });
  await open(page, host.url("/"));
  await until(page, "expected nothing to be left", () => localStorage.length + sessionStorage.length === 0);
  await until(page, "expected no database", () => indexedDB.databases().then((all) => all.length === 0));
  // The visitor has sent it.
  await isTaken(page, endpoint);
  await assertQuiet(page);
});

inEachEngine("export gives all that is kept as JSON by name, and forget leaves nothing of it", async (t, page) => {
  const { endpoint } = await arrive(t, page, {});
  assert.deepEqual(await exported(page), { localStorage: {}, sessionStorage: {}, indexedDB: {} });
  assert.deepEqual(await kept(page), NOTHING, "to look makes nothing");
  await run(page, () => localStorage.setItem("effortletter", "the page's own"));
  await answerFirst(page);
  await until(page, "expected the answer in the database", async () => {
    const [kept] = Object.values((await window.effortlet("export")).indexedDB);
    return kept?.response.answers.length === 1;
  });
  const { localStorage, sessionStorage, indexedDB } = await exported(page);
  const [name] = Object.keys(indexedDB);
  assert.deepEqual(Object.keys(localStorage).sort(), ["effortlet", name]);
  assert.deepEqual(Object.keys(sessionStorage), ["effortlet"]);
  // That it was posted in vain may be noted between the one and the other.
  assert.deepEqual(indexedDB[name].response, localStorage[name].response);
  assert.deepEqual(indexedDB[name].response.answers.map((it) => it.value), ["yes"]);

  assert.equal(await call(page, "forget"), true);
  assert.deepEqual(await kept(page), { ...NOTHING, local: ["effortletter"] });
  assert.equal(await run(page, () => document.querySelectorAll("effortlet-nudge").length), 0);
  endpoint.comeBack();
  await run(page, () => void dispatchEvent(new Event("online")));
  await page.get("about:blank");
  assert.deepEqual(endpoint.taken, []);
});

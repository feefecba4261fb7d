/**
 * The first commands of docs/start.md, by somebody who has Node and nothing else: to the first answer, and to the report
 * that has it behind its login.
 */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { freshContext } from "../browser/support/browser.mjs";
import { startHost } from "../browser/support/host.mjs";
import { record } from "../browser/support/recorder.mjs";
import { stopClock } from "../browser/support/stage.mjs";
import { acknowledged, asked, nudge, open, said, staysQuiet, turnWheel } from "../browser/support/visitor.mjs";
import { newcomer } from "./support/newcomer.mjs";
import { startRegistry } from "./support/registry.mjs";
import { tarballs, whole } from "./support/tarballs.mjs";

const START = readFileSync(new URL("../../docs/start.md", import.meta.url), "utf8");
const sectionOf = (title) => START.match(new RegExp(`^## ${title}\\n(.*?)^## `, "ms"))[1];
const SECTION = sectionOf("From nothing to a first answer");
const commandsOf = (section) => [...section.matchAll(/^```sh\n(.*?)^```$/gms)].flatMap(([, block]) => block.trim().split("\n")).map((line) => line.split(" #")[0].trim());
const [, TAG] = SECTION.match(/^```html\n(.*?)\n```$/ms);

/** Where the page's collector is; a test's has a port of its own. */
const ADDRESS = "http://127.0.0.1:8787";

/** What the page promises, in milliseconds. A person reads, types and waits for ten seconds besides. */
const PROMISED = 5 * 60_000;

const ARTICLE = Array.from({ length: 60 }, (_, line) => `<p>${line + 1}. A refund takes as long as it takes.</p>`).join("");
const PASSWORD = "four words of one team";
const FOUND = "Did you find the information you needed?";

const packages = tarballs(whole);

test("the commands of the five-minute start and its script tag lead to a first answer, in the report behind its login", { timeout: PROMISED }, async (t) => {
  const [init, serve, ...others] = commandsOf(SECTION);
  assert.deepEqual(others, []);
  const begun = performance.now();
  const somebody = await newcomer(t, await startRegistry(t, packages.files));

  const writing = somebody.type(init);
  for (const [question, answer] of [
    [/Ok to proceed\? \(y\)/, "y"],
    [/What are you called[^\n]*\? $/, "Acme"],
    [/Where are your help pages\?[^\n]*\] $/, ""],
    [/What is asked\?[^\n]*\] $/, ""],
    [/Which language[^\n]*\] $/, ""],
  ]) {
    await writing.says(question);
    writing.enter(answer);
  }
  const { code, said: written } = await writing.ended;
  assert.equal(code, 0, written);
  for (const next of [serve, TAG]) assert.ok(written.includes(next), `init goes on as the page does: ${next}`);
  assert.deepEqual(readdirSync(somebody.folder), ["effortlet.json"]);

  const serving = somebody.run(serve);
  const [, address] = await serving.says(/listening on (http:\S+)\n/);
  const [, first] = await serving.says(/set the password at (http:\S+)\n/);

  const answer = await answered(t, TAG.replace(ADDRESS, address));
  const seconds = (performance.now() - begun) / 1000;
  const team = await freshContext(t, { baseURL: address });
  await assertLocked(team);
  await setPassword(team, first);
  await assertCounted(t, address, answer.page);
  t.diagnostic(`first answer after ${seconds.toFixed(1)} s, report after ${((performance.now() - begun) / 1000).toFixed(1)} s`);
});

/** A visitor of a page of another origin, which has the tag and nothing else of ours. */
async function answered(t, tag) {
  const html = `<!doctype html><html lang="en"><title>Refunds</title>${tag}<h1>Refunds</h1>${ARTICLE}`;
  const host = await startHost(t, { pages: { "/help/refunds": html } });
  const context = await freshContext(t, { baseURL: host.origin });
  const page = await context.newPage();
  const seen = record(page);
  await stopClock(page, new Date());
  await open(page, "/help/refunds");
  await page.clock.runFor(10_000);
  await staysQuiet(page, "before the end is read");
  await turnWheel(page, await page.evaluate(() => document.documentElement.scrollHeight - innerHeight));
  await asked(page, FOUND);
  await nudge(page).getByRole("button", { name: "Yes" }).click();
  await acknowledged(page);
  assert.deepEqual(said(seen), []);
  return { page: host.url("/help/refunds") };
}

/** Whoever has no password is asked for it, and told nothing. */
async function assertLocked(context) {
  const page = await context.newPage();
  await page.goto("/report/");
  assert.equal(await page.getByRole("heading").innerText(), "Log in");
  assert.ok(!(await page.content()).includes("help-center"));
}

async function setPassword(context, first) {
  const page = await context.newPage();
  await page.goto(first);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByLabel("The same once more").fill(PASSWORD);
  await page.getByRole("button", { name: "Set the password" }).click();
  await page.waitForURL("**/report/");
}

/** A colleague logs in with the password. */
async function assertCounted(t, address) {
  const page = await (await freshContext(t, { baseURL: address })).newPage();
  await page.goto("/report/");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Log in" }).click();
  await page.waitForURL("**/report/");
  assert.match(await page.locator("main").innerText(), /help-center[\s\S]*\b1 answer,/);
}

test("as long as there is no registry, the two files do", { timeout: PROMISED }, async (t) => {
  const nowhere = "http://127.0.0.1:9";
  const somebody = await newcomer(t, nowhere);
  const [install] = commandsOf(sectionOf("Until the packages are on npm"));
  const [command, words] = [install.split("/")[0].trim(), install.slice(install.indexOf("/"))];
  assert.equal(words, "/path/to/effortlet/target/package/*.tgz");
  const files = readdirSync(packages.folder).filter((name) => name.endsWith(".tgz")).map((name) => join(packages.folder, name));
  const installed = await somebody.run(`${command} ${files.join(" ")}`).ended;
  assert.equal(installed.code, 0, installed.said);
  const { code, said } = await somebody.run("npx effortlet --version").ended;
  assert.deepEqual({ code, said }, { code: 0, said: "effortlet 0.1.0\n" });
});

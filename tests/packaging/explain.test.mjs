/**
 * `npx effortlet explain FILE`, of the package as npm packs it: what a definition comes to, in words, without a browser.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { app } from "./support/npx.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const PROGRAM = join(ROOT, "target/debug", process.platform === "win32" ? "effortlet.exe" : "effortlet");

const DEFINITION = {
  version: 1,
  organization: "Acme",
  endpoint: "/v1/responses",
  surveys: [
    {
      id: "help",
      template: "help-center",
      triggers: { any: [{ click: { selector: ".cta" } }, { click: { selector: ":popover-open" } }, { helpCenter: { articles: 3 } }] },
      audience: { all: [{ page: { path: "/billing/**" } }, { element: { selector: ".guest" } }, { language: "ro" }] },
    },
    { id: "later", template: "resolution", triggers: { event: { name: "solved" } } },
  ],
};

const PAGE = `<!doctype html>
<html><head>
<meta name="Generator" content="VitePress v1.6.4">
<script type="application/ld+json">{ "@graph": [{ "@type": ["TechArticle"] }] }</script>
<script type="application/ld+json">no JSON</script>
<link rel="canonical" href="https://acme.example/billing/refunds">
</head><body><p class="guest">Hello<template><button class="cta">none</button></template><button class="big cta">Go</button></body></html>`;

/** The sentences below a heading of the first survey in what was printed. */
function below(heading, printed) {
  const [, after = ""] = printed.split(`\n  ${heading}\n`);
  return after.split("\n").slice(0, after.split("\n").findIndex((line) => !line.startsWith("    "))).map((line) => line.trim());
}

test("npx effortlet explain says what a definition comes to, and what only a page could tell", (t) => {
  const { folder, npx, effortlet } = app(t);
  const explain = (words, input) => effortlet(["explain", ...words], input);
  writeFileSync(join(folder, "effortlet.json"), JSON.stringify(DEFINITION));
  writeFileSync(join(folder, "page.html"), PAGE);

  const { status, stdout, stderr } = npx(["explain", "effortlet.json"]);
  assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
  assert.deepEqual(below("It is asked after", stdout), ["any of", "a click on .cta", "a click on :popover-open", "3 different articles"]);
  assert.deepEqual(below("On which pages", stdout), ["the page's path is /billing/**", "the page has an element .guest"]);
  assert.deepEqual(below("Who is asked", stdout), ["the visitor's language is ro", "Everybody else is left out."]);
  assert.equal(below("What cannot be told from here", stdout).length, 3);
  assert.doesNotMatch(stdout, /On this page/);
  assert.match(stdout, /\n\nlater\n {2}It is asked after\n/);

  // Whoever has the program gets the same of it.
  const program = (words) => spawnSync(PROGRAM, ["explain", ...words], { cwd: folder, encoding: "utf8" }).stdout;
  assert.equal(program(["effortlet.json"]), stdout);
  const json = ["effortlet.json", "later", "--json", "--url", "/billing/refunds"];
  assert.deepEqual(JSON.parse(program(json)), JSON.parse(explain(json).stdout));

  const page = explain(["effortlet.json", "help", "--html", "page.html"]);
  assert.equal(page.status, 0, page.stderr);
  assert.match(page.stdout, /^The page https:\/\/acme\.example\/billing\/refunds\n {2}It is an article, "refunds", in the section "billing": by its address and by what it says of itself\.\n {2}What it says .*: "Generator", "VitePress v1\.6\.4", "TechArticle"\.\n/);
  assert.deepEqual(below("On this page", page.stdout), ["1 element of this page may bring about a click on .cta.", "This page counts for 3 different articles: it is an article."]);
  assert.deepEqual(below("What cannot be told from here", page.stdout), ["Whether a page has :popover-open, for a click on :popover-open: only a browser can tell."]);
  assert.doesNotMatch(page.stdout, /\nlater\n/);

  // Piped in, at another address, and nothing of it there.
  const elsewhere = explain(["effortlet.json", "help", "--html", "-", "--url", "https://acme.example/pricing"], "<p>Plans");
  assert.deepEqual(below("On this page", elsewhere.stdout), [
    "It is not asked on this page: only where the page's path is /billing/** (found https://acme.example/pricing).",
    "It is not asked on this page: only where the page has an element .guest (found none).",
    "Nothing on this page is .cta: unless a script adds it, a click on .cta cannot come here.",
    "This page does not count for 3 different articles: nothing tells that it is a page of a help center. If it is one, name its address in helpCenter of the definition.",
  ]);

  const told = JSON.parse(explain(["effortlet.json", "later", "--json", "--url", "/help"]).stdout);
  assert.deepEqual(Object.keys(told), ["problems", "warnings", "page", "surveys", "notes"]);
  assert.deepEqual([told.page.kind, told.page.signs, told.surveys[0].survey, told.surveys[0].triggers.name], ["home", undefined, "later", "event"]);

  const broken = JSON.stringify({ ...DEFINITION, surveys: [{ ...DEFINITION.surveys[0], triggers: { scroll: { percent: 750 } } }, DEFINITION.surveys[1]] });
  const mistaken = explain(["-"], broken);
  assert.equal(mistaken.status, 1);
  assert.match(mistaken.stdout, /^surveys\[0\]\.triggers\.scroll\.percent: expected .*\n\nlater\n/);
});

/** What was typed, and what is said to it. */
const REFUSED = [
  [[], /^effortlet: usage: effortlet explain FILE /],
  [["effortlet.json", "help", "more"], /^effortlet: usage: /],
  [["effortlet.json", "--color"], /^effortlet: Unknown option '--color'.*usage: /],
  [["-", "--html", "-"], /^effortlet: usage: /],
  [["nowhere.json"], /^effortlet: nowhere\.json: expected a file to read \(/],
  [["www/effortlet.json", "nobody"], /^effortlet: nobody: expected a survey of the definition: help-center, resolution\n/],
  [["www/effortlet.json", "--url", "ftp://acme.example"], /^effortlet: ftp:\/\/acme\.example: expected an address such as /],
  [["www/effortlet.json", "--html", "nowhere.html"], /^effortlet: nowhere\.html: expected a file to read \(/],
  [["www/effortlet.json", "--html", "LICENSE-MIT"], /^effortlet: LICENSE-MIT: expected --url beside it, since it does not say its own address\n/],
];

test("what explain cannot look at is named in a line", () => {
  for (const [words, expected] of REFUSED) {
    const { status, stdout, stderr } = spawnSync(process.execPath, ["dist/cli.mjs", "explain", ...words], { cwd: ROOT, encoding: "utf8", input: "" });
    assert.deepEqual({ status, stdout }, { status: 2, stdout: "" }, stderr);
    assert.match(stderr, expected);
  }
  const { status, stdout } = spawnSync(process.execPath, ["dist/cli.mjs", "explain", "-"], { cwd: ROOT, encoding: "utf8", input: "<p>" });
  assert.deepEqual({ status, stdout: stdout.split(" ", 3).slice(0, 2).join(" ") }, { status: 1, stdout: "definition: expected" });
});

test("the licenses of what reads HTML go with it", () => {
  const text = readFileSync(join(ROOT, "dist/html.mjs"), "utf8");
  for (const name of ["parse5", "css-select", "css-what", "domhandler"]) assert.match(text, new RegExp(`\\n${name}\\n\\n`), name);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { linkProblems } from "./links.mjs";

const files = (body) => new Map([["/", '<h1 id="top">'], ["/ro/", "<h1>"], ["/help/", body], ["/icon.svg", ""]]);

for (const [name, body, problems] of [
  ["a built page is a good link", '<a href="/">', []],
  ["a file is a good link", '<link href="/icon.svg">', []],
  ["a fragment that the page has is a good link", '<a href="/#top">', []],
  ["what the collector serves is left alone", '<a href="/report/help-center"><script src="/effortlet.js">', []],
  ["the switcher may change the language", '<a href="/ro/" hreflang="ro">', []],
  ["a missing page is named with its place", '<a href="/gone/">', ["/help/: /gone/: expected a page that was built"]],
  ["a missing fragment is named with its place", '<a href="/#gone">', ["/help/: /#gone: expected a page that was built"]],
  ["a relative link is followed from its page", '<a href="gone/">', ["/help/: gone/: expected a page that was built"]],
  ["text stays in its language", '<a href="/ro/">', ["/help/: /ro/: expected a page in the same language"]],
]) {
  test(name, () => assert.deepEqual(linkProblems(files(body)), problems));
}

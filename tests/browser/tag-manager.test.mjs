/** A tag manager adds the script by itself, without attributes of its own, at any time. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { definition, survey } from "./support/definitions.mjs";
import { stageWithoutCollector } from "./support/stage.mjs";
import { asked, said } from "./support/visitor.mjs";

const QUESTION = "Did you find the information you needed?";
const GO = definition(survey({ event: { name: "go" } }));
const PAGE = '<!doctype html><html lang="en"><title>Help</title><h1>Help</h1>';

/** As a container's code does it: an element that is put before the first script, or parsed from a snippet. */
const WAYS = {
  "a script element": () => {
    const script = document.createElement("script");
    script.async = true;
    script.src = "/effortlet/effortlet.js";
    document.head.append(script);
  },
  "a snippet, whose scripts are made anew": () => {
    const snippet = document.createElement("div");
    snippet.innerHTML = '<script src="/effortlet/effortlet.js"></script>';
    document.body.append(snippet);
    const script = document.createElement("script");
    script.src = snippet.firstChild.src;
    snippet.replaceChild(script, snippet.firstChild);
  },
};

for (const [way, add] of Object.entries(WAYS)) {
  for (const where of ["beside the script", "in the page"]) {
    test(`${way}: the widget starts with the definition ${where}`, async (t) => {
      const inPage = where === "in the page" ? `<script type="application/json" data-effortlet>${JSON.stringify(GO)}</script>` : "";
      const pages = { "/": PAGE + inPage, ...(inPage ? {} : { "/effortlet/effortlet.json": GO }) };
      const { tab } = await stageWithoutCollector(t, { pages });
      const { page, seen } = await tab();
      await page.goto("/");
      await page.evaluate(add);
      await page.waitForFunction(() => typeof window.effortlet === "function");
      await page.evaluate(() => window.effortlet("track", "go"));
      await asked(page, QUESTION);
      assert.deepEqual(said(seen), []);
    });
  }
}

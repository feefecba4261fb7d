/** What is wrong with a definition is one warning that names its cause and its place. */
import assert from "node:assert/strict";
import { inEachEngine } from "./support/each-engine.mjs";
import { hostOf, shown } from "./support/stage.mjs";
import { noted, open, run, show, until } from "./support/visitor.mjs";

/** What is served in the place of the definition, and what is said of it. */
const ROWS = {
  "a page": ["<!doctype html>\n<title>Sign in</title>", 'definition: expected JSON at /effortlet.json, got "<!doctype html>" at line 1, column 1'],
  "a comma too many": ['{\n  "version": 1,\n  "surveys": [],\n}', 'definition: expected JSON at /effortlet.json, got "}" at line 4, column 1'],
  "half of it": ['{ "version": 1', "definition: expected JSON at /effortlet.json, got the end of the text at line 1, column 15"],
  "a near miss": [JSON.stringify({ version: 1, surveis: [], surveys: [] }), /^effortlet: surveis: expected no other key than .*; did you mean surveys\?$/],
};

for (const [what, [text, expected]] of Object.entries(ROWS)) {
  inEachEngine(`with ${what} in the place of the definition one warning says what stands where`, async (t, page) => {
    const host = await hostOf(t, { surveys: shown({}) });
    host.pages["/effortlet.json"] = (request, reply) => reply.writeHead(200, { "content-type": "application/json" }).end(text);
    await open(page, host.origin);
    assert.ok(!(await show(page)));
    await until(page, "expected a warning", () => window.noted.errors.length > 0);
    const { errors } = await noted(page);
    assert.equal(errors.length, 1, errors.join("\n"));
    if (typeof expected === "string") assert.equal(errors[0], `effortlet: ${expected}`);
    else assert.match(errors[0], expected);
    assert.equal(await run(page, () => document.querySelectorAll("effortlet-nudge").length), 0);
  });
}

/** What pages say in numbers and promise in length is so. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { text } from "./support/pages.mjs";

/** Words that are read in a minute, of the slower half of adults (Brysbaert 2019: 238 on average). */
const PACE = 200;

test("the whole README is read in two minutes, without its code", () => {
  const words = text("README.md").replace(/^```.*?^```$/gms, "").replace(/<[^>]+>/g, "").replace(/\]\([^)]*\)/g, "").split(/\s+/).filter((word) => /\w/.test(word));
  assert.ok(words.length > 100 && words.length <= 2 * PACE, `${words.length} words`);
});

test("the page about size names the limits of budget.toml", () => {
  const limit = (name) => Number(text("budget.toml").match(new RegExp(`^${name} = (\\d+)`, "m"))[1]) / 1000;
  const said = `the loader is past ${limit("loader")} KB, an ordinary definition past ${limit("ordinary")} or any past ${limit("any")}`;
  assert.ok(text("docs/size.md").includes(said), said);
});

test("README has the commands and the tag of the five-minute start", () => {
  const [first] = text("docs/start.md").match(/^```sh\nnpx .*?^```$/ms);
  const [tag] = text("docs/start.md").match(/^```html\n.*?^```$/ms);
  for (const block of [first, tag]) assert.ok(text("README.md").includes(block), block);
});

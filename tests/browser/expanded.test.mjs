/** What is expanded on a page: what stays open there is none of an exit's business, a list under the pointer is. */
import { test } from "node:test";
import { definition, pageWith, survey } from "./support/definitions.mjs";
import { stageWithoutCollector } from "./support/stage.mjs";
import { asked, leaveByTop, open, staysQuiet } from "./support/visitor.mjs";

const QUESTION = "Did you find the information you needed?";

const FIXED = 'style="position: fixed; left: 300px; top: 0; width: 200px; height: 240px"';

/** What a site leaves open, far from the pointer's way. */
const OPEN = {
  "a group of a sidebar": '<nav><a href="/billing">Billing</a> <button aria-expanded="true" aria-label="Collapse Billing"></button><ul><li><a href="/refunds">Refunds</a></ul></nav>',
  "an answered question": '<h3><button aria-expanded="true" aria-controls="answer">When do I get my money?</button></h3><p id="answer">In three days.</p>',
  "a part of a navigation that says so itself": '<nav aria-expanded="true" aria-label="Billing"><a href="/refunds">Refunds</a></nav>',
};

/** What somebody picks from, under the pointer's way out. */
const UNDER = {
  "a list of languages": `<button aria-expanded="true" aria-haspopup="listbox" aria-controls="list">Language</button><ul id="list" role="listbox" ${FIXED}><li role="option">English</li></ul>`,
  "a menu that says nothing of a popup": `<button aria-expanded="true">Products</button><ul ${FIXED}><li><a href="/help">Help</a></ul>`,
  "a menu": `<div ${FIXED}><button aria-expanded="true" aria-haspopup="true">Products</button><ul role="menu"><li role="menuitem">Help</li></ul></div>`,
};

async function leave(t, body) {
  const pages = { "/": pageWith({ body: `<h1>Refunds</h1>${body}<div style="height: 3000px"></div>` }) };
  const { tabAt } = await stageWithoutCollector(t, { definition: definition(survey({ exitIntent: {} })), pages });
  const { page } = await tabAt();
  await open(page);
  await page.clock.runFor(6_000);
  await leaveByTop(page);
  return page;
}

for (const [what, body] of Object.entries(OPEN)) {
  test(`an exit counts while ${what} is open`, async (t) => {
    await asked(await leave(t, body), QUESTION);
  });
}

for (const [what, body] of Object.entries(UNDER)) {
  test(`an exit does not count while ${what} is open under the pointer`, async (t) => {
    await staysQuiet(await leave(t, body));
  });
}

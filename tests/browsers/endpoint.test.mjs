/** What an endpoint says that takes no answers, for good, is one warning with its address and its status. */
import assert from "node:assert/strict";
import { inEachEngine } from "./support/each-engine.mjs";
import { hostOf } from "./support/stage.mjs";
import { noted, open, press, run, show, until } from "./support/visitor.mjs";

/** As many posts as it takes to be sure. */
const POSTS = 6;

/** What is at the address, and whether it is told. */
const ROWS = {
  "nothing, with a page that says so": [404, "text/html", true],
  "what takes no posts": [405, "text/plain", true],
  "whoever says 200 to everything": [200, "text/html", true],
  "an endpoint that is down": [503, "text/plain", false],
  "an endpoint that asks for patience": [429, "text/plain", false],
};

for (const [what, [status, type, isTold]] of Object.entries(ROWS)) {
  inEachEngine(`where there is ${what}, ${isTold ? "one warning says its status" : "nothing is said"}`, async (t, page) => {
    let posts = 0;
    const endpoint = (request, reply) => {
      posts += 1;
      reply.writeHead(status, { "content-type": type }).end("<!doctype html>");
    };
    const host = await hostOf(t, { more: { endpoint: "/elsewhere" }, pages: { "/elsewhere": endpoint } });
    await open(page, host.origin);
    await show(page);
    await press(page, "Yes");
    // Whoever comes back to the page has everything posted again, without the wait between.
    while (posts < 2 * POSTS) {
      const before = posts;
      while (posts === before) await run(page, () => dispatchEvent(new Event("online")));
    }
    const expected = `effortlet: an answer could not be delivered, waiting, /elsewhere says ${status}: it stays on the device`;
    if (isTold) await until(page, "expected a warning", () => window.noted.errors.length > 0);
    assert.deepEqual((await noted(page)).errors, isTold ? [expected] : []);
    assert.equal(await run(page, () => Object.keys(localStorage).filter((it) => it.startsWith("effortlet:outbox:")).length), 1);
  });
}

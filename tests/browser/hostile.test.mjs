/** Pages that do to the widget what pages do, each held to one oracle: see `hostile/oracle.mjs`. */
import { test } from "node:test";
import { SURVEY, hold } from "./hostile/oracle.mjs";
import { PAGE, htmlOf } from "./hostile/page.mjs";
import documents from "./hostile/documents.mjs";
import guests from "./hostile/guests.mjs";
import globals from "./hostile/globals.mjs";
import names from "./hostile/names.mjs";
import promises from "./hostile/promises.mjs";
import { freshContext } from "./support/browser.mjs";
import { startCollector } from "./support/collector.mjs";
import { definition } from "./support/definitions.mjs";
import { startHost } from "./support/host.mjs";

const ROWS = [...names, ...globals, ...promises, ...documents, ...guests];

/** So many pages at once: a page waits about as long as it keeps a processor busy. */
const SIDE_BY_SIDE = 4;

/** Only rows whose name has this in it. */
const ONLY = process.env.EFFORTLET_ROW ?? "";

const served = (row, isWithUs) => (request, reply) =>
  reply.writeHead(200, { "content-type": "text/html; charset=utf-8", ...row.headers }).end(htmlOf(row, isWithUs));

const STORED = `select response.state as state, group_concat(coalesce(answer.rating, answer.text)) as answers
  from response left join answer on answer.response = response.id where response.page_url = ? group by response.id`;

test("whatever a page does, it is asked and stored once, or the widget is silent", { concurrency: true }, async (t) => {
  const asks = definition(SURVEY);
  const collector = await startCollector(t, { definition: asks });
  const rows = ROWS.filter(({ name }) => name.includes(ONLY));
  const paths = rows.flatMap((row, index) => [[`/with/${index}`, served(row, true)], [`/alone/${index}`, served(row, false)], ...Object.entries(row.pages ?? {})]);
  const host = await startHost(t, { collector, pages: { "/effortlet.json": asks, "/page.js": PAGE, ...Object.fromEntries(paths) } });
  const responses = (address) => collector.rows(STORED, [address]);
  const waiting = [...rows.entries()];
  const line = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, row] = next;
      await t.test(row.name, async (t) => {
        const page = await (await freshContext(t, { baseURL: host.origin })).newPage();
        const addresses = { withUs: host.url(`/with/${index}`), alone: host.url(`/alone/${index}`) };
        await hold({ row, page, addresses, responses: () => responses(host.url(row.address ?? `/with/${index}`)) });
      });
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, line));
});

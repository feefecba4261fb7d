/**
 * Two long pages that differ in the script tag alone, and a definition with every trigger. A third
 * page has the widget and listeners of its own.
 */
import { definition, pageWith, survey } from "../tests/browser/support/definitions.mjs";
import { startHost } from "../tests/browser/support/host.mjs";

const PARAGRAPH = `<p>${"Refunds go back to the card that was charged. ".repeat(20)}</p>`;
const BODY = `<h1>Refunds</h1><button id="own">A button of the page</button>${PARAGRAPH.repeat(40)}`;

/** None of these happens by itself while a measurement runs, except the event `go`. */
const TRIGGERS = {
  any: [
    { exitIntent: {} },
    { scroll: { percent: 100 } },
    { click: { selector: "[data-share], .cta" } },
    { helpCenter: { articles: 100 } },
    { event: { name: "go" } },
  ],
};

/** A script with listeners that do nothing: they hear all that a pointer does. */
export const EMPTY = "/empty.js";

const LISTENING = `
for (const type of ["mousemove", "mouseover", "mouseout", "wheel", "scroll", "pointerdown", "touchstart", "touchmove"]) {
  addEventListener(type, () => {}, { capture: true, passive: true });
}`;

/** `open(path)` gives a page in a new profile; its paths are `/blank`, `/widget` and `/heard`. */
export async function openSite(browser) {
  const endings = [];
  const host = await startHost({ after: (ending) => endings.push(ending) }, { pages: pages() });
  return {
    async open(path, settings) {
      const viewport = { width: 1280, height: 720 };
      const context = await browser.newContext({ baseURL: host.origin, viewport, ...settings });
      const page = await context.newPage();
      return { page, path, context };
    },
    browser,
    close: () => Promise.all(endings.map((ending) => ending())),
  };
}

function pages() {
  const widget = pageWith({ body: BODY });
  return {
    "/blank": widget.replace(/<script src.*<\/script>/, ""),
    "/widget": widget,
    "/heard": widget.replace("<script", `<script>${LISTENING}</script><script`),
    [EMPTY]: LISTENING,
    "/effortlet.json": definition(survey(TRIGGERS)),
    "/v1/responses": (request, reply) => reply.writeHead(204).end(),
  };
}

/** Milliseconds after which a loaded page has long done what it does by itself. */
export const SETTLED = 700;

/** Opens a page of the site, hands it to `work` when it has settled, and closes it again. */
export async function onPage(site, path, work) {
  const { page, context } = await site.open(path);
  try {
    await page.goto(path);
    await page.waitForTimeout(SETTLED);
    return await work(page);
  } finally {
    await context.close();
  }
}

/**
 * Two long pages that differ in the script tag alone, and a definition with a trigger of each kind.
 * Two more have listeners of their own, and one of them a definition with all that triggers can say.
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

/** All that makes us listen, run by the larger edition of the engine. */
const EVERY_TRIGGER = {
  any: [
    ...TRIGGERS.any,
    { exitIntent: { edge: 5, frames: true, touch: ["fastScrollUp", "tabReturn"] } },
    { scroll: { percent: 100, of: "progress" } },
    { scroll: { px: 100_000 } },
    { scroll: { element: "#end" } },
    { scroll: { percent: 100, container: "#none" } },
    { click: { text: "Share" } },
    { click: {} },
    { helpCenter: { visited: true } },
    { helpCenter: { searches: 100 } },
    { helpCenter: { searchWithoutClick: true } },
    { helpCenter: { pingPong: 100 } },
    { helpCenter: { contactAfter: 100 } },
    { helpCenter: { dwell: "60m" } },
    { helpCenter: { deadEnd: true } },
    { sectionLeave: {} },
    { time: { activeTime: "60m" } },
    { time: { idle: "60m" } },
    { event: { name: "done", from: "dom" } },
    { event: { name: "done", from: "dataLayer" } },
    { link: {} },
    { seq: [{ event: { name: "one" } }, { event: { name: "two" } }] },
  ],
};

/** So that nothing is shown, whatever comes. */
const NOBODY = { page: { path: "/elsewhere" } };

/** A page's own listeners, which count all that a pointer does. */
const LISTENING = `<script>
heard = {};
for (const type of ["mousemove", "mouseover", "mouseout", "wheel", "scroll", "pointermove", "pointerdown", "touchstart", "touchmove"]) {
  addEventListener(type, () => { heard[type] = (heard[type] ?? 0) + 1; }, { capture: true, passive: true });
}
</script>`;

/** `open(path)` gives a page in a new profile; its paths are `/blank`, `/widget`, `/listening` and `/heard`. */
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
  const heard = pageWith({ body: BODY, attributes: 'data-definition="/every.json"' }).replace("<script", `${LISTENING}<script`);
  const blank = (page) => page.replace(/<script src.*<\/script>/, "");
  return {
    "/blank": blank(widget),
    "/widget": widget,
    "/listening": blank(heard),
    "/heard": heard,
    "/effortlet.json": definition(survey(TRIGGERS)),
    "/every.json": definition(survey(EVERY_TRIGGER, { audience: NOBODY })),
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

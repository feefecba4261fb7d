/**
 * How long a visitor waits to see something: a frame counts as painted in the first task after
 * its requestAnimationFrame callbacks.
 */
import { onPage } from "./site.mjs";
import { interleaved, median } from "./statistics.mjs";

const RUNS = 15;

/** From the page's own call until the nudge stands in a painted frame. */
export async function triggerToPaint(site) {
  const [times] = await interleaved(RUNS, [() => onPage(site, "/widget", trigger)]);
  return { measured: median(times) };
}

/** From a real click on an answer until the next frame; on the blank page, on a button of its own. */
export async function clickToPaint(site) {
  const works = [
    () => onPage(site, "/blank", (page) => click(page, page.locator("#own"))),
    () => onPage(site, "/widget", answer),
  ];
  const [blank, measured] = (await interleaved(RUNS, works)).map(median);
  return { measured, blank };
}

async function trigger(page) {
  await page.evaluate(definePainted);
  return page.evaluate(async () => {
    const start = performance.now();
    effortlet("track", "go");
    while (!document.querySelector("effortlet-nudge")) {
      await new Promise((resolve) => {
        const seen = new MutationObserver(() => (seen.disconnect(), resolve()));
        seen.observe(document, { childList: true, subtree: true });
      });
    }
    return (await painted()) - start;
  });
}

async function answer(page) {
  await trigger(page);
  const first = page.locator("effortlet-nudge").getByText("Yes", { exact: true }).first();
  await first.waitFor();
  await page.waitForTimeout(400);
  return click(page, first);
}

async function click(page, target) {
  await page.evaluate(definePainted);
  const { x, y, width, height } = await target.boundingBox();
  await page.evaluate(() => {
    window.clickPainted = new Promise((resolve) => {
      const measure = async ({ timeStamp }) => resolve((await painted()) - timeStamp);
      window.addEventListener("click", measure, { capture: true, once: true });
    });
  });
  await page.mouse.click(x + width / 2, y + height / 2);
  return page.evaluate(() => window.clickPainted);
}

function definePainted() {
  window.painted = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.now());
        channel.port2.postMessage(0);
      });
    });
}

/**
 * The whole browser is killed so many milliseconds after an answer was announced, with nobody at the
 * endpoint; then it is opened again, and what was announced has to arrive.
 */
import { setTimeout as pause } from "node:timers/promises";
import { down, none } from "../browser/support/faults.mjs";
import { nudge } from "../browser/support/visitor.mjs";
import { Ledger } from "./ledger.mjs";
import { SAID } from "./page.mjs";
import { startSite } from "./site.mjs";
import * as visit from "./visit.mjs";

/** Milliseconds between an answer and the kill: what is announced this long before has to be kept. */
export const SAFE = 10;
const LATEST = 400;

/** Waits that a visitor's next page has for what was given to arrive, in milliseconds. */
const LOOKS = 100;
const LOOK = 50;

/** From as soon as it is heard to `LATEST`; half of them within the first milliseconds. */
export const spansOf = (count) =>
  Array.from({ length: count }, (_, index) => (index % 2 ? Math.round((index / count) * LATEST) : Math.round((index / count) * 40)));

/** Gives `{ span, given, lost }`, the milliseconds from the last announcement to the kill being measured. */
export async function killAfter(span, browser) {
  const ends = [];
  const site = await startSite({ after: (end) => ends.unshift(end) }, { isElsewhere: false, hasWorker: false });
  const ledger = new Ledger();
  let last = -Infinity;
  let heard = () => {};
  const hear = (message) => {
    if (!message.text().startsWith(SAID)) return;
    const told = JSON.parse(message.text().slice(SAID.length));
    ledger.hear(told);
    if (told.what !== "answered") return;
    last = told.at;
    heard();
  };
  try {
    browser.context.on("console", hear);
    site.break(down);
    const page = await browser.context.newPage();
    await page.goto(site.host.url("/"));
    await visit.beAsked(page);
    await nudge(page).waitFor();
    const killing = new Promise((resolve) => {
      heard = () => {
        waitUntil(last + span);
        resolve(browser.kill());
      };
    });
    // Killed in the midst of it, it never ends.
    nudge(page).getByRole("button", { name: "Yes" }).click().catch(() => {});
    const killed = await killing;
    await browser.open();
    site.break(none);
    const later = await browser.context.newPage();
    await later.goto(site.host.url("/"));
    const lost = await arriving(ledger, site);
    return { span: killed - last, given: ledger.given, lost: lost.length };
  } finally {
    browser.context.removeAllListeners("console");
    await browser.clear();
    for (const end of ends) await end();
  }
}

/** Without a timer, which would be late by some milliseconds: there is nothing else to do meanwhile. */
function waitUntil(moment) {
  while (performance.timeOrigin + performance.now() < moment);
}

async function arriving(ledger, site) {
  let lost = [];
  for (let look = 0; look < LOOKS; look += 1) {
    ({ lost } = await ledger.compare(site.collector));
    if (lost.length === 0) break;
    await pause(LOOK);
  }
  return lost;
}

/** A line for each range of milliseconds, by its ends: how often an answer was kept, and lost. */
const RANGES = [0, 2, 5, 10, 20, 50, 100, 200, 1000];

export function tableOf(found) {
  const lines = RANGES.slice(1).map((end, index) => {
    const begin = RANGES[index];
    const inside = found.filter(({ span }) => span >= begin && span < end);
    const lost = inside.filter((it) => it.lost > 0).length;
    return inside.length ? `${`${begin} to ${end} ms`.padEnd(16)} kept ${inside.length - lost}, lost ${lost}` : undefined;
  });
  return lines.filter(Boolean).join("\n");
}

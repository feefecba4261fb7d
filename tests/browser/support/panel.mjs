/**
 * The panel that `?effortlet-debug` opens, by real presses, on a page whose clock the test moves.
 */
import { open } from "./visitor.mjs";

/** The parameter that opens it. */
export const DEBUG = "/?effortlet-debug";

/** Milliseconds after which whatever happened is drawn. */
const DRAWN = 300;

export const openPanel = (page, path = DEBUG) => open(page, path);

export const panel = (page) => page.locator("effortlet-debug");

/** One survey's part. */
export const part = (page, id) => panel(page).locator(`.survey[data-key="${id}"]`);

/** The first reason that holds a survey back, as it is drawn by now. */
export async function reason(page, id = "help-center") {
  await page.clock.runFor(DRAWN);
  return part(page, id).locator(".hold").innerText();
}

/** Each line of a survey's trees: its mark, and all that it says. */
export async function lines(page, id = "help-center") {
  await page.clock.runFor(DRAWN);
  return part(page, id).locator("li:not(:has(li))").evaluateAll((all) =>
    all.map((it) => [it.querySelector(".mark"), it.querySelector(".said")].map((part) => part.textContent).join(" ")),
  );
}

export const press = (page, name) => panel(page).getByRole("button", { name }).first().click();

/** Opens a folded part. */
export const unfold = (page, name) => panel(page).locator("summary", { hasText: name }).first().click();

/** What a line under a name says. */
export async function term(page, name) {
  await page.clock.runFor(DRAWN);
  return panel(page).locator(`[data-key="${name}"] dd`).first().innerText();
}

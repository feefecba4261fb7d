/**
 * One browser for all tests of a file, and a fresh profile for each test.
 */
import { after } from "node:test";
import { launchShell } from "./launch.mjs";

let launching;

/** A profile with nothing stored in it, gone when the test `t` is over. */
export async function freshContext(t, settings = {}) {
  const browser = await (launching ??= launchShell());
  const context = await browser.newContext(settings);
  t.after(() => context.close());
  return context;
}

after(async () => (await launching)?.close());

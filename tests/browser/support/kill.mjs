/**
 * A profile on the disk whose browser is killed as an operating system or a flat battery does it: all of
 * its processes at once, with nothing written that was not written yet.
 */
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findChromium, findShell } from "./chromium.mjs";
import { startGuarded } from "./guarded.mjs";
import { flags } from "./launch.mjs";
import { chromium } from "./playwright.mjs";
import { addressOf } from "./window.mjs";

/**
 * A profile of its own, gone when the test `t` is over. `start` opens a browser on it, one at a time, and
 * resolves to its `context` and to `kill`, which resolves once no process of it is left.
 */
export async function profile(t) {
  const folder = await mkdtemp(join(tmpdir(), "effortlet-killed-"));
  const ends = [];
  t.after(async () => {
    await Promise.all(ends.map((end) => end()));
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  return {
    async start() {
      const own = ["--headless", "--remote-debugging-port=0", `--user-data-dir=${folder}`, "about:blank"];
      const child = startGuarded(findShell() ?? findChromium(), [...flags(), ...own], { stderr: "pipe" });
      const ended = once(child, "exit");
      // The guard ends what it has started.
      ends.push(() => (child.stdin.destroy(), ended));
      const browser = await chromium.connectOverCDP(await addressOf(child), { noDefaults: true });
      // Its guard then kills the whole group, within a millisecond or two.
      const kill = () => (child.kill(), ended);
      return { context: browser.contexts()[0], kill };
    },
  };
}

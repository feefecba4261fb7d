/**
 * A visitor's browser that can be killed, and opened again with what it had on the disk.
 */
import { setTimeout as pause } from "node:timers/promises";
import { freshProfile, openBrowser } from "../browser/support/window.mjs";

/** Milliseconds that a page may take to close. */
const PATIENCE = 5000;

/** Until `t` is over. */
export async function startBrowser(t) {
  const it = new Browser(await freshProfile(t));
  t.after(() => it.end());
  await it.open();
  return it;
}

class Browser {
  constructor(folder) {
    this.folder = folder;
  }

  async open() {
    const { browser, ended, end } = await openBrowser(this.folder);
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    this.id = processInfo.find(({ type }) => type === "browser").id;
    this.context = browser.contexts()[0];
    Object.assign(this, { browser, ended, end });
  }

  /** Ends all its processes at once, in the midst of whatever they do. Gives when, in milliseconds since 1970. */
  async kill() {
    const closed = new Promise((resolve) => this.browser.once("disconnected", resolve));
    const at = performance.timeOrigin + performance.now();
    process.kill(-this.id, "SIGKILL");
    await closed;
    await this.ended;
    return at;
  }

  /** Leaves no page behind but an empty one. */
  async clear() {
    await this.context.setOffline(false);
    const [first, ...others] = this.context.pages();
    const cleared = Promise.all([...others.map((page) => page.close()), first?.goto("about:blank")]).then(() => true);
    // Chromium now and then never closes a page that it loads again by itself, as it is online again.
    if (await Promise.race([cleared.catch(() => false), pause(PATIENCE, false, { ref: false })])) return;
    await this.kill();
    await this.open();
  }
}

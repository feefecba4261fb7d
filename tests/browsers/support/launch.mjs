/**
 * Starts an engine's browser through its WebDriver, fresh and without any question to the network.
 *
 * Paths are given: Selenium's own manager would look for downloads.
 */
import { once } from "node:events";
import { Builder, Capabilities } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";
import firefox from "selenium-webdriver/firefox.js";
import { DriverService } from "selenium-webdriver/remote/index.js";
import { HELD, guarded, startGuarded } from "../../browser/support/guarded.mjs";
import { flags } from "../../browser/support/launch.mjs";
import { missingOf, programsOf } from "./engines.mjs";

/** The window of every engine, in CSS pixels. */
export const WINDOW = { width: 1000, height: 800 };

/** Gives `{ driver, quit }`; `driver` is Selenium's. */
export async function launch(engine) {
  const missing = missingOf(engine);
  if (missing.length > 0) throw new Error(`${engine}: ${missing.join(" and ")} missing, run node setup.mjs --browsers`);
  return LAUNCHES[engine](programsOf(engine));
}

const LAUNCHES = {
  async chromium({ browser, driver: path }) {
    const options = new chrome.Options();
    options.setBinaryPath(browser);
    options.addArguments("--headless", ...flags());
    const driver = chrome.Driver.createSession(options, serviceOf(chrome.ServiceBuilder, path).build());
    return ready(driver);
  },

  async firefox({ browser, driver: path }) {
    const options = new firefox.Options();
    options.setBinary(browser);
    options.addArguments("-headless");
    for (const [name, value] of QUIET) options.setPreference(name, value);
    const driver = firefox.Driver.createSession(options, serviceOf(firefox.ServiceBuilder, path).addArguments("--allow-system-access").build());
    return ready(driver);
  },

  /**
   * WebKitGTK has no headless mode, so its window stands on a screen that nobody sees. It draws the same
   * page the same way each time only by the processor. Without its compositor
   * (`WEBKIT_DISABLE_COMPOSITING_MODE`) it takes a quarter of the time, and hangs with the style sheets of
   * hostile.test.mjs.
   */
  async webkit({ browser, driver: path, display }) {
    const screen = await openScreen(display);
    const environment = { ...process.env, DISPLAY: screen.name, GDK_BACKEND: "x11", WEBKIT_SKIA_ENABLE_CPU_RENDERING: "1" };
    const service = serviceOf(DriverService.Builder, path).setLoopback(true).setEnvironment(environment).build();
    const close = async () => {
      await service.kill();
      await screen.close();
    };
    const capabilities = new Capabilities({ "webkitgtk:browserOptions": { binary: browser, args: ["--automation"] } });
    try {
      const builder = new Builder().usingServer(await service.start()).withCapabilities(capabilities).forBrowser("MiniBrowser");
      const { driver, quit } = await ready(builder.build());
      return { driver, quit: () => quit().finally(close) };
    } catch (error) {
      await close();
      throw error;
    }
  },
};

/** What Firefox would ask the network by itself. */
const QUIET = [
  ["app.normandy.enabled", false],
  ["app.update.disabledForTesting", true],
  ["browser.safebrowsing.update.enabled", false],
  ["datareporting.policy.dataSubmissionEnabled", false],
  ["dom.push.connection.enabled", false],
  ["network.captive-portal-service.enabled", false],
  ["network.connectivity-service.enabled", false],
  ["services.settings.server", "data:,"],
];

/** A driver that ends, with its browser, when we do. */
function serviceOf(Builder, path) {
  const [command, ...first] = guarded(path);
  return new Builder(command).addArguments(...first).setStdio([HELD, "ignore", "ignore"]);
}

async function ready(driver) {
  await driver.manage().window().setRect(WINDOW);
  return { driver, quit: () => driver.quit() };
}

/** A screen in memory. It names itself once it can be drawn on. */
async function openScreen(program) {
  const words = ["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"];
  const child = startGuarded(program, words, { stdout: "pipe" });
  const ended = once(child, "exit");
  const [number] = await Promise.race([once(child.stdout, "data"), ended.then(() => [])]);
  if (number === undefined) throw new Error(`${program}: expected a screen`);
  return {
    name: `:${String(number).trim()}`,
    async close() {
      child.kill();
      await ended;
    },
  };
}

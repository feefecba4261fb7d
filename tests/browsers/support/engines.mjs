/**
 * The engines that the widget is tested in, and where this machine has them and their drivers.
 * Never downloads one: `node setup.mjs --browsers` installs what it may.
 */
import { readdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { findChromium, findShell } from "../../browser/support/chromium.mjs";
import { TOOLS } from "../../browser/support/paths.mjs";
import { findProgram } from "../../browser/support/programs.mjs";

/** By engine: each program that a test needs, its path or undefined. The environment's own names go first. */
const PROGRAMS = {
  chromium: () => ({ browser: findShell() ?? findChromium(), driver: named("CHROMEDRIVER", ["chromedriver"]) }),
  firefox: () => ({
    browser: real(named("FIREFOX", ["firefox-esr", "firefox"])),
    driver: named("GECKODRIVER", ["geckodriver", join(TOOLS, "bin", "geckodriver")]),
  }),
  webkit: () => ({
    browser: named("MINIBROWSER", miniBrowsers()),
    driver: named("WEBKITDRIVER", ["WebKitWebDriver"]),
    display: named("XVFB", ["Xvfb"]),
  }),
};

export const ENGINES = Object.keys(PROGRAMS);

/** What is needed to drive an engine, by what it is for. */
export const programsOf = (engine) => PROGRAMS[engine]();

/** Those of an engine's programs that this machine lacks. */
export const missingOf = (engine) => Object.entries(programsOf(engine)).filter(([, path]) => !path).map(([role]) => role);

/** The engines to test in: all, or those that the environment's `EFFORTLET_ENGINES` names. */
export function enginesAsked() {
  const asked = (process.env.EFFORTLET_ENGINES ?? ENGINES.join()).split(",").map((name) => name.trim());
  const unknown = asked.filter((name) => !ENGINES.includes(name));
  if (unknown.length > 0) throw new Error(`EFFORTLET_ENGINES: expected some of ${ENGINES.join(", ")}, found ${unknown.join(", ")}`);
  return asked;
}

const named = (variable, candidates) => findProgram(process.env[variable] ? [process.env[variable]] : candidates);

/** Firefox finds its own files beside itself, not beside a link to it. */
const real = (path) => path && realpathSync(path);

/** WebKitGTK keeps its browser in a folder of the machine's own kind: /usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/. */
function miniBrowsers() {
  if (process.platform !== "linux") return [];
  return readdirSync("/usr/lib").map((folder) => `/usr/lib/${folder}/webkit2gtk-4.1/MiniBrowser`);
}

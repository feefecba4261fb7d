/**
 * Where `cargo xtask test` leaves what the browser tests run.
 */
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const TARGET = resolve(ROOT, process.env.CARGO_TARGET_DIR ?? "target");
const SUFFIX = process.platform === "win32" ? ".exe" : "";

/** The built widget. */
export const DIST = join(ROOT, "dist");

/** What the build makes on the way to it. */
export const MADE = join(TARGET, "glue");

/** The built demo, whose widget the collector serves, and what it asks. */
export const SITE = join(TARGET, "site");
export const DEMO = join(ROOT, "www/effortlet.json");

/** The collector's program. */
export const COLLECTOR = join(TARGET, "debug", `effortlet${SUFFIX}`);

/** Sites of other makers that have the widget, with the packages they are made of. */
export const HOSTS = join(TARGET, "hosts");

/** Programs that tests need and that were built here, such as a browser's driver. */
export const TOOLS = join(TARGET, "tools");

/**
 * The rows that are tested, and a host's site as a browser opens it.
 */
import { startCollector } from "../../browser/support/collector.mjs";
import { HOSTS } from "../hosts.mjs";
import { build } from "./build.mjs";
import { isInstalled } from "./packages.mjs";
import { definitionOf } from "./recipe.mjs";
import { serve } from "./serve.mjs";

/** Some of them alone, as in `EFFORTLET_HOSTS=vue,react`. */
const ASKED = process.env.EFFORTLET_HOSTS?.split(",");

export const ROWS = HOSTS.filter(({ host }) => ASKED?.includes(host) ?? true);

/** Milliseconds; a site may have to be built first. */
const PATIENCE = 180_000;

/** How a check of a row is run, by its name in `todo`. */
export const settings = (row, check) => ({
  skip: row && !isInstalled(row) && "its packages are missing: run npm run test:hosts",
  timeout: PATIENCE,
  todo: row?.todo?.[check],
});

/** The site with the collector that its recipe names, which knows the recipe's definition or another. */
export async function open(t, row, definition = definitionOf(row.host)) {
  const collector = await startCollector(t, { definition });
  return { row, collector, origin: await serve(t, build(row), { collector: collector.address, route: row.route }) };
}

/** The same site, whose tag loads nothing. */
export const openWithout = async (t, row) => ({ row, origin: await serve(t, build(row), { route: row.route }) });

/**
 * Playwright, as `require` has it: an import first reads all of its seven megabytes for the names that
 * they export, which takes nearly as long as the rest of it.
 */
import { createRequire } from "node:module";

export const { chromium } = createRequire(import.meta.url)("playwright-core");

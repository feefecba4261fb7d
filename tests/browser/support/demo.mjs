/**
 * The help center whose truth is known, in a collector: what it says under many filters, and the responses behind that.
 *
 * Which days and which values may be told is the collector's to say; tests reckon anew all that it says of them.
 */
import assert from "node:assert/strict";
import { startCollector } from "./collector.mjs";
import { apart, chosen, facts, grouped, isMeant } from "./reckoned.mjs";

export const FILTERS = [
  {}, { section: "billing" }, { section: "returns" }, { article: "customs" }, { article: "order-status" }, { locale: "en" }, { locale: "ro" },
  { locale: "ru" }, { trigger: "scroll" }, { trigger: "exitIntent" }, { device: "phone" }, { device: "desktop" }, { from: "2025-11-01" },
  { to: "2026-01-15" }, { from: "2025-10-01", to: "2026-02-01" }, { section: "shipping", device: "phone" }, { locale: "en", trigger: "scroll" },
  { section: "app", locale: "en" }, { from: "2025-12-01", locale: "en" }, { from: "2025-09-20", to: "2026-02-10", device: "phone" },
  { trigger: "helpCenter", device: "desktop" }, { article: "return-a-gift", locale: "en" }, { section: "orders", from: "2025-11-15" },
];

/** Runs until the test `t` is over. */
export async function startDemo(t) {
  const collector = await startCollector(t, { sample: [20_000, "--demo"] });
  return {
    exported: await collector.exported(),
    async told(what, filter) {
      const path = `${what}?${new URLSearchParams(filter)}`;
      const reply = await fetch(`${collector.address}/v1/surveys/help-center/${path}`);
      assert.equal(reply.status, 200, path);
      return reply.json();
    },
  };
}

/** People by what they have of a dimension, on the days that are counted of them. */
export function ofEach(exported, { from, to, ...conditions }, by) {
  const people = grouped(chosen(exported, {}, conditions), facts[by]);
  const meant = (value) => [...people].flatMap(([name, some]) => (isMeant(name, value) ? some : []));
  return (value, period) => chosen(meant(value), period ?? { from, to });
}

/** Nothing of what is given is another than what is expected, as far as both have it. */
export function same(given, expected, where) {
  assert.deepEqual(apart(given, expected), [], `${where}: ${JSON.stringify([given, expected])}`);
}


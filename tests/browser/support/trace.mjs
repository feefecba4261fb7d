/**
 * What the browser says it did on a page, by its own trace: when each of its works began, how long it
 * took, and how much of that the processor was at it (`ts`, `dur`, `tdur`, in microseconds).
 */

/** Everything that the browser traced of a page while `work` was done. */
export async function trace(page, work) {
  const browser = page.context().browser();
  await browser.startTracing(page, { categories: ["devtools.timeline"] });
  await work();
  const { traceEvents } = JSON.parse(await browser.stopTracing());
  return traceEvents;
}

/** The browser's calls into files whose address has `part` in it; a call within such a call is part of it. */
export function callsInto(events, part) {
  const calls = named(events, "FunctionCall").filter(({ args }) => args.data?.url?.includes(part));
  return calls.filter((it) => !calls.some((other) => other !== it && isWithin(it, other)));
}

export const named = (events, ...names) => events.filter(({ name }) => names.includes(name));

export const isWithin = (it, other) =>
  it.pid === other.pid && it.tid === other.tid && it.ts >= other.ts && it.ts + (it.dur ?? 0) <= other.ts + other.dur;

/**
 * How much of a page has moved by itself, as web.dev/cls counts it.
 */

/** Before a page's own scripts run. Then `window.readShifts()` says how much. */
export function noteShifts() {
  window.shifted = 0;
  const note = (list) => list.getEntries().forEach(({ value }) => (window.shifted += value));
  const observer = new PerformanceObserver(note);
  observer.observe({ type: "layout-shift", buffered: true });
  window.readShifts = () => {
    note({ getEntries: () => observer.takeRecords() });
    return window.shifted;
  };
}

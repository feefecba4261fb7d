/** Whether a team looks on: its panel was opened on this page, or on an earlier one of the tab and not closed since. */
export function isLookedAt() {
  if (/[?&]effortlet-debug\b/.test(location.search)) return true;
  // Storage may refuse. `src/debug/tab.js` writes it.
  try {
    return "effortlet:debug" in sessionStorage;
  } catch {}
}

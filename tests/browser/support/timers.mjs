/** An init script, or for a page that is open: has `window.timers` hold those that are still to come. */
export function noteTimers() {
  const { setTimeout: set, clearTimeout: clear } = window;
  window.timers = new Set();
  window.setTimeout = (call, ...values) => {
    const timer = set(() => (window.timers.delete(timer), call()), ...values);
    window.timers.add(timer);
    return timer;
  };
  window.clearTimeout = (timer) => (window.timers.delete(timer), clear(timer));
}

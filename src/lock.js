/**
 * Keeps two tabs from showing a nudge at once: the Web Locks API, held while ours is on display.
 *
 * Where it is missing or refuses, what is remembered keeps a second nudge from coming soon after
 * a first.
 */
export function openLock() {
  let letGo;

  return {
    /** Tells true once the lock is ours, false when another tab has it. */
    async claim(tell) {
      try {
        await navigator.locks.request("effortlet", { ifAvailable: true }, (lock) => {
          const held = lock && new Promise((resolve) => (letGo = resolve));
          tell(!!lock);
          return held;
        });
      } catch {
        tell(true);
      }
    },

    release: () => letGo?.(),
  };
}

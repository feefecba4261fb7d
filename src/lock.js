/**
 * Keeps two tabs from showing a nudge at once: the Web Locks API, held while ours is on display.
 *
 * Where it is missing or refuses, a lease in storage, in a file that only such a page loads.
 */
export function openLock() {
  let lease;
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
        lease ??= import("./lease.js").then(({ openLease }) => openLease());
        const claim = (it) => {
          letGo = it.release;
          it.claim(tell);
        };
        // A file that cannot be had leaves what is remembered to keep the tabs apart.
        lease.then(claim, () => tell(true));
      }
    },

    release: () => letGo?.(),
  };
}

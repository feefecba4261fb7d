/**
 * Keeps two tabs from showing a nudge at once where there are no Web Locks, as on every page
 * without HTTPS: a lease in localStorage. A file of its own, `lease.js` beside `module.js`: no other
 * page loads it.
 *
 * Taken by Fischer's algorithm (L. Lamport, "A Fast Mutual Exclusion Algorithm", ACM TOCS 5, 1987):
 * a tab that finds it free writes its name, waits, and has it if its name stands there still. The
 * fast algorithm of that paper and Lamport's bakery would not do: a read must find all that was
 * written before it, and a browser may take a while until a tab reads what another one wrote (HTML
 * Standard, 12.2.3). Whoever has the lease and is overwritten writes its name again, within the wait
 * of the other. So neither a clock that was moved, nor a tab whose timers are held up, nor one that
 * stood still between finding it free and writing makes two owners.
 *
 * Where storage fails a page keeps to itself. Never asks again by itself after it was refused.
 */
import { openNote } from "./note.js";
import { quiet } from "./quiet.js";

/** Holds a list: whose it is, until when, and whether it was taken or only asked for. */
const NAME = "effortlet:lease";

/**
 * Milliseconds from asking to having: more than what is written takes to the other tab and back.
 * Between 20 tabs of Chromium that all wrote at once on two processors, one way took up to 60.
 */
const WAIT = 250;

/** Milliseconds until what was asked for and not taken is as good as free: its tab is gone. */
const ASKED = 4 * WAIT;

/** Milliseconds until what was taken and not renewed is, and how often it is renewed. */
const TAKEN = 30_000;
const RENEWAL = TAKEN / 3;

export function openLease() {
  const note = openNote(NAME);
  const own = `${crypto.getRandomValues(new BigUint64Array(1))}`;
  /** Ends the listening of a lease that is ours; nothing while it is not. */
  let taken;
  /** What ends the wait, and then what renews. */
  let timer;

  const write = () => note.write(JSON.stringify([own, Date.now() + (taken ? TAKEN : ASKED), !!taken]));

  /** What stands there. A term that is longer than any was written by another clock. */
  const read = quiet(() => {
    const [owner, until, isTaken] = JSON.parse(note.read());
    const left = until - Date.now();
    const isOwn = owner === own;
    return { isOwn, isTaken, isAnothers: !isOwn && left > 0 && left <= TAKEN };
  });

  const erase = () => read()?.isOwn && note.erase();

  /** Unless another tab has it by right: it took it while the browser had this one frozen. */
  const renew = () => {
    clearTimeout(timer);
    timer = setTimeout(quiet(renew), RENEWAL);
    const found = read();
    if (!found?.isAnothers || !found.isTaken) write();
  };

  const take = () => {
    taken?.abort();
    taken = new AbortController();
    const { signal } = taken;
    const listen = (name, call) => window.addEventListener(name, quiet(call), { capture: true, passive: true, signal });
    // None is for all of storage, which was cleared.
    listen("storage", ({ key }) => (key ?? NAME) === NAME && renew());
    listen("pagehide", erase);
    // Back from the back-forward cache, with what was on display.
    listen("pageshow", renew);
    renew();
  };

  const conclude = (tell) => {
    const isOurs = !!read()?.isOwn;
    if (isOurs) take();
    tell(isOurs);
  };

  return {
    /** Tells true once the lease is ours, false when another tab has it. Asking again ends a wait. */
    claim(tell) {
      clearTimeout(timer);
      if (read()?.isAnothers) return tell(false);
      write();
      timer = setTimeout(quiet(() => conclude(tell)), WAIT);
    },

    release() {
      clearTimeout(timer);
      taken?.abort();
      taken = undefined;
      erase();
    },
  };
}

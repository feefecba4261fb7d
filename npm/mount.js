/**
 * What components of a framework have in common: a page has one widget, however many of them there are,
 * are taken away and come back.
 */
import { begin, call, latestStart } from "./tag.js";

/** How many components want it. */
let mounted = 0;

/** What a component has started, by which options. */
let started;

/** Whether `consent` was called: it goes before what any later start is told, so it has to be called for each. */
let isConsentTold = false;

/** Starts by these options, unless they are those it was started by. Gives what takes that back. */
export function mount(options) {
  const [key, consent] = [keyOf(options), options.consent];
  if (started?.key !== key || started.promise !== latestStart()) {
    if (consent && isConsentTold) tell(consent);
    started = { key, consent, promise: begin(options) };
  } else if (consent && started.consent !== consent) {
    started.consent = consent;
    tell(consent);
  }
  mounted += 1;
  return () => {
    mounted -= 1;
    // A router, or React's StrictMode, takes away and puts back in one task.
    queueMicrotask(stopUnlessMounted);
  };
}

function tell(consent) {
  isConsentTold = true;
  call("consent", consent);
}

function stopUnlessMounted() {
  if (mounted > 0 || !started) return;
  // The application may have started another one since, which is its own.
  if (started.promise === latestStart()) call("stop");
  started = undefined;
}

/** The same for options that say the same: components make them anew each time. What may be kept is not a matter of starting. */
export function keyOf({ src, integrity, definition, endpoint, locale }) {
  try {
    return JSON.stringify([src, integrity, definition, endpoint, locale]);
  } catch {
    return definition;
  }
}

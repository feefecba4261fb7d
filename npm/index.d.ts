/**
 * Effortlet in an application that a bundler makes. Importing it does nothing; on a server nothing here
 * does. Before `start` all calls but `consent` and `condition` wait for it.
 *
 * Nothing throws or rejects. Where the widget cannot be loaded, or not within 10 s, a call comes to
 * nothing, `show` and `forget` to false, and `start` to what is wrong.
 */
import type { Definition, Options, Started } from "../dist/effortlet.js";

export * from "../dist/effortlet.js";

export interface StartOptions extends Options {
  /**
   * Where `effortlet.js` is: the collector's, such as `https://ces.acme.example/effortlet.js`, or that of the
   * files of this package's `dist` on your own site. May be left out where the page has the script tag itself.
   */
  src?: string | URL;
  /** The hash of that file, where it is one that you serve yourself: see `effortlet/files/integrity.json`. */
  integrity?: string;
  /**
   * The definition, or its address. Without it, the page's `<script type="application/json" data-effortlet>`,
   * or else `effortlet.json` beside `effortlet.js`, which a collector has.
   */
  definition?: Definition | string | URL;
}

/** Adds the script tag where it is not there yet, and starts asking, in place of what was started before. */
export declare function start(options?: StartOptions): Promise<Started>;

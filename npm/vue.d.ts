import type { DefineComponent, MaybeRefOrGetter } from "vue";
import type * as calls from "./index.js";
import type { StartOptions } from "./index.js";

/**
 * Starts when it is mounted, starts anew with other options (`redact` stays the one it has started with), and
 * stops when it is unmounted. Shows nothing where it stands; once in an application is enough.
 */
export declare const Effortlet: DefineComponent<StartOptions>;

/** The calls, always the same ones. With options it starts and stops as the component does. */
export declare function useEffortlet(options?: MaybeRefOrGetter<StartOptions>): typeof calls;

"use client";
/** `effortlet/react`: a component that starts, and a hook that does so too, or only gives the calls. */
import { useEffect } from "react";
import * as calls from "./index.js";
import { keyOf, mount } from "./mount.js";

/** Shows nothing where it stands. */
export function Effortlet(options) {
  useEffortlet(options);
  return null;
}

export function useEffortlet(options) {
  useEffect(() => options && mount(options), [options && keyOf(options), options?.consent]);
  return calls;
}

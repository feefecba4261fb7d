/** PostHog in its slim build with what its surveys need; the part that shows them comes by itself, from its server. */
import posthog from "posthog-js/dist/module.slim.js";
import { SurveysExtensions } from "posthog-js/dist/extension-bundles.js";

posthog.init("phc_stand_in", {
  api_host: location.origin,
  ui_host: location.origin,
  __extensionClasses: SurveysExtensions,
  autocapture: false,
  capture_pageleave: false,
  disable_session_recording: true,
  // A browser without a window counts as a robot, whose events are dropped.
  opt_out_useragent_filter: true,
});

window.go = () => posthog.capture("go");
window.goAtOnce = () => posthog.displaySurvey("stand-in", { displayType: "popover", ignoreConditions: true, ignoreDelay: true });

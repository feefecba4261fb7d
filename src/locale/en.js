/** The nudge's own words in English. */
export default {
  language: "en",
  region: "Feedback",
  close: "Close",
  back: "Back",
  next: "Next",
  send: "Send",
  skip: "Skip",
  yes: "Yes",
  no: "No",
  optional: "optional",
  of: "of",
  thanks: "Thank you for your feedback!",
  missing: "Please give an answer first.",
  tooLong: "Please shorten your text.",
};

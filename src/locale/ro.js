/** The nudge's own words in Romanian. */
export default {
  language: "ro",
  region: "Părerea ta",
  close: "Închide",
  back: "Înapoi",
  next: "Continuă",
  send: "Trimite",
  skip: "Omite",
  yes: "Da",
  no: "Nu",
  optional: "opțional",
  of: "din",
  thanks: "Îți mulțumim pentru răspuns!",
  missing: "Te rugăm să răspunzi mai întâi.",
  tooLong: "Te rugăm să scurtezi textul.",
};

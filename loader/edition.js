/** Shim. */
const RARE =
  /"(?!(?:all|any|not|exitIntent|edge|scroll|percent|short|dwell|container|click|selector|delay|helpCenter|visited|articles|event|name|page|path|sample)")\w+":/;
const ASKED = /"(choice|look|theme|root|layout)"|{a\w+/;
export function isOrdinary(definition) {
  const it = { ...definition };
  const said = [it.surveys].flat().map((it) => [it?.triggers, it?.audience]);
  return !(it.helpCenter?.preset || RARE.test(JSON.stringify(said)) || ASKED.test(JSON.stringify(it)));
}

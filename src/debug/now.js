/** The page view as it stands, and the last things that happened. */
import { make } from "./dom.js";
import { fold, note, terms } from "./parts.js";
import { span, time } from "./times.js";

/**
 * @param {object} view As `src/preview/page_view.rs` has it.
 * @param {object} overview As `src/preview/look.rs` has it.
 * @param {object[]} explanations As `explain` gives them.
 */
export function present(view, { visible, active, idle, interacted, path, kind, section, article, locale }, explanations, now) {
  const facts = [kind, section && `section ${section}`, article && `article ${article}`, locale && `locale ${locale}`];
  return terms([
    ["Page", [path, make("small", {}, facts.filter(Boolean).join(" · "))]],
    ["Seen", `visible ${span(visible)} · active ${span(active)} · idle ${span(idle)}`],
    ["Used", interacted ? "yes" : "no press, key, wheel or touch yet"],
    ...scrolls(view.scrolls),
    ["Departure", departure(view.departure, explanations, now)],
    ["Next look", view.wake > now ? `in ${span(view.wake - now)}` : "when something happens"],
  ]);
}

const scrolls = (readings) =>
  readings.map(({ name, seen, top, most }) => {
    const pixels = make("small", {}, `${Math.round(top)} px of ${Math.round(most)} px`);
    return [name ? `Scroll ${name}` : "Scroll", [`${seen} % seen`, pixels]];
  });

function departure(last, explanations, now) {
  const verdict = explanations.flatMap(({ triggers }) => [...exits(triggers)])[0];
  if (!last) return verdict;
  const { at, y, speed, age, distraction } = last;
  const measured = [
    `${span(now - at)} ago at ${Math.round(y)} px`,
    `${speed.toFixed(2)} px/ms upward`,
    `last move ${Math.round(age)} ms before`,
    `distraction: ${distraction}`,
  ];
  return [verdict ?? "", make("small", {}, measured.join(" · "))];
}

/** What was found of exit intent, which is the same wherever it stands. */
function* exits({ name, parts, found }) {
  if (name === "exitIntent") yield found;
  for (const part of parts ?? []) yield* exits(part);
}

/** @param {object[]} entries As `src/preview/log.rs` has them. */
export function past(entries) {
  const lines = entries.map(({ at, isInput, words, count }) =>
    make(
      "li",
      { class: isInput ? "in" : "out" },
      make("time", {}, time(at)),
      make("span", {}, `${isInput ? "" : "→ "}${words}`, count > 1 && make("small", {}, ` × ${count}`)),
    ),
  );
  const list = lines.length ? make("ol", { class: "log" }, ...lines) : note("Nothing yet.");
  return fold("log", "Last inputs and effects", false, list);
}

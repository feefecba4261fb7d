/** The page view as it stands, and the last things that happened. */
import { make } from "../dom.js";
import { fold, note, terms } from "./parts.js";
import { span, time } from "./times.js";
import { DISTRACTIONS, percent } from "./words.js";

/**
 * @param {object} scene As `scene.js` has it.
 * @param {any[]} overview As `src/output.rs` says it.
 * @param {object[]} explanations As `explain` gives them.
 */
export function present(scene, [, visible, active, idle, used, ...about], explanations, now) {
  const [kind, section, article, locale] = about;
  const facts = [kind, section && `section ${section}`, article && `article ${article}`, locale && `locale ${locale}`];
  return terms([
    ["Page", [scene.path, make("small", {}, facts.filter(Boolean).join(" · "))]],
    ["Seen", `visible ${span(visible)} · active ${span(active)} · idle ${span(idle)}`],
    ["Used", used ? "yes" : "no press, key, wheel or touch yet"],
    ...scrolls(scene.scrolls),
    ["Departure", departure(scene.departure, explanations, now)],
    ["Next look", scene.wake > now ? `in ${span(scene.wake - now)}` : "when something happens"],
  ]);
}

const scrolls = (readings) =>
  [...readings].map(([name, [top, view, height]]) => {
    const pixels = make("small", {}, `${Math.round(top)} px of ${Math.round(height - view)} px`);
    return [name ? `Scroll ${name}` : "Scroll", [`${percent(top, view, height)} % seen`, pixels]];
  });

function departure(last, explanations, now) {
  const verdict = explanations.flatMap(({ triggers }) => [...exits(triggers)])[0];
  if (!last) return verdict;
  const [y, speed, age, distraction] = last.numbers;
  const measured = [
    `${span(now - last.at)} ago at ${Math.round(y)} px`,
    `${speed.toFixed(2)} px/ms upward`,
    `last move ${Math.round(age)} ms before`,
    `distraction: ${DISTRACTIONS[distraction]}`,
  ];
  return [verdict ?? "", make("small", {}, measured.join(" · "))];
}

/** What was found of exit intent, which is the same wherever it stands. */
function* exits({ name, parts, found }) {
  if (name === "exitIntent") yield found;
  for (const part of parts ?? []) yield* exits(part);
}

/** @param {object[]} entries As `log.js` has them. */
export function past(entries) {
  const lines = entries.map(({ at, isInput, words, count }) =>
    make(
      "li",
      { class: isInput ? "in" : "out" },
      make("time", {}, time(at)),
      make("span", {}, `${isInput ? "" : "→ "}${words}`, count > 1 && make("small", {}, `× ${count}`)),
    ),
  );
  const list = lines.length ? make("ol", { class: "log" }, ...lines) : note("Nothing yet.");
  return fold("log", "Last inputs and effects", false, list);
}

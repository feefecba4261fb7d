/** What audiences and texts ask the page for. Never runs text as code; reads own properties only. */
import { minutesFromUtc } from "../clock.js";
import { quiet } from "../quiet.js";
import { openShelf } from "../shelf.js";
import { readTitle } from "./title.js";

/** By the numbers of `Source` in `audience/known.rs`. What is not there is nothing. */
const SOURCES = [
  () => ["fine", "coarse"].find((pointer) => matchMedia(`(pointer: ${pointer})`).matches) ?? "none",
  () => matchMedia("(hover: hover)").matches,
  () => innerWidth,
  minutesFromUtc,
  () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  (name, context) => own(context, name),
  (name) => cookie(name),
  (name) => openShelf("localStorage").get(name),
  (name) => openShelf("sessionStorage").get(name),
  (name) => name.split(".").reduce(own, window),
  (name) => !!document.querySelector(name),
  (name, context, conditions) => flag(conditions[name]()),
  readTitle,
].map(quiet);

/** @param {any[]} asked A number for where it comes from and a name, one after the other. */
export function readFacts(asked, context, conditions) {
  const facts = [];
  for (let at = 0; at < asked.length; at += 2) facts.push(plain(SOURCES[asked[at]](asked[at + 1], context, conditions)));
  return facts;
}

/** A text, a flag or a finite number; anything else is nothing. */
const plain = (it) => (["string", "boolean"].includes(typeof it) || Number.isFinite(it) ? it : null);

/** Whatever else a page says is not known. */
const flag = (it) => (typeof it === "boolean" ? it : null);

const own = (object, name) => (Object.prototype.hasOwnProperty.call(object, name) ? object[name] : undefined);

function cookie(name) {
  for (const pair of document.cookie.split("; ")) {
    const [before, ...after] = pair.split("=");
    if (before === name) return quiet(decodeURIComponent)(after.join("=")) ?? after.join("=");
  }
}

/** Moments, lengths of time and counts, for people to read, by the visitor's own clock. */

const TIME = { hour: "2-digit", minute: "2-digit", second: "2-digit" };
const DAY = { day: "numeric", month: "short", year: "numeric" };

export const time = (at) => new Date(at).toLocaleTimeString("en-GB", TIME);
export const day = (at) => new Date(at).toLocaleDateString("en-GB", DAY);
export const counted = (count, thing) => `${count} ${thing}${count === 1 ? "" : "s"}`;
export const moment = (at) => `${day(at)}, ${time(at)}`;

const UNITS = [
  [86_400_000, "d"],
  [3_600_000, "h"],
  [60_000, "min"],
];

/** The two largest units: "2 d 3 h", "4 min 5 s", "6.7 s". */
export function span(milliseconds) {
  const length = Math.abs(milliseconds);
  for (const [size, unit] of UNITS) {
    if (length < size) continue;
    const [smaller, name] = UNITS[UNITS.findIndex(([it]) => it === size) + 1] ?? [1000, "s"];
    const rest = Math.floor((length % size) / smaller);
    return `${Math.floor(length / size)} ${unit}${rest ? ` ${rest} ${name}` : ""}`;
  }
  return `${(Math.floor(length / 100) / 10).toFixed(1)} s`;
}

/**
 * As JSON, also where a page has put a `toJSON` on every object, as old libraries do. `change` is given
 * each object, and gives what is written in its place.
 */
export function json(value, change = (it) => it) {
  const write = (it) => json(it, change);
  if (Array.isArray(value)) return `[${value.map(write)}]`;
  if (typeof value !== "object" || !value) return JSON.stringify(value) ?? "null";
  const isSaid = ([, it]) => it !== undefined;
  const field = ([name, it]) => `${write(name)}:${write(it)}`;
  return `{${Object.entries(change(value)).filter(isSaid).map(field)}}`;
}

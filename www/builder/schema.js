/**
 * The reader's tables, as `definition.schema.json` has them: what may stand where, and what it means.
 * A form asks these for its fields, so that a new key of the format is a field without being told of.
 */
import SCHEMA from "../../loader/definition.schema.json" with { type: "json" };
import TEMPLATES from "../../src/templates.json" with { type: "json" };
import MORE from "../../src/templates-more.json" with { type: "json" };

const { $defs: DEFINED } = SCHEMA;

export const ROOT = SCHEMA;
export const templates = [...TEMPLATES, ...MORE];
export const defined = (name) => rowOf({ $ref: `#/$defs/${name}` });

/** A node with what it refers to, and without null, which stands for nothing. `names` are those it referred by. */
export function rowOf(node) {
  const { $ref, ...own } = node;
  const name = $ref?.slice("#/$defs/".length);
  const row = name ? { ...rowOf(DEFINED[name]), ...own } : { ...own };
  const names = [name, ...(row.names ?? [])].filter(Boolean);
  const some = row.anyOf?.filter((it) => it.type !== "null");
  if (some?.length === 1) {
    const { anyOf: _, ...rest } = row;
    const inner = rowOf(some[0]);
    return { ...inner, ...rest, names: [...names, ...(inner.names ?? [])] };
  }
  if (some) row.anyOf = some;
  if (Array.isArray(row.type)) row.type = row.type.filter((it) => it !== "null");
  if (row.type?.length === 1) [row.type] = row.type;
  if (row.enum) row.enum = row.enum.filter((it) => it !== null);
  return { ...row, names };
}

export const isNamed = (row, ...names) => names.some((it) => row.names.includes(it));

/** What a row lets one choose from, where it may be one of those or a list of them. */
export function listed(row) {
  const list = row.type === "array" ? row : row.anyOf?.map(rowOf).find((it) => it.type === "array");
  return list?.items && rowOf(list.items);
}

/** The name of a kind, with the way in which it is told. */
export const keyOf = ({ kind, field }) => (field ? `${kind}.${field}` : kind);

/**
 * What a combination may be made of: a row for each kind, or for each of the ways in which a kind is told,
 * such as `scroll.percent` and `scroll.px`.
 */
export function kindsOf(name, combining) {
  const kinds = Object.entries(DEFINED[name].properties).filter(([key]) => !combining.includes(key));
  return kinds.flatMap(([kind, node]) => {
    const row = rowOf(node);
    const ways = row.oneOf?.map((it) => it.required[0]);
    return ways ? ways.map((field) => ({ kind, field, row })) : [{ kind, row }];
  });
}

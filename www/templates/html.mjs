/** A template tag whose values are text; only what another `html` made goes in as markup. */
class Markup {
  constructor(text) {
    this.text = text;
  }
  toString() {
    return this.text;
  }
}

export const raw = (text) => new Markup(text);

export function html(strings, ...values) {
  return raw(strings.reduce((made, string, it) => made + show(values[it - 1]) + string));
}

export function escape(text) {
  return String(text).replace(/[&<>"]/g, (it) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[it]);
}

/** Data for a script element: `<` cannot end the element early. */
export const json = (value) => raw(JSON.stringify(value).replaceAll("<", "\\u003c"));

function show(value) {
  if (Array.isArray(value)) return value.map(show).join("");
  if (value instanceof Markup) return value.text;
  return value === undefined || value === false ? "" : escape(value);
}

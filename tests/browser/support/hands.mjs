/**
 * Hands at the builder's form: what is to be written decides which field is used, by the name that the reader has
 * for its place. They are within the page, which draws at once whatever they do; they touch only what a visitor
 * sees, and press only what has nothing over it.
 */

/** Given to a page as it stands, so all that it needs is in it. */
export function handsOf() {
  const COMBINING = ["any", "all", "not", "seq"];
  const CONDITIONS = ["triggers", "audience"];
  const spelled = (place) => place.map((part, index) => (typeof part === "number" ? `[${part}]` : index ? `.${part}` : part)).join("");
  const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  const isText = (key) => ["text", "thanks", "other", "label"].includes(key);

  const named = (name, kind = "") => [...document.querySelectorAll(`${kind}[name=${JSON.stringify(name)}]`)];
  const isThere = (name, kind) => named(name, kind).length > 0;
  const control = (place) => the(spelled(place));

  function the(name, kind) {
    const found = named(name, kind);
    if (found.length !== 1) throw new Error(`${found.length} times in the form: ${kind ?? ""} ${name}`);
    return found[0];
  }

  /** Nothing is folded. */
  const open = () => document.querySelectorAll("#app details:not([open])").forEach((it) => (it.open = true));

  /** What has the focus is seen and not disabled. */
  function reach(element) {
    open();
    element.focus();
    if (document.activeElement !== element) throw new Error(`cannot be reached: ${element.name}`);
  }

  function press(element) {
    reach(element);
    element.scrollIntoView({ block: "center" });
    const { x, y, width, height } = element.getBoundingClientRect();
    const hit = document.elementFromPoint(x + width / 2, y + height / 2);
    if (!element.contains(hit)) throw new Error(`${element.name} cannot be pressed, over it is ${hit?.outerHTML}`);
    element.click();
  }

  function choose(select, value) {
    reach(select);
    select.value = value;
    if (select.selectedIndex < 0) throw new Error(`${select.name} has no choice ${JSON.stringify(value)}`);
    for (const type of ["input", "change"]) select.dispatchEvent(new Event(type, { bubbles: true }));
  }

  /** As if it was pasted over what stands there. */
  function enter(field, text) {
    reach(field);
    field.select();
    document.execCommand(text ? "insertText" : "delete", false, text);
  }

  function check(box) {
    if (!box.checked) press(box);
    if (!box.checked) throw new Error(`cannot be checked: ${box.name}`);
  }

  const pressNamed = (name) => (open(), press(the(name, "button")));
  const isSelect = (field) => field.localName === "select";

  function write(place, value) {
    const key = place.at(-1);
    if (CONDITIONS.includes(key)) return combine(place, value);
    if (key === "layout") return stand(place, value);
    if (isText(key) || place.at(-2) === "labels") return writeText(place, value);
    if (key === "labels") return writeLabels(place, value);
    if (isObject(value)) return writeObject(place, value);
    const way = `way:${spelled(place)}`;
    if (isThere(way, "select")) choose(the(way, "select"), "");
    if (Array.isArray(value)) return writeList(place, value);
    const box = `${spelled(place)}:${value}`;
    if (isThere(box, "input")) return check(the(box, "input"));
    const field = control(place);
    if (isSelect(field)) choose(field, String(value));
    else enter(field, String(value));
    return control(place).blur();
  }

  function writeText(place, value) {
    const [join, split] = ["join", "split"].map((it) => `${it}:${spelled(place)}`);
    if (!isObject(value)) {
      if (isThere(join, "button")) pressNamed(join);
      return enter(control(place), value);
    }
    if (isThere(split, "button")) pressNamed(split);
    for (const [tag, text] of Object.entries(value)) {
      if (!isThere(spelled([...place, tag]))) {
        enter(the("language", "input"), tag);
        pressNamed("add-language");
      }
      enter(control([...place, tag]), text);
    }
    return undefined;
  }

  function writeLabels(place, value) {
    pressNamed(`${value.length === 2 ? "ends" : "each"}:${spelled(place)}`);
    for (const [index, label] of value.entries()) writeText([...place, index], label);
  }

  function writeList(place, value) {
    if (value.every((it) => !isObject(it))) {
      if (!isThere(spelled(place))) return value.forEach((it) => check(the(`${spelled(place)}:${it}`, "input")));
      enter(control(place), value.map(String).join("\n"));
      return control(place).blur();
    }
    for (const [index, { id }] of value.entries()) {
      // Questions of one's own begin with one.
      if (made([...place, index]) === undefined) pressNamed(`add:${spelled(place)}`);
      if (id) write([...place, index, "id"], id);
    }
    // A branch leads to a question that is there by then.
    for (const [index, { id: _, ...rest }] of value.entries()) writeObject([...place, index], rest);
    return undefined;
  }

  function writeObject(place, value) {
    const [way, name, add, more] = ["way", "name", "add", "more"].map((it) => `${it}:${spelled(place)}`);
    if (isThere(way, "select")) choose(the(way, "select"), Object.keys(value)[0]);
    for (const [key, inner] of Object.entries(value)) {
      if (isThere(name, "input")) {
        enter(the(name, "input"), key);
        pressNamed(add);
      } else if (isThere(spelled(place)) && isThere(more, "button")) pressNamed(more);
      write([...place, key], inner);
    }
  }

  function stand(place, value) {
    const [[key, inner]] = Object.entries(value);
    choose(control(place), key);
    if (!isObject(inner)) return write([...place, key], inner);
    return Object.entries(inner).forEach(([name, it]) => write([...place, key, name], it));
  }

  /** Triggers and audiences: what is added, then what is changed about it. */
  function combine(place, value) {
    const [key] = Object.keys(value);
    if (!COMBINING.includes(key) || key === "not") return combinePart(place, place, value);
    const { [key]: _, ...rest } = value;
    combinePart(place, place, { [key]: value[key] });
    return Object.entries(rest).forEach(([name, it]) => write([...place, name], it));
  }

  function combinePart(around, place, value) {
    const [[key, inner]] = Object.entries(value);
    if (COMBINING.includes(key)) {
      add(around, [key]);
      if (key === "not") return combine([...place, key], inner);
      return inner.forEach((part, index) => combinePart(place, [...place, key, index], part));
    }
    add(around, [key, ...(isObject(inner) ? Object.keys(inner).map((it) => `${key}.${it}`) : [])]);
    if (!isObject(inner)) return write([...place, key], inner);
    if (["referrer", "timeZone"].includes(key)) return writeObject([...place, key], inner);
    clear([...place, key], inner);
    for (const [name, it] of Object.entries(inner)) if (it !== true || made([...place, key, name]) !== it) write([...place, key, name], it);
    return undefined;
  }

  /** The first of `kinds` that there is to add. */
  function add(place, kinds) {
    open();
    const choice = the(`add:${spelled(place)}`, "select");
    choose(choice, kinds.find((it) => [...choice.options].some((option) => option.value === it)));
    pressNamed(`press:add:${spelled(place)}`);
  }

  /** What a kind begins with and is not wanted. */
  function clear(place, wanted) {
    for (const key of Object.keys(made(place))) {
      if (key in wanted) continue;
      if (!isThere(spelled([...place, key]))) pressNamed(`remove:${spelled([...place, key])}`);
      else if (isSelect(control([...place, key]))) choose(control([...place, key]), "");
      else enter(control([...place, key]), "");
      if (isThere(spelled([...place, key]))) control([...place, key]).blur();
    }
  }

  /** What would be copied. */
  const made = (place) => place.reduce((it, part) => it?.[part], JSON.parse(document.querySelector("#copy-json").value));

  /** Of a template: each by its id, wherever it stands in the form. */
  function changeQuestions(place, wanted) {
    for (const { id, ...rest } of wanted) {
      for (const [key, value] of Object.entries(rest)) {
        const [card, ...others] = [...document.querySelectorAll("article.question")].filter((it) => it.querySelector("h3 .soft")?.textContent === id);
        if (!card || others.length) throw new Error(`${others.length + 1} questions ${id}`);
        const index = Number(/\[(\d+)\]$/.exec(card.dataset.place)[1]);
        write([...place, index, key], value);
      }
    }
  }

  return {
    write,
    /** A survey without what it asks. */
    begin(place, { id, template, triggers }) {
      pressNamed("add-survey");
      choose(control([...place, "template"]), template ?? "");
      write([...place, "id"], id);
      for (const index of [1, 0]) pressNamed(`remove:${spelled([...place, "triggers", "any", index])}`);
      combine([...place, "triggers"], triggers);
      choose(control([...place, "frequency", "preset"]), "");
    },
    complete(place, { id: _, template, triggers: __, ...rest }) {
      for (const [key, value] of Object.entries(rest)) {
        if (key === "questions" && template) changeQuestions([...place, key], value);
        else write([...place, key], value);
      }
    },
  };
}

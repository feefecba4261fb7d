/** The only file that creates elements. Texts become text nodes, never markup. */

/** An element. Attributes that are false are left out. */
export function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value);
  }
  return fill(element, ...children);
}

/** An element of a drawing that says nothing: whoever hears a page passes over it. */
export function draw(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return fill(element, ...children);
}

/** Puts these in place of what an element holds. Children that are nothing are left out. */
export function fill(element, ...children) {
  element.replaceChildren(...children.filter(Boolean));
  return element;
}

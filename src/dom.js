/** The only file that creates elements. Texts become text nodes, never markup. */

/** An element. Attributes that are false are left out. */
export function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value);
  }
  return fill(element, ...children);
}

/** Puts these in place of what an element holds. Children that are nothing are left out. */
export function fill(element, ...children) {
  element.replaceChildren(...children.filter(Boolean));
  return element;
}

/** Creates the elements of the panel. Texts become text nodes, never markup. */

/** An element. Attributes that are false, and children that are nothing, are left out. */
export function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value);
  }
  element.replaceChildren(...children.filter(Boolean));
  return element;
}

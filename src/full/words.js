/** What stands on something that was clicked. */

/** Whether an element says a text, to people who see it or to those who hear it. */
export function says(element, text) {
  const written = [element.textContent, element.getAttribute("aria-label"), element.value];
  return written.some((it) => typeof it === "string" && normal(it) === normal(text));
}

/** However it is spaced, and in small or capital letters. */
const normal = (text) => text.normalize().trim().replace(/\s+/g, " ").toLowerCase();

/** What stands on something that was clicked. Never asks for the layout. */

/** Nobody hears these; they are drawings and icons beside the words, or no words at all. */
const UNHEARD = "[aria-hidden=true],[hidden],svg,style,script,template";

/** Inputs whose value stands on them, and was not typed. */
const LABELLED = "input:is([type=submit],[type=button],[type=reset])";

/** Whatever has more elements in it is no button but a part of the page. */
const MANY = 100;

/** Whether an element says a text, to people who see it or to those who hear it. */
export function says(element, text) {
  if (element.getElementsByTagName("*")[MANY]) return false;
  const said = [element.getAttribute("aria-label") ?? "", element.textContent, wordsOf(element)];
  return said.some((it) => normal(it) === normal(text));
}

/** Of a node and what is in it, also where a shadow tree has put it there. */
export function wordsOf(node) {
  if (node.matches?.(UNHEARD)) return "";
  const own = node.alt || (node.matches?.(LABELLED) && node.value) || (node.nodeType === Node.TEXT_NODE && node.data) || "";
  return own + Array.from(node.assignedNodes?.({ flatten: true }) ?? node.childNodes, wordsOf).join("");
}

/** However it is spaced, since style alone may set words apart, and in small or capital letters. */
const normal = (text) => text.normalize().replace(/\s+/g, "").toLowerCase();

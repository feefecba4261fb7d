/**
 * Makes an element like another one, by changing only what differs: what has the focus, is selected,
 * scrolled or open stays so.
 */

/** Attributes that are the reader's. */
const KEPT = ["open"];

export function patch(old, fresh) {
  for (const { name } of [...old.attributes]) {
    if (!fresh.hasAttribute(name) && !KEPT.includes(name)) old.removeAttribute(name);
  }
  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) !== value && !KEPT.includes(name)) old.setAttribute(name, value);
  }
  patchChildren(old, [...fresh.childNodes]);
}

/** What has a key is found again by it; of the rest, what stands in the same place and is of one kind. */
export function patchChildren(parent, wanted) {
  let next = parent.firstChild;
  for (const fresh of wanted) {
    let old = next;
    while (old && keyOf(fresh) && !isAlike(old, fresh)) old = old.nextSibling;
    if (!old || !isAlike(old, fresh)) {
      parent.insertBefore(fresh, next);
      continue;
    }
    // What stood before it is gone.
    while (next !== old) next = drop(next);
    next = old.nextSibling;
    if (old.localName) patch(old, fresh);
    else if (old.data !== fresh.data) old.data = fresh.data;
  }
  while (next) next = drop(next);
}

function drop(node) {
  const next = node.nextSibling;
  node.remove();
  return next;
}

const keyOf = ({ dataset }) => dataset?.key ?? dataset?.act;

const isAlike = (old, fresh) => old.nodeName === fresh.nodeName && keyOf(old) === keyOf(fresh);

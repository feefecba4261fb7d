/** Where keys go on when what had the focus is taken away: the last button that is left around it. */

export function keepingFocus(root, draw) {
  const focused = document.activeElement;
  const around = [];
  for (let it = focused; it && it !== root; it = it.parentElement) around.push(it);
  draw();
  if (focused.isConnected || document.activeElement !== document.body) return;
  const left = around.find((it) => it.isConnected) ?? root;
  [...left.querySelectorAll("button:enabled")].findLast((it) => it.checkVisibility())?.focus();
}

/** A dialog that finds headings. It is there at once, so that nothing is lost that is typed while the index comes. */
const MOST = 12;

let dialog;
let found;

export function openSearch(root) {
  dialog ??= makeDialog(root);
  if (!dialog.open) dialog.showModal();
  dialog.querySelector("input").select();
  // Nobody loads it who looks for nothing.
  found ??= import("./found.js").then(({ load }) => load(root));
  show(root);
}

function makeDialog(root) {
  const made = document.createElement("dialog");
  made.className = "finder";
  made.setAttribute("aria-label", "Search the documentation");
  made.innerHTML = `<form method="dialog" role="search"><input type="search" aria-label="Search the documentation" placeholder="Search the documentation" autocomplete="off" spellcheck="false"><button type="submit">Close</button></form>
<p class="count" role="status"></p><ol></ol>`;
  document.body.append(made);
  made.querySelector("input").addEventListener("input", () => show(root));
  made.addEventListener("keydown", (event) => move(event, made));
  made.addEventListener("click", (event) => event.target.closest("a") && made.close());
  return made;
}

/** Up and down lead from the field through what was found; Enter in the field opens the first. */
function move(event, made) {
  const links = [...made.querySelectorAll("ol a")];
  const field = made.querySelector("input");
  if (event.key === "Enter" && event.target === field && links[0]) {
    event.preventDefault();
    links[0].click();
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !links.length) return;
  event.preventDefault();
  const at = links.indexOf(document.activeElement) + step;
  (links[at] ?? (at < 0 ? field : links.at(-1))).focus();
}

async function show(root) {
  const search = await found;
  const words = dialog.querySelector("input").value.trim();
  const hits = words ? search(words).slice(0, MOST) : [];
  dialog.querySelector(".count").textContent = words && !hits.length ? `Nothing about “${words}”.` : "";
  dialog.querySelector("ol").replaceChildren(...hits.map((hit) => rowOf(hit, root)));
}

function rowOf({ id, page, heading, text }, root) {
  const [row, link, title, where] = ["li", "a", "b", "span"].map((name) => document.createElement(name));
  link.href = new URL(id, root);
  title.textContent = heading;
  where.textContent = heading === page ? text.slice(0, 110) : `${page} · ${text.slice(0, 90)}`;
  link.append(title, where);
  row.append(link);
  return row;
}

// Copies what a button stands below. Without it the text is there to be marked.

for (const row of document.querySelectorAll("[data-copy]")) {
  const text = document.getElementById(row.dataset.copy);
  const button = row.querySelector("button");
  const said = row.querySelector("[role=status]");
  button.addEventListener("click", async () => {
    said.textContent = "";
    if (await copy(text)) said.textContent = row.dataset.said;
  });
  row.hidden = false;
}

/** By http there is no clipboard but that of what is marked, which stays marked to be copied by hand. */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text.textContent);
    return true;
  } catch {
    getSelection().selectAllChildren(text);
    return document.execCommand("copy");
  }
}

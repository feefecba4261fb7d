/** A button on each snippet that copies it. */
const DONE = 1500;

export function offerCopies() {
  for (const block of document.querySelectorAll("article .code")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.addEventListener("click", () => copy(block, button));
    block.append(button);
  }
}

async function copy(block, button) {
  await navigator.clipboard.writeText(block.querySelector("code").textContent);
  button.textContent = "Copied";
  setTimeout(() => (button.textContent = "Copy"), DONE);
}

/** A dialog with its title and a way out. */
import { html } from "lit-html";
import { icon } from "./frame.js";

const close = ({ currentTarget }) => currentTarget.closest("dialog").close();

/** What is marked has the focus, else the title: nothing is pressed by a key that is held too long. */
export function open(name) {
  const it = document.querySelector(`dialog.${name}`);
  it.showModal();
  (it.querySelector("[data-first]") ?? it.querySelector("h2")).focus();
}

/** `closed` is told when it is, however that came. */
export const dialog = (name, title, body, closed = () => {}) => html`<dialog class=${name} aria-labelledby="${name}-title" @close=${closed}>
  <div class="row title"><h2 id="${name}-title" tabindex="-1">${title}</h2><button type="button" class="remove" aria-label="Close" @click=${close}>${icon("remove")}</button></div>
  ${body}
</dialog>`;

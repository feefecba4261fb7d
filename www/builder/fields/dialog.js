/** A dialog with its title and a way out. */
import { html } from "lit-html";
import { icon } from "./frame.js";

const close = ({ currentTarget }) => currentTarget.closest("dialog").close();

export const dialog = (name, title, body) => html`<dialog class=${name} aria-labelledby="${name}-title">
  <header class="row"><h2 id="${name}-title">${title}</h2><button type="button" class="remove" aria-label="Close" @click=${close}>${icon("remove")}</button></header>
  ${body}
</dialog>`;

/** Share and the call to action. Listens on the document, because guides replace their content. */
document.addEventListener("click", (event) => {
  const share = event.target.closest("[data-share]");
  if (share) return void shareArticle(share);
  const action = event.target.closest(".cta");
  if (action) say(action, action.dataset.status);
});

async function shareArticle(button) {
  const url = location.origin + location.pathname;
  const title = document.querySelector("h1").textContent;
  if (navigator.share && (await shared({ title, url }))) return;
  say(button, (await copied(url)) ? button.dataset.copied : `${button.dataset.manual} ${url}`);
}

/** True when the visitor shared or changed their mind; false when the browser could not. */
async function shared(data) {
  try {
    await navigator.share(data);
    return true;
  } catch (error) {
    return error.name === "AbortError";
  }
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function say(button, text) {
  button.closest(".actions").querySelector("[data-action-status]").textContent = text;
}

/** The browser's own Navigation API and nothing else. */
import { PLACES } from "./places.mjs";

const links = PLACES.map(({ path, title }) => `<a href="${path}">${title}</a>`);
document.querySelector("#app").innerHTML = `<nav>${links.join("")}</nav><h1></h1>`;

function render(path) {
  const { title } = PLACES.find((place) => place.path === path);
  document.querySelector("h1").textContent = title;
  document.title = title;
}

navigation.addEventListener("navigate", (event) => {
  const { pathname } = new URL(event.destination.url);
  if (event.canIntercept) event.intercept({ handler: async () => render(pathname) });
});

window.app = {
  push: (path) => navigation.navigate(path, { state: { from: "a button" } }).finished,
  replace: (path) => navigation.navigate(path, { history: "replace" }).finished,
};

render(location.pathname);

/** Navigo, which knows no framework. */
import Navigo from "navigo";
import { PLACES } from "./places.mjs";

const links = PLACES.map(({ path, title }) => `<a href="${path}" data-navigo>${title}</a>`);
document.querySelector("#app").innerHTML = `<nav>${links.join("")}</nav><h1></h1>`;

const router = new Navigo("/");
for (const { path, title } of PLACES) {
  router.on(path, () => {
    document.querySelector("h1").textContent = title;
    document.title = title;
  });
}

window.app = {
  push: (path) => router.navigate(path, { stateObj: { from: "a button" } }),
  replace: (path) => router.navigate(path, { historyAPIMethod: "replaceState" }),
};

router.resolve();

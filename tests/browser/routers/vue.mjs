/** Vue Router; the title is set by a hook after each navigation, as its guide shows. */
import { createApp, h } from "vue";
import { createRouter, createWebHistory, RouterLink, RouterView } from "vue-router";
import { PLACES } from "./places.mjs";

const routes = PLACES.map(({ path, title }) => ({ path, meta: { title }, component: { render: () => h("h1", title) } }));
const router = createRouter({ history: createWebHistory(), routes });
router.afterEach(({ meta }) => {
  document.title = meta.title;
});

const links = () => PLACES.map(({ path, title }) => h(RouterLink, { to: path }, () => title));
const layout = () => h("main", [h("nav", links()), h(RouterView)]);

window.app = {
  push: (path) => router.push({ path, state: { from: "a button" } }),
  replace: (path) => router.replace(path),
};

createApp(layout).use(router).mount("#app");

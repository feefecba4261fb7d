import { createApp } from "vue";
import { createRouter, createWebHistory } from "vue-router";
import App from "./App.vue";
import Article from "./Article.vue";
import List from "./List.vue";
import "./assets/main.css";
import "./site.css";

const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: "/help/search", component: List },
    { path: "/help/:section/:name", component: Article },
    { path: "/:rest(.*)*", component: List },
  ],
  scrollBehavior: (to, _, saved) => saved ?? (to.hash ? { el: to.hash } : { top: 0 }),
});

createApp(App).use(router).mount("#app");

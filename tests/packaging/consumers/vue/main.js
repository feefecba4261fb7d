import { createApp, createSSRApp } from "vue";
import App from "./App.vue";

const root = document.querySelector("#app");

(root.firstChild ? createSSRApp : createApp)(App).mount(root);

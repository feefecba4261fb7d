/** An app whose pages each have the component, as routers show them: `window.show` shows one, or none, and `drawn` is the last one whose effects are over. */
import { createApp, h, onUpdated, shallowRef } from "vue";
import * as calls from "effortlet";
import { Effortlet, useEffortlet } from "effortlet/vue";

window.app = calls;

const shown = shallowRef({ name: "first", options: window.options });
window.show = (name, options) => (shown.value = window.wanted = { name, options: { ...options } });

const app = createApp({
  setup() {
    window.given = useEffortlet();
    onUpdated(() => (window.drawn = shown.value));
    return () => {
      const { name, options } = shown.value;
      return h("main", {}, name ? [h("div", { key: name }, [h("h1", name), h(Effortlet, options)])] : []);
    };
  },
});

app.mount("#app");

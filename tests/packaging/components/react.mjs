/** An app whose pages each have the component, as routers show them: `window.show` shows one, or none, and `drawn` is the last one whose effects are over. */
import { createElement, StrictMode, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import * as calls from "effortlet";
import { Effortlet, useEffortlet } from "effortlet/react";

window.app = calls;

function App() {
  const [shown, show] = useState({ name: "first", options: window.options });
  window.show = (name, options) => show((window.wanted = { name, options: { ...options } }));
  window.given = useEffortlet();
  useEffect(() => void (window.drawn = shown));
  const { name, options } = shown;
  return createElement("main", {}, name && createElement("div", { key: name }, createElement("h1", {}, name), createElement(Effortlet, options)));
}

createRoot(document.querySelector("#app")).render(createElement(StrictMode, {}, createElement(App)));

import { StrictMode } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { App } from "./App.jsx";

const app = <StrictMode><App /></StrictMode>;
const root = document.querySelector("#app");

if (root.firstChild) hydrateRoot(root, app);
else createRoot(root).render(app);

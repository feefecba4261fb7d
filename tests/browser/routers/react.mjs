/** React Router; the title is set by an effect, as apps without a framework of their own do. */
import { createElement, useEffect } from "react";
import { createRoot } from "react-dom/client";
import { createBrowserRouter, Link, Outlet, RouterProvider } from "react-router-dom";
import { PLACES } from "./places.mjs";

function Layout() {
  const links = PLACES.map(({ path, title }) => createElement(Link, { key: path, to: path }, title));
  return createElement("main", null, createElement("nav", null, links), createElement(Outlet));
}

function Place({ title }) {
  useEffect(() => {
    document.title = title;
  }, [title]);
  return createElement("h1", null, title);
}

const children = PLACES.map(({ path, title }) => ({ path, element: createElement(Place, { title }) }));
const router = createBrowserRouter([{ element: createElement(Layout), children }]);

window.app = {
  push: (path) => router.navigate(path, { state: { from: "a button" } }),
  replace: (path) => router.navigate(path, { replace: true }),
};

createRoot(document.querySelector("#app")).render(createElement(RouterProvider, { router }));

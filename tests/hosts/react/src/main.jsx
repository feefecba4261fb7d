import { createRoot } from "react-dom/client";
import { createBrowserRouter, RouterProvider } from "react-router-dom";
import { App } from "./App.jsx";
import { Article, Results, Start } from "./pages.jsx";
import "./index.css";
import "./site.css";

const router = createBrowserRouter([
  {
    element: <App />,
    children: [
      { path: "/help/search", element: <Results /> },
      { path: "/help/:section/:name", element: <Article /> },
      { path: "*", element: <Start /> },
    ],
  },
]);

createRoot(document.querySelector("#root")).render(<RouterProvider router={router} />);

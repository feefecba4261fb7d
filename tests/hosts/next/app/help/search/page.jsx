import { Suspense } from "react";
import { Results } from "./results.jsx";

export const metadata = { title: "Search" };

export default function Search() {
  return (<><h1>Search</h1><Suspense><Results /></Suspense></>);
}

/** Where one can go in each of the small help centers, which differ by their router only. */
export const PLACES = [
  { path: "/", title: "Help" },
  { path: "/help/guides/one", title: "One" },
  { path: "/help/guides/two", title: "Two" },
  { path: "/help/guides/three", title: "Three" },
  { path: "/about", title: "About" },
];

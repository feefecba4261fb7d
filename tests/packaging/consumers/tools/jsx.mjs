/** A loader of webpack for JSX. */
import { transformSync } from "esbuild";

export default function jsx(source) {
  return transformSync(source, { jsx: "automatic", loader: "jsx" }).code;
}

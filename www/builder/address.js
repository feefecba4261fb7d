/** A definition in the fragment of an address, which browsers send to nobody. */

const NAME = "#d=";

export async function toFragment(document) {
  const bytes = await through(new CompressionStream("deflate-raw"), new TextEncoder().encode(JSON.stringify(document)));
  const text = Array.from(bytes, (it) => String.fromCharCode(it)).join("");
  return NAME + btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Resolves to nothing where the fragment holds no definition. */
export async function fromFragment(fragment) {
  if (!fragment.startsWith(NAME)) return undefined;
  try {
    const text = atob(fragment.slice(NAME.length).replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = await through(new DecompressionStream("deflate-raw"), Uint8Array.from(text, (it) => it.charCodeAt(0)));
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

async function through(stream, bytes) {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
}

import { join } from "node:path";

process.env.NEXT_TELEMETRY_DISABLED = "1";

// Its packages are in the folder above.
export default { output: "export", turbopack: { root: join(import.meta.dirname, "..") } };

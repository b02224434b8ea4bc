import { z } from "zod";

export const Settings = z.object({
  /** `system` follows the laptop's language. */
  language: z.enum(["system", "en", "zh"]),
  theme: z.enum(["system", "light", "dark"]),
});
export type Settings = z.infer<typeof Settings>;

export const standardSettings: Settings = { language: "system", theme: "system" };

/** What runs here, for the settings page and the report's appendix. */
export const SystemInfo = z.object({
  version: z.string(),
  node: z.string(),
  electron: z.string().nullable(),
  /** `utility`: Electron's own process; `node`: a Node beside it (development). */
  host: z.enum(["utility", "node", "cli"]),
  duckdb: z.string(),
  sqlite: z.string(),
  tensor: z.object({ backend: z.enum(["native", "wasm"]), version: z.string(), reason: z.string(), gflops: z.number() }),
  cores: z.number(),
  memoryGB: z.number(),
});
export type SystemInfo = z.infer<typeof SystemInfo>;

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { problem } from "#shared/domain/problem.ts";
import { sentence } from "./sentence.ts";

export const manifestName = "signals.json";

const SignalColumn = z.object({
  tag: z.string(),
  unit: z.string(),
  /** Its name inside the Parquet files: the tag, unless another column has that name already (case does not count there). */
  column: z.string(),
  valid: z.number(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  mean: z.number().nullable(),
  /** Time of the first and of the last good sample, ms UTC; null where there is none. */
  from: z.number().nullable(),
  to: z.number().nullable(),
  /** Median distance of neighbouring good samples, ms; null with fewer than two. */
  intervalMs: z.number().nullable(),
});
export type SignalColumn = z.infer<typeof SignalColumn>;

/** What a folder of signals holds; written last, so that a folder without it was never finished. */
export const SignalsManifest = z.object({
  version: z.literal(1),
  rows: z.number(),
  /** Time of the first and of the last row, ms UTC; null without rows. */
  from: z.number().nullable(),
  to: z.number().nullable(),
  parts: z.array(z.object({ file: z.string(), rows: z.number(), bytes: z.number(), from: z.number(), to: z.number() })),
  columns: z.array(SignalColumn),
});
export type SignalsManifest = z.infer<typeof SignalsManifest>;

/** Throws `signals.damaged` where the folder or its manifest cannot be read. */
export function readManifest(folder: string): SignalsManifest {
  const path = join(folder, manifestName);
  try {
    return SignalsManifest.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (cause) {
    throw damaged(path, cause);
  }
}

/** The samples in this file cannot be read; says so with its name. */
export const damaged = (file: string, cause: unknown) => problem("signals.damaged", sentence("signals.damaged", { file }), { file }, { cause });

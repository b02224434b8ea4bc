import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
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
  /** The longest stretch on one value, where the tag moves otherwise and the value is neither its lowest nor its highest. */
  stuck: z.object({ value: z.number(), rows: z.number(), from: z.number(), to: z.number() }).nullable(),
});
export type SignalColumn = z.infer<typeof SignalColumn>;

/** What a folder of signals holds; written last, so that a folder without it was never finished. */
export const SignalsManifest = z.object({
  version: z.literal(1),
  rows: z.number(),
  /** Time of the first and of the last row, ms UTC; null without rows. */
  from: z.number().nullable(),
  to: z.number().nullable(),
  /** Median distance of neighbouring rows, ms; null with fewer than two. */
  intervalMs: z.number().nullable(),
  /** Rows with the time of the row before them. */
  repeatedTimes: z.number(),
  /** Distances of more than three median intervals, and the longest of them, ms; 0 where there is none. */
  gaps: z.number(),
  longestGapMs: z.number(),
  parts: z.array(z.object({ file: z.string(), rows: z.number(), bytes: z.number(), from: z.number(), to: z.number() })),
  columns: z.array(SignalColumn),
});
export type SignalsManifest = z.infer<typeof SignalsManifest>;

/** Writes the manifest as JSON that begins with the checksum of the rest. */
export function writeManifest(folder: string, manifest: SignalsManifest): void {
  const rest = JSON.stringify(manifest).slice(1);
  writeFileSync(join(folder, manifestName), `${checksumOf(rest)}${rest}`);
}

/** Throws `signals.damaged` where the folder or its manifest cannot be read, or was changed. */
export function readManifest(folder: string): SignalsManifest {
  const path = join(folder, manifestName);
  try {
    const text = readFileSync(path, "utf8");
    const rest = text.slice(checksumOf("").length);
    if (!text.startsWith(checksumOf(rest))) throw new RangeError("the manifest fails its checksum");
    return SignalsManifest.parse(JSON.parse(text));
  } catch (cause) {
    throw damaged(path, cause);
  }
}

const checksumOf = (rest: string): string => `{"checksum":"${crc32(rest).toString(16).padStart(8, "0")}",`;

/** The samples in this file cannot be read; says so with its name. */
export const damaged = (file: string, cause: unknown) =>
  problem("signals.damaged", sentence("signals.damaged", { file }), { file }, { cause });

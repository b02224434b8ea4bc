import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { quietRun } from "#shared/domain/run.ts";
import { openFile } from "../../../main/importing/file-source.ts";
import { inspect } from "../../../main/importing/inspect.ts";
import { readerOfFile } from "../../../main/importing/reader-of-file.ts";
import { worded } from "./recorded-facts.ts";

interface BearingFacts {
  keys: string[];
  rpm: number | null;
  channel: string;
  n: number;
  rms: number;
  kurtosis: number;
  peak: number;
  crest: number;
}

/** What of each bearing record differs from `EXPECTED.json`: its variables, speed and length as inspection tells them, its figures from its samples. */
export async function bearingFacts(dataDir: string): Promise<Record<string, string[]> | undefined> {
  const folder = join(dataDir, "cwru");
  if (!existsSync(join(folder, "EXPECTED.json"))) return undefined;
  const expected = JSON.parse(readFileSync(join(folder, "EXPECTED.json"), "utf8")) as Record<string, BearingFacts>;
  const found: Record<string, string[]> = {};
  for (const [file, facts] of Object.entries(expected)) {
    const path = join(folder, file);
    if (!existsSync(path)) continue;
    try {
      found[file] = await differences(path, facts);
    } catch (error) {
      found[file] = [`not read: ${worded(error)}`];
    }
  }
  return found;
}

async function differences(path: string, facts: BearingFacts): Promise<string[]> {
  const tables = await inspect([path], quietRun());
  const found: string[] = [];
  const said = tables[0]!.facts as { variables?: Record<string, unknown>; scalars?: Record<string, number> };
  for (const key of facts.keys) if (!(key in (said.variables ?? {}))) found.push(`no variable ${key}`);
  const rpm = Object.entries(said.scalars ?? {}).find(([name]) => /rpm/i.test(name))?.[1] ?? null;
  if (rpm !== facts.rpm) found.push(`speed is ${rpm}, not ${facts.rpm}`);
  const column = tables.flatMap(({ columns }) => columns).find(({ name }) => name === facts.channel);
  if (!column) return [...found, `no channel ${facts.channel}`];
  if (column.valid !== facts.n) found.push(`${column.valid} samples, not ${facts.n}`);
  const is = figuresOf(await samplesOf(path, facts.channel));
  // As many digits as the expected figures were rounded to.
  for (const key of ["rms", "kurtosis", "peak", "crest"] as const)
    if (Math.abs(is[key] - facts[key]) > 1e-3 * Math.abs(facts[key]) + 1e-5) found.push(`${key} is ${is[key]}, not ${facts[key]}`);
  return found;
}

async function samplesOf(path: string, channel: string): Promise<Float64Array> {
  const source = await openFile(path);
  try {
    const reader = await readerOfFile(source);
    const { plan, beside } = await reader.describe(source);
    for (const each of [plan, ...beside]) {
      const place = each.columns.findIndex(({ header, tag }) => header === channel || tag === channel);
      if (place < 0) continue;
      const tag = each.columns[place]!.tag;
      const samples: number[] = [];
      for await (const part of reader.read([source], each, quietRun()).parts()) {
        const values = part.frame.columns.find((c) => c.tag === tag)?.values ?? [];
        for (const v of values) if (!Number.isNaN(v)) samples.push(v);
        part.release();
      }
      return Float64Array.from(samples);
    }
    return new Float64Array(0);
  } finally {
    await source.close();
  }
}

/** Root of the mean square, largest and their ratio about zero; the fourth moment over the square of the second about the mean. */
function figuresOf(x: Float64Array): Pick<BearingFacts, "rms" | "kurtosis" | "peak" | "crest"> {
  const rows = Math.max(1, x.length);
  const mean = x.reduce((sum, v) => sum + v, 0) / rows;
  const moment = (power: number): number => x.reduce((sum, v) => sum + (v - mean) ** power, 0) / rows;
  const rms = Math.sqrt(x.reduce((sum, v) => sum + v * v, 0) / rows);
  const peak = x.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
  return { rms, kurtosis: moment(4) / moment(2) ** 2, peak, crest: peak / rms };
}

import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { random } from "../../main/analysis/signal/random.ts";
import { envelope } from "../../main/store/signals/envelope.ts";
import { writeSignals } from "../../main/store/signals/write-signals.ts";
import { largeSignals } from "./import/large-signals.ts";
import { messyFacts } from "./import/messy-facts.ts";
import { writeWideLog } from "./import/wide-log.ts";

interface BenchWish {
  /** Folder laid out like the reference data; undefined where there is none. */
  readonly dataDir?: string | undefined;
  /** `speed`, `growth` (10 million rows, only when asked for), `envelope` or `messy`; all but `growth` where it is missing. */
  readonly only?: string | undefined;
}

const rows = 1_000_000;
const sensors = 50;
const rounds = 3; // taken in turns, so that a noisy neighbour meets everybody

/** Figures of the import against its peers on the same file, and of the envelope over 100 million samples. */
export async function run({ dataDir, only }: BenchWish) {
  const wanted = (part: string) => only === undefined || only === part;
  const figures: Record<string, unknown> = {};
  if (wanted("speed")) figures.import = speed();
  if (only === "growth") figures.import = growth();
  if (wanted("envelope")) figures.envelope = await envelopes();
  if (wanted("messy")) figures.messy = await messy(dataDir);
  return figures;
}

interface Measured {
  ms: number;
  cpuMs: number;
  rows: number;
  peakGB: number;
}

function withFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "onepercent-bench-"));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const script = (name: string): string => join(import.meta.dirname, "import", name);
const inNode = (name: string, ...args: string[]): Measured =>
  JSON.parse(execFileSync(process.execPath, [script(name), ...args], { encoding: "utf8" })) as Measured;
const ours = (log: string): Measured => withFolder((folder) => inNode("our-import.ts", log, folder));
const duckdb = (log: string): Measured => withFolder((folder) => inNode("duckdb-copy.ts", log, join(folder, "copy.parquet")));

function pandas(log: string): { ms: number } | undefined {
  const run = spawnSync("python3", [script("pandas_read.py"), log], { encoding: "utf8" });
  return run.status === 0 ? (JSON.parse(run.stdout) as { ms: number }) : undefined;
}

function speed() {
  return withFolder((folder) => {
    const log = join(folder, "wide.csv");
    writeWideLog(log, rows, sensors);
    const taken = Array.from({ length: rounds }, () => ({ ours: ours(log), duckdb: duckdb(log), pandas: pandas(log) }));
    const mine = median(taken.map((t) => t.ours.ms));
    const peer = median(taken.map((t) => t.duckdb.ms));
    const pandasMs = taken.flatMap((t) => (t.pandas ? [t.pandas.ms] : []));
    return {
      rows,
      sensors,
      ms: mine,
      duckdbMs: peer,
      ratioDuckdb: mine / peer,
      ratioDuckdbBar: 1.5,
      ratioDuckdbCpu: median(taken.map((t) => t.ours.cpuMs)) / median(taken.map((t) => t.duckdb.cpuMs)),
      ratioPandas: pandasMs.length > 0 ? mine / median(pandasMs) : null,
      peakMemoryGB: Math.max(...taken.map((t) => t.ours.peakGB)),
      peakMemoryBarGB: 1.5,
    };
  });
}

function growth() {
  return withFolder((folder) => {
    const small = join(folder, "small.csv");
    const large = join(folder, "large.csv");
    writeWideLog(small, rows, sensors);
    writeWideLog(large, 10 * rows, sensors);
    const one = median(Array.from({ length: rounds }, () => ours(small).ms));
    const ten = ours(large);
    const peer = duckdb(large);
    return {
      rows: ten.rows,
      ms: ten.ms,
      growth10x: ten.ms / one,
      growth10xBar: 11,
      ratioDuckdb: ten.ms / peer.ms,
      peakMemoryGB: ten.peakGB,
    };
  });
}

const drawnTags = ["a", "b", "c", "d"];
const samples = 100_000_000;
const pixels = 2000;
const zooms = 40;

/** Four tags over 25 million rows each: the whole of them, and zooms to random places and depths. */
async function envelopes() {
  const folder = mkdtempSync(join(tmpdir(), "onepercent-bench-"));
  try {
    const signals = join(folder, "signals");
    const { manifest } = await writeSignals({ folder: signals, frames: largeSignals(samples / drawnTags.length, drawnTags) });
    const [from, to] = [manifest.from!, manifest.to! + 1];
    const ask = async (range: { from: number; to: number }): Promise<number> => {
      const begun = performance.now();
      await envelope({ folders: [signals], tags: drawnTags, range, pixels });
      return performance.now() - begun;
    };
    await ask({ from, to });
    const whole = median([await ask({ from, to }), await ask({ from, to }), await ask({ from, to })]);
    const next = random(5);
    const taken: number[] = [];
    for (let k = 0; k < zooms; k++) {
      const length = (to - from) * 10 ** (-5 * next());
      const begin = from + next() * (to - from - length);
      taken.push(await ask({ from: begin, to: begin + length }));
    }
    taken.sort((a, b) => a - b);
    return {
      samples,
      tags: drawnTags.length,
      pixels,
      wholeMs: whole,
      medianMs: median(taken),
      p95Ms: taken[Math.floor(0.95 * zooms)]!,
      barMs: 50,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function messy(dataDir: string | undefined) {
  const found = dataDir === undefined ? undefined : await messyFacts(dataDir);
  if (!found) return { skipped: "the data folder has no messy logs" };
  const files = Object.values(found);
  return { files: files.length, asExpected: files.filter((differences) => differences.length === 0).length, differences: found };
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

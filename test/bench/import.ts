import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { random } from "../../main/analysis/signal/random.ts";
import { envelope } from "../../main/store/signals/envelope.ts";
import { writeSignals } from "../../main/store/signals/write-signals.ts";
import { bearingFacts } from "./import/bearing-facts.ts";
import { largeSignals } from "./import/large-signals.ts";
import { messyFacts } from "./import/messy-facts.ts";
import { recordedFacts } from "./import/recorded-facts.ts";
import { writeWideLog } from "./import/wide-log.ts";

interface BenchWish {
  /** Folder laid out like the reference data; undefined where there is none. */
  readonly dataDir?: string | undefined;
  /** `speed`, `growth`, `envelope`, `quality`, `messy`, `formats` or `cwru`; all of them where it is missing. */
  readonly only?: string | undefined;
}

const rows = 1_000_000;
const sensors = 50;
const rounds = 3; // taken in turns, so that a noisy neighbour meets everybody
/** Of ten million rows: the log, and what the slower of the two writes of it. */
const largeLogBytes = 7e9;

/** Figures of the import against its peers on the same file, of the envelope over 100 million samples, and of logs read as expected. */
export async function run({ dataDir, only }: BenchWish) {
  const wanted = (part: string) => only === undefined || only === part;
  const figures: Record<string, unknown> = {};
  if (wanted("speed") || wanted("growth")) figures.import = imports({ speed: wanted("speed"), growth: wanted("growth") });
  if (wanted("envelope") || wanted("quality"))
    Object.assign(figures, await largeFigures({ envelope: wanted("envelope"), quality: wanted("quality") }));
  if (wanted("messy")) figures.messy = await messy(dataDir);
  if (wanted("formats")) figures.formats = await formats(dataDir);
  if (wanted("cwru")) figures.cwru = await cwru(dataDir);
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

function imports({ speed, growth }: { speed: boolean; growth: boolean }) {
  return withFolder((folder) => {
    const log = join(folder, "wide.csv");
    say(`writing a log of ${rows} rows and ${sensors} sensors`);
    writeWideLog(log, rows, sensors);
    const taken = Array.from({ length: rounds }, (_, k) => {
      say(`round ${k + 1} of ${rounds}`);
      return { ours: ours(log), ...(speed ? { duckdb: duckdb(log), pandas: pandas(log) } : {}) };
    });
    rmSync(log);
    const mine = median(taken.map((t) => t.ours.ms));
    const large = growth ? grown(folder, mine) : undefined;
    const peaks = [...taken.map((t) => t.ours.peakGB), large?.tenMillion.peakMemoryGB ?? 0];
    return {
      rows,
      sensors,
      ms: mine,
      peakMemoryGB: Math.max(...peaks),
      peakMemoryBarGB: 1.5,
      ...(speed ? besidePeers(taken as Round[], mine) : {}),
      ...large,
    };
  });
}

interface Round {
  ours: Measured;
  duckdb: Measured;
  pandas: { ms: number } | undefined;
}

function besidePeers(taken: readonly Round[], mine: number) {
  const peer = median(taken.map((t) => t.duckdb.ms));
  const pandasMs = taken.flatMap((t) => (t.pandas ? [t.pandas.ms] : []));
  return {
    duckdbMs: peer,
    ratioDuckdb: mine / peer,
    ratioDuckdbBar: 1.5,
    ratioDuckdbCpu: median(taken.map((t) => t.ours.cpuMs)) / median(taken.map((t) => t.duckdb.cpuMs)),
    ratioPandas: pandasMs.length > 0 ? mine / median(pandasMs) : null,
  };
}

/** Ten times the rows. @param one what one million took in the same run, ms. */
function grown(folder: string, one: number) {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  if (free < largeLogBytes) {
    const skipped = `ten million rows need ${largeLogBytes / 1e9} GB in ${folder}, ${(free / 1e9).toFixed(1)} GB are free`;
    return { growth10x: null, tenMillion: { skipped } };
  }
  const log = join(folder, "large.csv");
  say(`writing a log of ${10 * rows} rows`);
  writeWideLog(log, 10 * rows, sensors);
  say("importing it, then the peer");
  const ten = ours(log);
  const peer = duckdb(log);
  return {
    growth10x: ten.ms / one,
    growth10xBar: 11,
    tenMillion: { rows: ten.rows, ms: ten.ms, duckdbMs: peer.ms, ratioDuckdb: ten.ms / peer.ms, peakMemoryGB: ten.peakGB },
  };
}

const drawnTags = ["a", "b", "c", "d"];
const samples = 100_000_000;
const pixels = 2000;
const zooms = 100;

/** Four tags over 25 million rows each, written once for whatever looks at them. */
async function largeFigures(wanted: { envelope: boolean; quality: boolean }) {
  const folder = mkdtempSync(join(tmpdir(), "onepercent-bench-"));
  try {
    const signals = join(folder, "signals");
    say(`writing ${samples} samples`);
    const { manifest } = await writeSignals({ folder: signals, frames: largeSignals(samples / drawnTags.length, drawnTags) });
    const extent = { from: manifest.from!, to: manifest.to! + 1 };
    return {
      ...(wanted.envelope ? { envelope: await envelopes(signals, extent) } : {}),
      ...(wanted.quality ? { quality: inNode("assess-signals.ts", signals) } : {}),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The whole of them, and zooms to random places and depths. */
async function envelopes(signals: string, { from, to }: { from: number; to: number }) {
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
    zooms,
    wholeMs: whole,
    medianMs: median(taken),
    p95Ms: taken[Math.floor(0.95 * zooms)]!,
    barMs: 50,
  };
}

async function messy(dataDir: string | undefined) {
  const found = dataDir === undefined ? undefined : await messyFacts(dataDir);
  if (!found) return { skipped: "the data folder has no messy logs" };
  const files = Object.values(found);
  return { files: files.length, asExpected: files.filter((differences) => differences.length === 0).length, differences: found };
}

async function formats(dataDir: string | undefined) {
  return (dataDir === undefined ? undefined : await recordedFacts(dataDir)) ?? { skipped: "the data folder has no formats" };
}

async function cwru(dataDir: string | undefined) {
  const found = dataDir === undefined ? undefined : await bearingFacts(dataDir);
  if (!found) return { skipped: "the data folder has no bearing records" };
  const files = Object.values(found);
  return { files: files.length, asExpected: files.filter((differences) => differences.length === 0).length, differences: found };
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

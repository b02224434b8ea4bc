import type { Column } from "#shared/domain/frame.ts";
import { type CommandTag, mostBands } from "#shared/domain/regime.ts";
import { sorted, sortedQuantile } from "../signal/quantile.ts";
import { type NameHint, nameHint } from "./command-words.ts";
import { roundest, valueBands } from "./value-bands.ts";

/** A tag that may tell the regimes. */
export interface Command extends CommandTag {
  /** Where its values part by themselves; otherwise a continuous load was cut into low, middle and high. */
  readonly natural: boolean;
}

const mostRows = 20_000; // enough for shares of a percent
const leastVisit = 30; // rows: three windows; a band left sooner is no way of running
const leastRows = 300; // of a band, so that something can be learned in it
const leastExplained = 0.02; // of the other tags' variance; bands that nothing else follows divide rows for nothing

/**
 * The tags that command the machine, the most telling first: those whose steady rows part into bands, and whose bands the other tags follow.
 * Tags named as an answer of the machine, such as a temperature or a vibration, are not asked: their bands would follow a fault.
 * @param wished tags that are asked whatever their names say, and whatever follows them.
 * @param columns rows in which the machine runs, in order of time; NaN where nothing is known.
 */
export function commandTags(columns: readonly Column[], wished: readonly string[] = []): Command[] {
  const step = Math.ceil((columns[0]?.values.length ?? 0) / mostRows);
  const thin = step > 1 ? columns.map((column) => ({ ...column, values: column.values.filter((_, i) => i % step === 0) })) : columns;
  return columns
    .flatMap((column, k): Command[] => {
      const hint = nameHint(column.tag);
      const isWished = wished.includes(column.tag);
      if (hint === "answer" && !isWished) return [];
      const found = edgesOf(column.values, thin[k]!.values, isWished ? "command" : hint);
      if (!found) return [];
      const explains = explained(
        bandNumbers(thin[k]!.values, found.edges),
        thin.filter((_, j) => j !== k),
      );
      return explains >= leastExplained || isWished ? [{ tag: column.tag, unit: column.unit, explains, ...found }] : [];
    })
    .sort((a, b) => worth(b) - worth(a));
}

// What people set comes before what a controller moves for them: where both part alike, a fault moves only the latter.
const weights: Readonly<Record<NameHint, number>> = { command: 1, driver: 0.9, unclear: 0.8, answer: 0 };
const byController = /speed|rpm|frequency|转速|频率/iu;

const worth = ({ tag, explains }: Command): number => explains * (byController.test(tag) ? 0.95 : 1) * weights[nameHint(tag)];

function edgesOf(all: Float64Array, thin: Float64Array, hint: NameHint): { edges: number[]; natural: boolean } | undefined {
  const valleys = valueBands(thin, mostBands);
  if (valleys.length > 0 && steady(all, valleys) && isFull(all, valleys)) return { edges: valleys, natural: true };
  if (hint !== "command" && hint !== "driver") return undefined;
  const cuts = thirds(thin);
  return cuts.length === 2 && isFull(all, cuts) ? { edges: cuts, natural: false } : undefined;
}

/** Low, middle and high, each a third of the range that nearly all rows lie in, in round numbers. */
function thirds(values: Float64Array): number[] {
  const ascending = sorted(values);
  const [low, high] = [sortedQuantile(ascending, 0.02), sortedQuantile(ascending, 0.98)];
  if (!(high - low > 0.05 * Math.max(Math.abs(low), Math.abs(high)))) return [];
  const cuts = [1, 2].map((k) => {
    const middle = low + (k * (high - low)) / 3;
    return roundest(middle - 0.05 * (high - low), middle + 0.05 * (high - low));
  });
  return cuts[1]! > cuts[0]! ? cuts : [];
}

/** Half of the rows lie in visits of their band that are long enough. */
function steady(values: Float64Array, edges: readonly number[]): boolean {
  const bands = bandNumbers(values, edges);
  const lengths: number[] = [];
  let [now, length] = [-1, 0];
  for (const band of bands) {
    if (band === -1) continue;
    if (band === now) length++;
    else {
      lengths.push(length);
      [now, length] = [band, 1];
    }
  }
  lengths.push(length);
  const total = lengths.reduce((sum, l) => sum + l, 0);
  return lengths.filter((l) => l >= leastVisit).reduce((sum, l) => sum + l, 0) >= 0.5 * total;
}

function isFull(values: Float64Array, edges: readonly number[]): boolean {
  const count = new Float64Array(edges.length + 1);
  for (const band of bandNumbers(values, edges)) if (band >= 0) count[band]!++;
  return count.every((rows) => rows >= leastRows);
}

/** [rows] number of the band; −1 for NaN. */
export function bandNumbers(values: Float64Array, edges: readonly number[]): Int8Array {
  return Int8Array.from(values, (value) => {
    if (Number.isNaN(value)) return -1;
    let band = 0;
    while (band < edges.length && value >= edges[band]!) band++;
    return band;
  });
}

/** Mean share of the columns' variance that lies between the bands (correlation ratio; Fisher, Statistical Methods for Research Workers, 1925, §45). */
export function explained(bands: Int8Array, columns: readonly Column[]): number {
  const shares = columns.map(({ values }) => between(bands, values)).filter((share) => !Number.isNaN(share));
  return shares.length === 0 ? 0 : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

function between(bands: Int8Array, values: Float64Array): number {
  const sums = new Map<number, { n: number; sum: number }>();
  let [n, sum] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (bands[i] === -1 || Number.isNaN(value)) continue;
    const own = sums.get(bands[i]!) ?? { n: 0, sum: 0 };
    own.n++;
    own.sum += value;
    sums.set(bands[i]!, own);
    n++;
    sum += value;
  }
  const mean = sum / n;
  let total = 0;
  for (let i = 0; i < values.length; i++) if (bands[i] !== -1 && !Number.isNaN(values[i]!)) total += (values[i]! - mean) ** 2;
  const explainedSum = [...sums.values()].reduce((s, own) => s + own.n * (own.sum / own.n - mean) ** 2, 0);
  return total > 0 ? explainedSum / total : Number.NaN;
}

import type { LossSplit, SplitGroup } from "#shared/domain/efficiency-potential.ts";
import type { Frame } from "#shared/domain/frame.ts";
import type { Run } from "#shared/domain/run.ts";
import { sorted, sortedQuantile } from "../signal/quantile.ts";
import { attribute } from "./attribute.ts";
import type { FittedEfficiency } from "./saved-efficiency.ts";

const golden = 0.6180339887498949;

/** Steps of a period with the inputs of the expectation. */
export interface SplitSteps {
  readonly time: Float64Array;
  /** [steps] unit of the KPI; NaN where not judged. */
  readonly measured: Float64Array;
  readonly throughput: Float64Array;
  /** [inputs][steps] in the order of the expectation's inputs. */
  readonly inputs: readonly Float64Array[];
}

const day = 86_400_000;
const hour = 3_600_000;
// Three shifts of eight hours that begin at 6, 14 and 22.
const firstShift = 6;
const shiftHours = 8;
const bands = 3;
// Attributing costs rows × references × trees: this many take a few seconds.
const mostWork = 5e6;
const mostReferences = 32;
const fewestReferences = 8;
const mostBaselineRows = 400;

/**
 * Why a reporting period differs from the baseline period: how much every relevant variable accounts for, and what is left, by
 * throughput. Attributions are exact; a variable's part is the mean of its attribution over the stretch less its mean over the baseline,
 * so that the choice of reference rows falls out of the sum. Boosted trees on very many steps are attributed on some of them.
 * @returns null for a family that cannot be taken apart, or where nothing was judged.
 */
export function lossSplit(
  fitted: Pick<FittedEfficiency, "family" | "state" | "inputs">,
  { baseline, reporting, bandTag, scale }: { baseline: SplitSteps; reporting: SplitSteps; bandTag: string; scale: number },
  run: Run,
): LossSplit | null {
  const before = judgedRows(fitted, baseline);
  const now = judgedRows(fitted, reporting);
  if (before.time.length === 0 || now.time.length === 0) return null;
  // Long periods of short steps are attributed on steps spread evenly; what that leaves of the sum is shared out by size.
  const trees = (fitted.state as { forest?: { roots: Int32Array } }).forest?.roots.length ?? 1;
  const most = Math.max(mostBaselineRows, Math.floor(mostWork / fewestReferences / trees));
  const taken = evenly(now.time.length, most);
  const sampled = picked(now, taken);
  const past = picked(before, evenly(before.time.length, Math.max(mostBaselineRows, Math.floor(most / 3))));
  const whole = sampled.time.length === now.time.length && past.time.length === before.time.length;
  const work = (sampled.time.length + past.time.length) * trees;
  const references = strata(past, Math.max(fewestReferences, Math.min(mostReferences, Math.floor(mostWork / work))));
  const attributed = (of: Judged, from: number, to: number) =>
    attribute(fitted, of.inputs, references, (share) => run.tick(from + share * (to - from), 1));
  const split = sampled.time.length / (sampled.time.length + past.time.length);
  const ofSampled = attributed(sampled, 0, split);
  const ofPast = attributed(past, split, 1);
  if (!ofSampled || !ofPast) return null;
  const moved = ofSampled.map((values) => {
    const spread = new Float64Array(now.time.length).fill(Number.NaN);
    for (const [k, row] of taken.entries()) spread[row] = values[k]!;
    return spread;
  });

  const weighted = (values: Float64Array, weights: Float64Array, rows: Iterable<number>): number => {
    let [sum, weight] = [0, 0];
    for (const i of rows) {
      if (Number.isNaN(values[i]!)) continue;
      sum += values[i]! * weights[i]!;
      weight += weights[i]!;
    }
    return sum / weight;
  };
  const start = weighted(before.expected, before.throughput, before.time.keys());
  const usual = ofPast.map((values) => weighted(values, past.throughput, past.time.keys()));
  const group = (kind: SplitGroup["kind"], key: number, rows: readonly number[], low = Number.NaN, high = Number.NaN): SplitGroup => {
    const expected = weighted(now.expected, now.throughput, rows);
    const measured = weighted(now.measured, now.throughput, rows);
    const parts = moved.map((values, j) => weighted(values, now.throughput, rows) - usual[j]!);
    return {
      kind,
      key,
      low,
      high,
      start,
      parts: whole ? parts : closed(parts, expected - start),
      expected,
      rest: measured - expected,
      measured,
      throughput: rows.reduce((sum, i) => sum + now.throughput[i]!, 0),
    };
  };
  const grouped = (
    kind: "day" | "shift" | "load",
    keyOf: (i: number) => number,
    limits: (key: number) => [number, number] = () => [NaN, NaN],
  ) => {
    const found = new Map<number, number[]>();
    for (let i = 0; i < now.time.length; i++) {
      const key = keyOf(i);
      if (Number.isNaN(key)) continue;
      const rows = found.get(key);
      if (rows) rows.push(i);
      else found.set(key, [i]);
    }
    return [...found].sort((a, b) => a[0] - b[0]).map(([key, rows]) => group(kind, key, rows, ...limits(key)));
  };
  const band = fitted.inputs.indexOf(bandTag);
  const ascending = sorted(before.inputs[band]!);
  const edges = Array.from({ length: bands - 1 }, (_, k) => sortedQuantile(ascending, (k + 1) / bands));
  const bandOf = (x: number): number => edges.filter((edge) => x > edge).length;
  return {
    inputs: [...fitted.inputs],
    bandTag,
    scale,
    groups: [
      group("period", 0, [...now.time.keys()]),
      ...grouped("day", (i) => Math.floor(now.time[i]! / day) * day),
      ...grouped("shift", (i) => {
        const hours = Math.floor(now.time[i]! / hour) - firstShift;
        return firstShift + shiftHours * Math.floor((((hours % 24) + 24) % 24) / shiftHours);
      }),
      ...grouped(
        "load",
        (i) => (Number.isNaN(now.inputs[band]![i]!) ? Number.NaN : bandOf(now.inputs[band]![i]!)),
        (key) => [edges[key - 1] ?? Number.NaN, edges[key] ?? Number.NaN],
      ),
    ],
  };
}

interface Judged extends SplitSteps {
  readonly expected: Float64Array;
}

/** Parts that sum to the whole: what is missing goes to each by its size. */
function closed(parts: readonly number[], whole: number): number[] {
  const missing = whole - parts.reduce((a, b) => a + b, 0);
  const size = parts.reduce((a, b) => a + Math.abs(b), 0);
  return parts.map((part) => part + missing * (size > 0 ? Math.abs(part) / size : 1 / parts.length));
}

/** The steps that have a KPI and an expectation. */
function judgedRows({ family, state, inputs: tags }: Pick<FittedEfficiency, "family" | "state" | "inputs">, steps: SplitSteps): Judged {
  const frame: Frame = { time: steps.time, columns: tags.map((tag, j) => ({ tag, unit: "", values: steps.inputs[j]! })) };
  const answer = family.score(state, frame);
  if (answer.kind !== "efficiency") throw new Error(`The family ${family.id} has no expectation.`);
  const rows = [...steps.time.keys()].filter((i) => Number.isFinite(steps.measured[i]! + answer.expected[i]! + steps.throughput[i]!));
  return picked({ ...steps, expected: answer.expected }, rows);
}

function picked(of: Judged, rows: ArrayLike<number>): Judged {
  const pick = (values: Float64Array): Float64Array => Float64Array.from(rows, (i) => values[i]!);
  return {
    time: pick(of.time),
    measured: pick(of.measured),
    throughput: pick(of.throughput),
    expected: pick(of.expected),
    inputs: of.inputs.map(pick),
  };
}

/** Rows spread evenly, all where there are few. The fraction of the golden ratio keeps them from meeting a cycle of the log in step. */
function evenly(rows: number, most: number): Int32Array {
  const step = Math.max(1, rows / most);
  return Int32Array.from({ length: Math.floor(rows / step) }, (_, k) => Math.floor((k + (step > 1 ? (k * golden) % 1 : 0)) * step));
}

/** The middles of equal strata of the expectation: a few rows whose mean is nearly that of all. */
function strata(of: Judged, count: number): Float64Array[] {
  const byExpected = [...of.expected.keys()].sort((a, b) => of.expected[a]! - of.expected[b]! || a - b);
  const rows = Array.from(
    { length: Math.min(count, byExpected.length) },
    (_, k) => byExpected[Math.floor(((k + 0.5) * byExpected.length) / Math.min(count, byExpected.length))]!,
  );
  return of.inputs.map((values) => Float64Array.from(rows, (i) => values[i]!));
}

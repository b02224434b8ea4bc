import type { LossSplit, SplitRows } from "#shared/domain/efficiency-potential.ts";
import type { Frame } from "#shared/domain/frame.ts";
import type { Run } from "#shared/domain/run.ts";
import { sorted, sortedQuantile } from "../signal/quantile.ts";
import { attribute } from "./attribute.ts";
import { groupSplit } from "./group-split.ts";
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
  const weighted = (values: Float64Array, of: Judged): number => {
    let [sum, weight] = [0, 0];
    for (let i = 0; i < values.length; i++) {
      sum += values[i]! * of.throughput[i]!;
      weight += of.throughput[i]!;
    }
    return sum / weight;
  };
  const usual = ofPast.map((values) => weighted(values, past));
  const rows: SplitRows = {
    time: now.time,
    measured: now.measured,
    expected: now.expected,
    throughput: now.throughput,
    parts: ofSampled.map((values, j) => {
      const spread = new Float64Array(now.time.length).fill(Number.NaN);
      for (const [k, row] of taken.entries()) spread[row] = values[k]! - usual[j]!;
      return spread;
    }),
    start: weighted(before.expected, before),
    whole,
  };
  const keys = (keyOf: (i: number) => number): Float64Array => Float64Array.from(now.time, (_, i) => keyOf(i));
  const band = fitted.inputs.indexOf(bandTag);
  const ascending = sorted(before.inputs[band]!);
  const edges = Array.from({ length: bands - 1 }, (_, k) => sortedQuantile(ascending, (k + 1) / bands));
  const bandOf = (x: number): number => edges.filter((edge) => x > edge).length;
  return {
    inputs: [...fitted.inputs],
    bandTag,
    scale,
    groups: [
      ...groupSplit(
        rows,
        "period",
        keys(() => 0),
      ),
      ...groupSplit(
        rows,
        "day",
        keys((i) => Math.floor(now.time[i]! / day) * day),
      ),
      ...groupSplit(
        rows,
        "shift",
        keys((i) => {
          const hours = Math.floor(now.time[i]! / hour) - firstShift;
          return firstShift + shiftHours * Math.floor((((hours % 24) + 24) % 24) / shiftHours);
        }),
      ),
      ...groupSplit(
        rows,
        "load",
        keys((i) => (Number.isNaN(now.inputs[band]![i]!) ? Number.NaN : bandOf(now.inputs[band]![i]!))),
      ).map((group) => ({ ...group, low: edges[group.key - 1] ?? Number.NaN, high: edges[group.key] ?? Number.NaN })),
    ],
    rows,
  };
}

interface Judged extends SplitSteps {
  readonly expected: Float64Array;
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

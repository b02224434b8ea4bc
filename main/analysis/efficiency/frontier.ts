import type { Frontier, ProofDay } from "#shared/domain/efficiency-potential.ts";
import { sorted, sortedQuantile } from "../signal/quantile.ts";
import { expectedBy } from "./expected-by.ts";
import { likeRows } from "./like-rows.ts";
import type { Operation } from "./operation.ts";

const day = 86_400_000;
const hour = 3_600_000;
// One like hour in ten was at least as good: often enough not to be a slip of a meter, seldom enough to be an aim.
const best = 0.1;
// A twentieth of the baseline is alike enough to be compared, and thirty rows carry a tenth.
const likeShare = 0.05;
const fewestLike = 30;
// Further than a standard deviation of the conditions away nothing is alike.
const mostDistance = 1;
const proofDays = 3;
// Every step is compared with every row of the baseline, up to so many pairs; a long log is compared with rows taken evenly.
const mostCompared = 2.5e7;
const fewestCompared = 1000;
// Steps within a tenth of a standard deviation of each other share their like rows: long logs ask the same again and again.
const cell = 0.1;

/** What is held against the frontier: steps of the reporting period. */
export interface RatedSteps {
  readonly time: Float64Array;
  /** [steps] unit of the KPI; NaN where not judged. */
  readonly measured: Float64Array;
  readonly throughput: Float64Array;
  /** [conditions][steps] */
  readonly conditions: readonly Float64Array[];
  /** Loss in the KPI's unit × throughput, times this, is in the unit of amounts. */
  readonly excessScale: number;
}

/** What like rows have shown. */
interface Shown {
  /** Best tenth of (measured − expected) as a share of expected, negative is better. */
  readonly limit: number;
  /** Rows of the operation at or beyond it. */
  readonly proving: readonly number[];
}

/**
 * The best the plant has itself shown under like conditions: what is expected there, moved by the best tenth of what like steps of the
 * baseline were off by (a local quantile of residuals that were not seen in training, so that what is left of the difference in
 * conditions is taken out by the expectation).
 * @returns NaN frontier where the baseline holds fewer than thirty like steps.
 */
export function frontier(operation: Operation, steps: RatedSteps): Frontier {
  const { byConditions, conditions, measured: past, better } = operation;
  const sign = better === "lower" ? 1 : -1;
  const expected = expectedBy(byConditions)(steps.conditions);
  const share = past.map((m, i) => (sign * (m - byConditions.unseen[i]!)) / Math.abs(byConditions.unseen[i]!));
  const finite = Int32Array.from(share.keys()).filter((i) => Number.isFinite(share[i]!));
  const most = Math.max(fewestCompared, Math.floor(mostCompared / Math.max(1, steps.time.length)));
  const stride = Math.max(1, finite.length / most);
  const known = Int32Array.from({ length: Math.floor(finite.length / stride) }, (_, k) => finite[Math.floor(k * stride)]!);
  const find = likeRows(
    conditions.map((tag) => Float64Array.from(known, (i) => operation.values[tag]![i]!)),
    byConditions.shares,
  );
  const mostLike = Math.max(fewestLike, Math.round(likeShare * known.length));

  const widths = conditions.map((tag, j) => (cell * deviation(operation.values[tag]!)) / Math.sqrt(byConditions.shares[j]!) || 1);
  const asked = new Map<string, Shown | undefined>();
  const shownAt = (at: readonly number[]): Shown | undefined => {
    const cells = at.map((x, j) => (Number.isFinite(widths[j]!) ? Math.round(x / widths[j]!) : 0));
    const key = cells.join();
    if (!asked.has(key)) asked.set(key, shownIn(cells.map((c, j) => (Number.isFinite(widths[j]!) ? c * widths[j]! : at[j]!))));
    return asked.get(key);
  };
  const shownIn = (at: readonly number[]): Shown | undefined => {
    const { rows } = find(at, mostDistance, mostLike);
    if (rows.length < fewestLike) return undefined;
    const off = Float64Array.from(rows, (k) => share[known[k]!]!);
    const limit = sortedQuantile(sorted(off), best);
    return { limit, proving: [...rows].filter((_, k) => off[k]! <= limit).map((k) => known[k]!) };
  };

  const n = steps.time.length;
  const line = new Float64Array(n).fill(Number.NaN);
  const days = new Map<number, number[]>();
  const proofOf = new Map<number, number[]>();
  for (let i = 0; i < n; i++) {
    const on = Math.floor(steps.time[i]! / day) * day;
    if (!days.has(on)) days.set(on, []);
    if (Number.isNaN(expected[i]! + steps.measured[i]! * steps.throughput[i]!)) continue;
    const shown = shownAt(steps.conditions.map((x) => x[i]!));
    if (!shown) continue;
    line[i] = expected[i]! + sign * Math.abs(expected[i]!) * shown.limit;
    days.get(on)!.push(i);
    const list = proofOf.get(on) ?? [];
    list.push(...shown.proving);
    proofOf.set(on, list);
  }

  const proof = (rows: readonly number[], count: number): ProofDay[] => {
    const byDay = new Map<number, Set<number>>();
    const uses = new Map<number, number>();
    for (const row of rows) {
      const on = Math.floor(operation.time[row]! / day) * day;
      byDay.set(on, (byDay.get(on) ?? new Set()).add(row));
      uses.set(on, (uses.get(on) ?? 0) + 1);
    }
    return [...byDay]
      .sort((a, b) => uses.get(b[0])! - uses.get(a[0])! || a[0] - b[0])
      .slice(0, count)
      .map(([time, of]) => ({
        time,
        hours: (of.size * operation.stepMs) / hour,
        betterPercent: (-100 * [...of].reduce((sum, row) => sum + share[row]!, 0)) / of.size,
      }));
  };
  const total = (rows: readonly number[]) => {
    let [through, had, could] = [0, 0, 0];
    for (const i of rows) {
      through += steps.throughput[i]!;
      had += steps.measured[i]! * steps.throughput[i]!;
      could += line[i]! * steps.throughput[i]!;
    }
    const lost = sign * (had - could);
    return {
      frontier: could / through,
      opportunityPercent: (100 * lost) / Math.abs(could),
      opportunity: rows.length > 0 ? lost * steps.excessScale : Number.NaN,
      through,
    };
  };
  const daily = [...days].map(([time, rows]) => ({ time, ...total(rows), proof: proof(proofOf.get(time) ?? [], proofDays) }));
  const all = total([...days.values()].flat());
  const judged = steps.measured.reduce((sum, m, i) => sum + (Number.isFinite(m * expected[i]!) ? steps.throughput[i]! : 0), 0);
  return {
    share: best,
    conditions: [...conditions],
    hours: (finite.length * operation.stepMs) / hour,
    steps: { time: steps.time, frontier: line },
    daily: {
      time: Float64Array.from(daily, (d) => d.time),
      frontier: Float64Array.from(daily, (d) => d.frontier),
      opportunityPercent: Float64Array.from(daily, (d) => d.opportunityPercent),
      opportunity: Float64Array.from(daily, (d) => d.opportunity),
      proof: daily.map((d) => d.proof),
    },
    totals: {
      frontier: all.frontier,
      opportunityPercent: all.opportunityPercent,
      opportunity: all.opportunity,
      coverage: all.through / judged,
    },
    proof: proof([...proofOf.values()].flat(), proofDays + 2),
  };
}

function deviation(x: Float64Array): number {
  const mean = x.reduce((a, b) => a + b, 0) / x.length;
  return Math.sqrt(x.reduce((a, b) => a + (b - mean) ** 2, 0) / x.length);
}

import type { SplitGroup, SplitRows } from "#shared/domain/efficiency-potential.ts";

/**
 * A split taken by groups of steps; the losses of the groups sum to that of the whole.
 * @param keys [steps] which group a step belongs to; NaN leaves it out. @returns ascending by key.
 */
export function groupSplit(rows: SplitRows, kind: SplitGroup["kind"], keys: ArrayLike<number>): SplitGroup[] {
  const members = new Map<number, number[]>();
  for (let i = 0; i < rows.time.length; i++) {
    const key = keys[i]!;
    if (Number.isNaN(key)) continue;
    const of = members.get(key);
    if (of) of.push(i);
    else members.set(key, [i]);
  }
  return [...members].sort((a, b) => a[0] - b[0]).map(([key, of]) => group(rows, kind, key, of));
}

function group(rows: SplitRows, kind: SplitGroup["kind"], key: number, of: readonly number[]): SplitGroup {
  const { measured, expected, throughput, start, whole } = rows;
  const weighted = (values: Float64Array): number => {
    let [sum, weight] = [0, 0];
    for (const i of of) {
      if (Number.isNaN(values[i]!)) continue;
      sum += values[i]! * throughput[i]!;
      weight += throughput[i]!;
    }
    return sum / weight;
  };
  const [mean, told] = [weighted(measured), weighted(expected)];
  const parts = rows.parts.map(weighted);
  return {
    kind,
    key,
    low: Number.NaN,
    high: Number.NaN,
    start,
    parts: whole ? parts : closed(parts, told - start),
    expected: told,
    rest: mean - told,
    measured: mean,
    throughput: of.reduce((sum, i) => sum + throughput[i]!, 0),
  };
}

/** Parts that sum to the whole: what is missing goes to each by its size. */
function closed(parts: readonly number[], whole: number): number[] {
  const missing = whole - parts.reduce((a, b) => a + b, 0);
  const size = parts.reduce((a, b) => a + Math.abs(b), 0);
  return parts.map((part) => part + missing * (size > 0 ? Math.abs(part) / size : 1 / parts.length));
}

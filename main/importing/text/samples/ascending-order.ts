/**
 * The order in which times ascend, rows of one time as they stand: places by merging the stretches that ascend already, so that a log in
 * order costs one look and a log of many tags one after the other costs as many rounds as doubling takes to reach their number.
 * @param time [count or more] no NaN.
 * @returns [count] places in `time`; undefined where it ascends as it stands.
 */
export function ascendingOrder(time: Float64Array, count: number): Int32Array | undefined {
  const starts: number[] = [0];
  for (let i = 1; i < count; i++) if (time[i]! < time[i - 1]!) starts.push(i);
  if (starts.length === 1) return undefined;
  let from = Int32Array.from({ length: count }, (_, i) => i);
  let into = new Int32Array(count);
  let bounds = [...starts, count];
  while (bounds.length > 2) {
    const next = [0];
    for (let k = 0; k + 1 < bounds.length; k += 2) {
      const low = bounds[k]!;
      const middle = bounds[k + 1]!;
      const high = bounds[k + 2] ?? middle;
      mergeInto({ time, from, into, low, middle, high });
      next.push(high);
    }
    [from, into] = [into, from];
    bounds = next;
  }
  return from;
}

interface Merge {
  readonly time: Float64Array;
  readonly from: Int32Array;
  readonly into: Int32Array;
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

function mergeInto({ time, from, into, low, middle, high }: Merge): void {
  let a = low;
  let b = middle;
  for (let k = low; k < high; k++) {
    if (a < middle && (b >= high || time[from[a]!]! <= time[from[b]!]!)) into[k] = from[a++]!;
    else into[k] = from[b++]!;
  }
}

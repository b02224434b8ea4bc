export type WindowFunction = "mean" | "rate";

export const isWindowFunction = (name: string): name is WindowFunction => name === "mean" || name === "rate";

const hour = 3_600_000;

/**
 * What a tag did in the span of time up to and with each row: `mean` of its good samples, or `rate`, the slope of the straight line through
 * them (least squares), per hour.
 * @param time [rows] ms, ascending. @param values [rows] NaN is no sample. @param spanMs > 0.
 * @returns [rows] NaN where the row itself has no sample, and where the samples leave a hole of more than half the span. A row's value rests on
 * the two spans before it and on nothing else, so that it does not matter where reading began.
 */
export function windowed(name: WindowFunction, time: Float64Array, values: Float64Array, spanMs: number): Float64Array {
  const found = new Float64Array(values.length).fill(Number.NaN);
  const half = spanMs / 2;
  const good = indicesOfNumbers(values);
  let first = 0; // of the samples inside the span
  let afterHole = 0; // the first sample behind the latest hole
  let stretch = Number.NaN;
  const sums = new Sums();
  for (let k = 0; k < good.length; k++) {
    const at = time[good[k]!]!;
    if (k > 0 && at - time[good[k - 1]!]! > half) afterHole = k;
    const before = first;
    while (time[good[first]!]! <= at - spanMs) first++;
    // Summed anew at fixed times: a sum that only ever runs on would carry the rounding of everything before.
    const now = Math.floor(at / spanMs);
    if (now !== stretch) {
      stretch = now;
      sums.restart(at, values[good[k]!]!);
      for (let j = first; j <= k; j++) sums.add(time[good[j]!]!, values[good[j]!]!, 1);
    } else {
      for (let j = before; j < first; j++) sums.add(time[good[j]!]!, values[good[j]!]!, -1);
      sums.add(at, values[good[k]!]!, 1);
    }
    if (afterHole > first || at - time[good[first]!]! < half) continue;
    found[good[k]!] = name === "mean" ? sums.mean() : sums.slope();
  }
  return found;
}

/** Sums of time (hours) and value, counted from a sample nearby so that no digits are lost. */
class Sums {
  #time = 0;
  #value = 0;
  #count = 0;
  #t = 0;
  #v = 0;
  #tt = 0;
  #tv = 0;

  restart(time: number, value: number): void {
    this.#time = time;
    this.#value = value;
    this.#count = 0;
    this.#t = 0;
    this.#v = 0;
    this.#tt = 0;
    this.#tv = 0;
  }

  add(time: number, value: number, sign: 1 | -1): void {
    const t = (time - this.#time) / hour;
    const v = value - this.#value;
    this.#count += sign;
    this.#t += sign * t;
    this.#v += sign * v;
    this.#tt += sign * t * t;
    this.#tv += sign * t * v;
  }

  mean(): number {
    return this.#value + this.#v / this.#count;
  }

  slope(): number {
    return (this.#count * this.#tv - this.#t * this.#v) / (this.#count * this.#tt - this.#t * this.#t);
  }
}

function indicesOfNumbers(values: Float64Array): Int32Array {
  const rows = new Int32Array(values.length);
  let count = 0;
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i]!)) rows[count++] = i;
  return rows.subarray(0, count);
}

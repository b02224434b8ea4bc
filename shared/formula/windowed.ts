const names = ["mean", "std", "rate", "lag"] as const;
export type WindowFunction = (typeof names)[number];

export const isWindowFunction = (name: string): name is WindowFunction => (names as readonly string[]).includes(name);

const hour = 3_600_000;

/**
 * What a tag did in the span of time up to and with each row: `mean` of its good samples, their standard deviation `std`, or `rate`, the slope
 * of the straight line through them (least squares), per hour. `lag` is what it was that long ago: its last good sample by then.
 * @param time [rows] ms, ascending. @param values [rows] NaN is no sample. @param spanMs > 0.
 * @returns [rows] NaN where the row itself has no sample, and where the samples leave a hole of more than half the span;
 * a sample for `lag` may be older than asked by as much. A row's value rests on
 * the two spans before it and on nothing else, so that it does not matter where reading began.
 */
export function windowed(name: WindowFunction, time: Float64Array, values: Float64Array, spanMs: number): Float64Array {
  const good = indicesOfNumbers(values);
  return name === "lag" ? lagged(time, values, good, spanMs) : summed(name, time, values, good, spanMs);
}

function lagged(time: Float64Array, values: Float64Array, good: Int32Array, spanMs: number): Float64Array {
  const found = new Float64Array(values.length).fill(Number.NaN);
  let then = -1; // the last sample that was there a span ago
  for (const row of good) {
    const at = time[row]! - spanMs;
    while (time[good[then + 1]!]! <= at) then++;
    if (then >= 0 && at - time[good[then]!]! <= spanMs / 2) found[row] = values[good[then]!]!;
  }
  return found;
}

function summed(
  name: Exclude<WindowFunction, "lag">,
  time: Float64Array,
  values: Float64Array,
  good: Int32Array,
  spanMs: number,
): Float64Array {
  const found = new Float64Array(values.length).fill(Number.NaN);
  const half = spanMs / 2;
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
    found[good[k]!] = sums[name]();
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
  #vv = 0;

  restart(time: number, value: number): void {
    this.#time = time;
    this.#value = value;
    this.#count = 0;
    this.#t = 0;
    this.#v = 0;
    this.#tt = 0;
    this.#tv = 0;
    this.#vv = 0;
  }

  add(time: number, value: number, sign: 1 | -1): void {
    const t = (time - this.#time) / hour;
    const v = value - this.#value;
    this.#count += sign;
    this.#t += sign * t;
    this.#v += sign * v;
    this.#tt += sign * t * t;
    this.#tv += sign * t * v;
    this.#vv += sign * v * v;
  }

  mean(): number {
    return this.#value + this.#v / this.#count;
  }

  std(): number {
    return Math.sqrt(Math.max(0, this.#vv - this.#v ** 2 / this.#count) / (this.#count - 1));
  }

  rate(): number {
    return (this.#count * this.#tv - this.#t * this.#v) / (this.#count * this.#tt - this.#t * this.#t);
  }
}

function indicesOfNumbers(values: Float64Array): Int32Array {
  const rows = new Int32Array(values.length);
  let count = 0;
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i]!)) rows[count++] = i;
  return rows.subarray(0, count);
}

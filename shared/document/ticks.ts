/** Round values inside [low, high], about `wanted` of them: steps of 1, 2 or 5 times a power of ten. */
export function valueTicks(low: number, high: number, wanted: number): number[] {
  const span = high - low;
  if (!(span > 0)) return [low];
  const rough = span / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((m) => m * power >= rough) ?? 10) * power;
  const ticks: number[] = [];
  for (let k = Math.ceil(low / step - 1e-9); k * step <= high + step * 1e-9; k++) ticks.push(k * step + 0); // + 0 turns −0 into 0
  return ticks;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const steps = [
  ...[1, 2, 5, 10, 15, 30].map((n) => n * second),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * minute),
  ...[1, 2, 3, 6, 12].map((n) => n * hour),
  ...[1, 2, 7, 14].map((n) => n * day),
];

export interface TimeTicks {
  times: number[];
  precision: "day" | "minute" | "second";
}

/** Moments at round UTC times, at most `most` of them; from a month upwards, firsts of months. */
export function timeTicks(from: number, to: number, most: number): TimeTicks {
  const step = steps.find((s) => (to - from) / s <= most);
  if (step === undefined) return { times: monthTicks(from, to, most), precision: "day" };
  const origin = step >= 7 * day ? 4 * day : 0; // 1970-01-05 was a Monday
  const times: number[] = [];
  for (let t = origin + Math.ceil((from - origin) / step) * step; t <= to; t += step) times.push(t);
  return { times, precision: step >= day ? "day" : step >= minute ? "minute" : "second" };
}

function monthTicks(from: number, to: number, most: number): number[] {
  const first = new Date(from);
  const months: number[] = [];
  for (let k = 0; ; k++) {
    const t = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + k, 1);
    if (t > to) break;
    if (t >= from) months.push(t);
  }
  const every = [1, 2, 3, 6, 12, 24, 60, 120, 600].find((n) => months.length / n <= most) ?? 1200;
  return months.filter((t) => {
    const d = new Date(t);
    return (d.getUTCFullYear() * 12 + d.getUTCMonth()) % every === 0;
  });
}

/** Digits of the fraction of a second: 0, 3, 6 or 9. */
export type Precision = 0 | 3 | 6 | 9;

/**
 * What the times of a file count, from how many digits most of them have: seconds up to 11, milliseconds up to 14, microseconds up to 17,
 * else nanoseconds. Each step holds for the years 1973 to 5138.
 * @param digits [24] times by their number of digits
 */
export function precisionOf(digits: ArrayLike<number>): Precision {
  const counts = [0, 0, 0, 0];
  for (let k = 0; k < digits.length; k++) counts[k <= 11 ? 0 : k <= 14 ? 1 : k <= 17 ? 2 : 3]! += digits[k]!;
  const most = Math.max(...counts);
  return most === 0 ? 9 : ((counts.indexOf(most) * 3) as Precision);
}

/** Whether `a` is later than `b`, both integers as text. */
export function laterTime(a: string, b: string): boolean {
  const plain = a.length === b.length && a.charCodeAt(0) !== 45 && b.charCodeAt(0) !== 45;
  return plain ? a > b : BigInt(a) > BigInt(b);
}

const dayMs = 86_400_000;

/** Makes ISO 8601 text in UTC of times as they stand; what lies beyond the years a date can hold stays as it is. */
export function isoOfTime(precision: Precision): (time: string) => string {
  let lastDay = Number.NaN;
  let dayText = "";
  return (time) => {
    const negative = time.startsWith("-");
    const digits = (negative ? time.slice(1) : time).padStart(precision + 1, "0");
    let seconds = Number(digits.slice(0, digits.length - precision));
    let fraction = precision === 0 ? "" : digits.slice(-precision);
    if (negative) {
      const part = Number(fraction || "0");
      seconds = -seconds - (part > 0 ? 1 : 0);
      fraction = precision === 0 ? "" : String(part > 0 ? 10 ** precision - part : 0).padStart(precision, "0");
    }
    const day = Math.floor(seconds / 86_400);
    if (!(Math.abs(day) <= 1e8)) return time;
    if (day !== lastDay) {
      const text = new Date(day * dayMs).toISOString();
      if (text.length !== 24) return time;
      lastDay = day;
      dayText = text.slice(0, 11);
    }
    const s = seconds - day * 86_400;
    // Most nanoseconds are no more than milliseconds.
    while (fraction.endsWith("000")) fraction = fraction.slice(0, -3);
    const clock = `${two(Math.floor(s / 3600))}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;
    return `${dayText}${clock}${fraction === "" ? "" : `.${fraction}`}Z`;
  };
}

const two = (n: number): string => (n < 10 ? `0${n}` : String(n));

export interface Sentinel {
  readonly column: number;
  readonly value: number;
  readonly count: number;
}

export interface FoundSentinels {
  /** Values to read as "no sample". */
  readonly apart: readonly Sentinel[];
  /** Columns that hold one suspicious value and nothing else: nothing shows what it means, so it is kept. */
  readonly alone: readonly Sentinel[];
  /** Columns in which a value of `apart` is an ordinary one: it lies among their others. */
  readonly kept: readonly { readonly column: number; readonly value: number }[];
}

/**
 * Values that say "no sample": nines (-9999, -99.9), ends of integer ranges, astronomically large ones, and negative round numbers that
 * stand far apart from everything else in two columns or more.
 * @param columns [columns][values] numbers of the sample, in order; columns of other kinds are empty.
 */
export function findSentinels(columns: readonly (readonly number[])[]): FoundSentinels {
  const apart: Sentinel[] = [];
  const alone: Sentinel[] = [];
  const round = new Map<number, Sentinel[]>();
  columns.forEach((values, column) => {
    if (values.length < 3) return;
    const sorted = Float64Array.from(values).sort();
    for (const value of new Set([sorted[0]!, sorted.at(-1)!])) {
      const count = values.filter((v) => v === value).length;
      const found = { column, value, count };
      if (count === values.length) {
        if (isCode(value) && Math.abs(value) > 999) alone.push(found);
        continue;
      }
      const others = sorted.filter((v) => v !== value);
      const range = others.at(-1)! - others[0]!;
      const distance = value < others[0]! ? others[0]! - value : value - others.at(-1)!;
      const isolated = distance > range && distance > 10 * Math.abs(median(others));
      const isBelow = value < 0 && others[0]! >= 0;
      const nines = value < 0 && distance > range && count > 1;
      if (isCode(value) && (isolated || nines || (isBelow && Math.abs(value) >= 999)) && (count > 1 || value < 0)) apart.push(found);
      else if (Number.isInteger(value) && value <= -50 && value % 10 === 0 && count >= 3 && distance > range) {
        round.set(value, [...(round.get(value) ?? []), found]);
      }
    }
  });
  for (const found of round.values()) if (found.length > 1) apart.push(...found);
  const kept = [...new Set(apart.map((s) => s.value))].flatMap((value) =>
    columns.flatMap((values, column) =>
      !apart.some((s) => s.column === column && s.value === value) && isOrdinary(values, value) ? [{ column, value }] : [],
    ),
  );
  return { apart, alone, kept };
}

/** Whether a value lies within the range of the others of a column, or hardly beyond it. */
function isOrdinary(values: readonly number[], value: number): boolean {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const v of values) {
    if (v === value) continue;
    if (v < low) low = v;
    if (v > high) high = v;
  }
  const margin = 0.05 * (high - low);
  return low < high && value >= low - margin && value <= high + margin;
}

const median = (sorted: Float64Array): number => sorted[sorted.length >> 1]!;

/** Numbers that loggers and historians use for "no sample". */
function isCode(value: number): boolean {
  const size = Math.abs(value);
  if (size >= 1e30 || size === 1e10 || size === 1e20) return true; // historians; 9.96921e36 of netCDF
  if (/^(?:99+|99+\.9+|99+\.25|99+8|99+\.99)$/.test(String(size)) && size >= 99) return size >= 999 || value < 0;
  return [32767, 32768, 65535, 2147483647, 2147483648, 4294967295, 7999, 6999].includes(size);
}

import type { Baseline, MeterRows } from "#shared/domain/proof.ts";

// The edge of what was seen is the chance of a single reading: so much of the range may lie beyond it.
const margin = 0.02;

/** Share of the rows in which a driver lies beyond what the baseline has seen, for any driver and for each. 0 … 1, NaN without rows. */
export function driverRange(
  baseline: Baseline,
  rows: Omit<MeterRows, "energy">,
): { share: number; drivers: { tag: string; share: number }[]; outside: Uint8Array } {
  const n = rows.time.length;
  const outside = new Uint8Array(n);
  const drivers = baseline.drivers.map(({ tag, low, high }) => {
    const values = rows.drivers.find((d) => d.tag === tag)?.values ?? new Float64Array(n).fill(Number.NaN);
    const slack = margin * (high - low);
    let count = 0;
    for (let i = 0; i < n; i++)
      if (values[i]! < low - slack || values[i]! > high + slack) {
        outside[i] = 1;
        count++;
      }
    return { tag, share: count / n };
  });
  return { share: outside.reduce((a, b) => a + b, 0) / n, drivers, outside };
}

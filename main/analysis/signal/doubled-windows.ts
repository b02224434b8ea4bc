import type { RowRange } from "./runs.ts";

/**
 * Weighted means over windows that double: of two neighbouring values, of four, of eight and so on, each value a stride older than the one before.
 * A window of twice the length is made of two windows that are known already, so that a row costs one addition per doubling and rests on the rows of its window
 * alone, to the bit.
 * @param values [rows]. @param runs windows never reach over their ends. @param stride rows from one value to the next, ≥ 1.
 * @param fade weight of a value against the one a stride younger, 0 … 1; 1 weighs all alike, less is an exponentially weighted mean.
 * @returns [doublings][rows] NaN where the window is not full, or holds a NaN.
 */
export function doubledWindows(
  values: Float64Array,
  runs: readonly RowRange[],
  { stride, doublings, fade = 1 }: { stride: number; doublings: number; fade?: number },
): Float64Array[] {
  const windows: Float64Array[] = [];
  let half = values;
  for (let k = 0; k < doublings; k++) {
    const back = stride * 2 ** k;
    const older = fade ** (2 ** k);
    const whole = new Float64Array(values.length).fill(Number.NaN);
    for (const { from, to } of runs) for (let i = from + back; i < to; i++) whole[i] = (half[i]! + older * half[i - back]!) / (1 + older);
    windows.push(whole);
    half = whole;
  }
  return windows;
}

import type { RowRange } from "../signal/runs.ts";

/** A band must have been held for so many windows before leaving it is a change of condition: a tag that hunts back and forth is no transition. */
const steadyWindows = 3;

/**
 * Rows whose window reaches back over a change from one band to another: their means mix two conditions.
 * @param band [rows] numbers; −1 says nothing. @param runs windows never reach over their ends. @param width rows of a window.
 * @returns [rows] 1 in a transition.
 */
export function transitionRows(band: Int8Array, runs: readonly RowRange[], width: number): Uint8Array {
  const found = new Uint8Array(band.length);
  for (const { from, to } of runs) {
    let now = -1;
    let since = from;
    for (let i = from; i < to; i++) {
      if (band[i] === -1 || band[i] === now) continue;
      if (now !== -1 && i - since >= steadyWindows * width) found.fill(1, i, Math.min(to, i + width - 1));
      now = band[i]!;
      since = i;
    }
  }
  return found;
}

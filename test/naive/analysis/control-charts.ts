import type { Frame } from "#shared/domain/frame.ts";
import type { ControlChartsState } from "../../../main/analysis/models/control-charts.ts";

/** EWMA and CUSUM of a row of a log without gaps, value by value; rows ten apart are the values of both. */
export function naiveControlCharts(state: ControlChartsState, { columns }: Frame, row: number): { ewma: number; cusum: number } {
  const windows = state.windowScale.length / state.tags.length;
  let ewma = 0;
  let cusum = 0;
  columns.forEach(({ values }, j) => {
    const meanOf = (length: number, fade: number): number | undefined => {
      if (row - 10 * (length - 1) < 0) return undefined;
      let sum = 0;
      let weights = 0;
      for (let k = 0; k < length; k++) {
        sum += fade ** k * values[row - 10 * k]!;
        weights += fade ** k;
      }
      return sum / weights;
    };
    const faded = meanOf(32, 0.8);
    if (faded !== undefined) ewma = Math.max(ewma, Math.abs(faded - state.mean[j]!) / state.ewmaScale[j]!);
    for (let k = 0; k < windows; k++) {
      const mean = meanOf(2 ** (k + 1), 1);
      if (mean === undefined) continue;
      const worth = Math.max(1, (state.scale[j]! / state.windowScale[j * windows + k]!) ** 2);
      cusum = Math.max(cusum, worth * (Math.abs(mean - state.mean[j]!) / state.scale[j]! - 0.5));
    }
  });
  return { ewma, cusum };
}

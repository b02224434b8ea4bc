import type { LossBlocks } from "./loss-blocks.ts";
import { serialCorrelation } from "./order.ts";

/**
 * By how much the KPI moved from the first to the last third of the baseline period under like conditions, as a share of expected;
 * undefined where chance would do as much. The standard error is widened for days that follow each other.
 */
export function driftOf({ loss, expected }: LossBlocks): number | undefined {
  const n = loss.length;
  const third = Math.floor(n / 3);
  if (third < 3) return undefined;
  const shares = loss.map((l, k) => l / expected[k]!);
  const mean = (values: Float64Array): number => values.reduce((a, b) => a + b, 0) / values.length;
  const early = shares.subarray(0, third);
  const late = shares.subarray(n - third);
  const moved = mean(late) - mean(early);
  const variance = (values: Float64Array): number => values.reduce((a, b) => a + (b - mean(values)) ** 2, 0) / (values.length - 1);
  const within = (variance(early) + variance(late)) / 2;
  const memory = Math.min(0.9, Math.max(0, (serialCorrelation(early).correlation + serialCorrelation(late).correlation) / 2));
  const error = Math.sqrt(((2 * within) / third) * ((1 + memory) / (1 - memory)));
  // Three errors, because a third is short and its error badly known; below 0.3 % nobody would act on it.
  return Math.abs(moved) > Math.max(3 * error, 0.003) ? moved : undefined;
}

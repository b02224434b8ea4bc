import type { EfficiencyResult } from "#shared/domain/efficiency.ts";

/** What may be said of a loss: `unclear` while its interval holds zero, or while there is nothing to go by. */
export function lossVerdict({
  lossPercent,
  lossPercentInterval: { low, high },
}: Pick<EfficiencyResult["totals"], "lossPercent" | "lossPercentInterval">): "worse" | "better" | "unclear" {
  if (!Number.isFinite(lossPercent) || lossPercent === 0) return "unclear";
  if (Number.isFinite(low) && Number.isFinite(high) && low <= 0 && high >= 0) return "unclear";
  return lossPercent > 0 ? "worse" : "better";
}

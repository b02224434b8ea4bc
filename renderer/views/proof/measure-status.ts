import type { Measure, SavingSummary } from "#shared/domain/measure.ts";

export type MeasureStatus = "locked" | "verified" | "changed" | "broken";

/** Where a measure stands: what is wrong with its lock comes first. */
export function measureStatus({ check, results }: Measure): MeasureStatus {
  const codes = check?.findings.map(({ code }) => code) ?? [];
  if (codes.includes("proof.lock-broken")) return "broken";
  if (codes.length > 0) return "changed";
  return results.length > 0 ? "verified" : "locked";
}

/** The verification that counts: the last one. */
export const lastSaving = ({ results }: Measure): SavingSummary | undefined => results.at(-1);

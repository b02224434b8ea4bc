import type { Finding } from "#shared/domain/finding.ts";
import { median } from "../signal/median.ts";
import { efficiencyFinding } from "./efficiency-finding.ts";

// Ten robust deviations: not a tail but another thing.
const outlierDeviations = 10;
const mostOutliers = 0.01;

/** Steps with a KPI that is of the same kind as the others. */
export function usableSteps(measured: Float64Array, findings: Finding[]): Int32Array {
  const finite = Int32Array.from(measured.keys()).filter((i) => Number.isFinite(measured[i]!));
  const values = Float64Array.from(finite, (i) => measured[i]!);
  const middle = median(values);
  const deviation = median(values.map((v) => Math.abs(v - middle))) / 0.6745; // Φ⁻¹(0.75)
  const kept = finite.filter((i) => !(Math.abs(measured[i]! - middle) > outlierDeviations * deviation));
  const left = finite.length - kept.length;
  // A second way of running is not an outlier, however far away it is.
  if (left === 0 || left > mostOutliers * finite.length) return finite;
  findings.push(efficiencyFinding("efficiency.outliers", "note", { steps: left }));
  return kept;
}

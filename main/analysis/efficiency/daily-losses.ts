import type { EfficiencyResult } from "#shared/domain/efficiency.ts";
import type { Steps } from "./steps.ts";

const day = 86_400_000;

/** Adds up steps by day (UTC). @param loss [steps] and @param expected [steps] unit of the KPI × throughput; NaN where not judged. */
export function dailyLosses(steps: Steps, loss: Float64Array, expected: Float64Array, excessScale: number): EfficiencyResult["daily"] {
  const { time, measured, throughput, stood } = steps;
  const starts = [...new Set(Array.from(time, (t) => Math.floor(t / day) * day))];
  const index = new Map(starts.map((start, k) => [start, k]));
  const make = (): Float64Array => new Float64Array(starts.length);
  const [lost, wanted, had, through, judged, running] = [make(), make(), make(), make(), make(), make()];
  for (let i = 0; i < time.length; i++) {
    const k = index.get(Math.floor(time[i]! / day) * day)!;
    if (!stood[i]) running[k] = running[k]! + 1;
    if (Number.isNaN(loss[i]!)) continue;
    judged[k] = judged[k]! + 1;
    lost[k] = lost[k]! + loss[i]!;
    wanted[k] = wanted[k]! + expected[i]!;
    had[k] = had[k]! + measured[i]! * throughput[i]!;
    through[k] = through[k]! + throughput[i]!;
  }
  // 0 / 0 is NaN: a day without a judged step has no values.
  return {
    time: Float64Array.from(starts),
    measured: had.map((h, k) => h / through[k]!),
    expected: wanted.map((w, k) => w / through[k]!),
    lossPercent: lost.map((l, k) => (100 * l) / wanted[k]!),
    excess: lost.map((l, k) => (judged[k]! > 0 ? l * excessScale : Number.NaN)),
    coverage: judged.map((j, k) => j / running[k]!),
  };
}

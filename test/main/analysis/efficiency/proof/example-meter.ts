import { BaselinePeriod, ReportingPeriod } from "#shared/domain/efficiency.ts";
import type { Baseline, LockedBaseline, MeterRows } from "#shared/domain/proof.ts";
import { fitBaseline } from "../../../../../main/analysis/efficiency/baseline/fit-baseline.ts";
import { lockBaseline } from "../../../../../main/analysis/efficiency/proof/lock.ts";
import { normal } from "../../models/efficiency-frames.ts";

export const day = 86_400_000;
export const start = Date.UTC(2024, 0, 1);
export const meter = { tag: "energy", unit: "kWh", intervalMs: day, clockOffsetMs: 0 };

export interface ExampleMeter {
  days: number;
  seed: number;
  /** Deviation of a day, kWh; a day takes about 500. */
  noise?: number;
  /** Correlation of a day's noise with that of the day before. */
  memory?: number;
  /** Share saved from this day on. */
  saving?: number;
  savingFrom?: number;
}

/** A building: heating below 14 degC, cooling above 18 degC, and 2 kWh for every tonne made. */
export function exampleMeter({ days, seed, noise = 5, memory = 0, saving = 0, savingFrom = 0 }: ExampleMeter): MeterRows {
  const draw = normal(seed);
  const time = Float64Array.from({ length: days }, (_, i) => start + i * day);
  const temperature = time.map((_, i) => 11 - 12 * Math.cos((2 * Math.PI * i) / 365) + 4 * draw());
  const output = time.map(() => 100 + 10 * draw());
  let state = draw();
  const energy = time.map((_, i) => {
    state = memory * state + Math.sqrt(1 - memory * memory) * draw();
    const expected = 200 + 12 * Math.max(0, 14 - temperature[i]!) + 15 * Math.max(0, temperature[i]! - 18) + 2 * output[i]!;
    return expected * (i >= savingFrom ? 1 - saving : 1) + noise * state;
  });
  return {
    time,
    energy,
    drivers: [
      { tag: "temperature", unit: "degC", values: temperature },
      { tag: "output", unit: "t", values: output },
    ],
  };
}

export const between = (from: number, to: number) => ({ from: start + from * day, to: start + to * day });
export const periodOf = (from: number, to: number) => BaselinePeriod.parse({ ranges: [between(from, to)] });
export const reportingOf = (from: number, to: number) => ReportingPeriod.parse({ ranges: [between(from, to)] });

export function baselineOf(rows: MeterRows, days: number): Baseline {
  const { baseline } = fitBaseline({ meter, rows, period: periodOf(0, days), exclusions: [], changeDriver: "temperature" });
  return baseline!;
}

export const locked = (baseline: Baseline): LockedBaseline => lockBaseline(baseline, "0".repeat(64), start, "test");

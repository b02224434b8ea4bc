import { BaselinePeriod, ReportingPeriod } from "#shared/domain/efficiency.ts";
import type { Frame } from "#shared/domain/frame.ts";
import type { KpiDefinition } from "#shared/domain/kpi.ts";
import { normal } from "../models/efficiency-frames.ts";

export const hour = 3_600_000;
export const day = 24 * hour;
export const start = Date.UTC(2025, 0, 6);

export interface ExamplePlant {
  days: number;
  seed: number;
  /** Share of energy lost from this day on. */
  loss?: number;
  lossFrom?: number;
  /** Deviation of one row, as a share. */
  noise?: number;
  stepMs?: number;
}

/** A pump: power follows flow and ambient temperature, with a daily round, noise that remembers, and a planted loss. */
export function examplePlant({ days, seed, loss = 0, lossFrom = 0, noise = 0.01, stepMs = 10 * 60_000 }: ExamplePlant): Frame {
  const draw = normal(seed);
  const rows = (days * day) / stepMs;
  const make = (): Float64Array => new Float64Array(rows);
  const [time, flow, ambient, power, speed, vibration] = [make(), make(), make(), make(), make(), make()];
  let [wander, weather, memory] = [0, 0, 0];
  const keep = Math.exp(-stepMs / (6 * hour));
  const push = Math.sqrt(1 - keep * keep);
  for (let i = 0; i < rows; i++) {
    const at = (i * stepMs) / day;
    time[i] = start + i * stepMs;
    wander = keep * wander + push * draw();
    weather = keep * weather + push * draw();
    memory = keep * memory + push * draw();
    flow[i] = 120 + 30 * Math.sin(2 * Math.PI * at) + 10 * wander;
    ambient[i] = 15 + 5 * Math.sin(2 * Math.PI * (at - 0.3)) + 3 * weather;
    const healthy = 0.08 * flow[i]! + 4 + 6e-6 * flow[i]! ** 3 + 0.02 * ambient[i]!;
    power[i] = healthy * (1 + (at >= lossFrom ? loss : 0)) * (1 + noise * (0.7 * memory + 0.7 * draw()));
    speed[i] = 1000 + 3 * flow[i]!;
    vibration[i] = 2 + 0.1 * draw();
  }
  const column = (tag: string, unit: string, values: Float64Array) => ({ tag, unit, values });
  return {
    time,
    columns: [
      column("P.power", "kW", power),
      column("P.flow", "m3/h", flow),
      column("ambient", "degC", ambient),
      column("P.speed", "rpm", speed),
      column("P.vibration", "mm/s", vibration),
    ],
  };
}

export const specificEnergy: KpiDefinition = {
  id: "se",
  assetId: "p",
  name: "Specific energy",
  formula: "P.power / P.flow",
  unit: "kWh/m3",
  better: "lower",
  validWhen: "P.speed > 300",
  throughput: null,
  relevantVariables: ["P.flow", "ambient"],
  controllableTags: [],
  resolutionMs: hour,
};

export const baselineOf = (from: number, to: number): BaselinePeriod =>
  BaselinePeriod.parse({ ranges: [{ from: start + from * day, to: start + to * day }] });
export const reportingOf = (from: number, to: number): ReportingPeriod =>
  ReportingPeriod.parse({ ranges: [{ from: start + from * day, to: start + to * day }] });

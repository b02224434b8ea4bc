import type { DailyLoss, SampleFault, SampleFaultKind, SampleTruth } from "#shared/domain/sample-truth.ts";
import { sample } from "#shared/language/sample.ts";
import { fill } from "#shared/language/sentence.ts";
import { wornFriction } from "./bearing.ts";
import type { PlannedFault } from "./calendar.ts";
import { hour } from "./clock.ts";
import { atFullSeverity } from "./plant.ts";
import type { SamplePlan } from "./sample-plan.ts";
import { sampleTags } from "./sample-tags.ts";
import type { Scenario } from "./scenario.ts";
import { worstSealLeak_l_h } from "./seal.ts";
import { driftingTag, fullDrift_bar, stuckTag } from "./sensor-faults.ts";
import type { Walk } from "./simulate.ts";
import { wornBearing_mm_s } from "./vibration.ts";

/** A walk with what its instruments read. */
type LoggedWalk = Walk & {
  /** [tags][rows] before the log lost anything. */
  readonly read: readonly Float64Array[];
};

/** Where each fault shows, the plainest tag first, and how bad it gets. */
const portraits: Readonly<Record<SampleFaultKind, { tags: readonly string[]; data: Readonly<Record<string, number>> }>> = {
  "sensor-drift": { tags: [driftingTag], data: { drift_bar: fullDrift_bar } },
  cavitation: {
    tags: ["P101.suction_pressure", "P101.NDE_vibration", "P101.DE_vibration"],
    data: { strainer: atFullSeverity.strainer },
  },
  "seal-leak": { tags: ["P101.seal_leak", "P101.seal_flush_flow"], data: { leak_l_h: worstSealLeak_l_h } },
  "stuck-sensor": { tags: [stuckTag], data: {} },
  fouling: {
    tags: ["HX1.pressure_drop", "HX1.coolant_flow", "P101.discharge_pressure", "P101.speed", "P101.motor_power", "P101.motor_current"],
    data: { fouling_m2K_W: atFullSeverity.fouling_m2K_W, ring_percent: 100 * atFullSeverity.ringOpening },
  },
  "bearing-wear": {
    tags: ["P101.DE_vibration", "P101.bearing_temperature", "P101.NDE_vibration"],
    data: { vibration_mm_s: wornBearing_mm_s, friction_percent: 100 * wornFriction },
  },
};

/** What is true of a walk of the plant, against the healthy plant that walked through the same scenario. */
export function sampleTruth(plan: SamplePlan, outside: Scenario, real: LoggedWalk, healthy: Walk): SampleTruth {
  const { time, calendar } = outside;
  const faults = plan.faults
    ? calendar.faults.map((fault): SampleFault => {
        const { tags, data } = portraits[fault.kind];
        const severity = fill(sample[`sample.severity.${fault.kind}`].en, data);
        return {
          ...fault,
          tags: [...tags],
          severity,
          data: { ...data },
          detectableFrom: detectableFrom(fault, tags, outside, real, healthy),
        };
      })
    : [];
  const daily = dailyLoss(outside, real, healthy);
  const sum = (of: (day: DailyLoss) => number): number => daily.reduce((total, day) => total + of(day), 0);
  const volume_m3 = sum((day) => day.volume_m3);
  const energy_kWh = sum((day) => day.energy_kWh);
  const healthy_kWh = sum((day) => day.healthy_kWh);
  const days = (time.length * plan.intervalMs) / (24 * hour);
  return {
    version: 1,
    seed: plan.seed,
    start: plan.start,
    days: plan.days,
    intervalMs: plan.intervalMs,
    reference: { from: plan.start, to: calendar.referenceTo },
    faults,
    benign: [
      ...calendar.rareLoads.map(({ from, to }) => ({ kind: "rare-load" as const, from, to })),
      ...calendar.rinses.map(({ from, to }) => ({ kind: "seal-rinse" as const, from, to })),
      ...calendar.longStops.flatMap(({ from, to, kind }) => (kind === "maintenance-stop" ? [{ kind, from, to }] : [])),
    ].sort((a, b) => a.from - b.from),
    efficiency: {
      daily,
      lossPercent: 100 * (energy_kWh / healthy_kWh - 1),
      energy_kWh,
      lost_kWh: energy_kWh - healthy_kWh,
      throughput_m3_a: (volume_m3 * 365) / days,
    },
  };
}

/** The healthy plant's energy is scaled to the volume really pumped, should the worn pump have missed its demand. */
function dailyLoss({ time, stepMs }: Scenario, real: Walk, healthy: Walk): DailyLoss[] {
  const hours = stepMs / hour;
  const daily: DailyLoss[] = [];
  for (let row = 0; row < time.length; ) {
    const name = new Date(time[row]!).toISOString().slice(0, 10);
    const midnight = Date.parse(`${name}T00:00:00Z`) + 24 * hour;
    let volume_m3 = 0;
    let energy_kWh = 0;
    let healthyVolume_m3 = 0;
    let healthyEnergy_kWh = 0;
    for (; row < time.length && time[row]! < midnight; row++) {
      volume_m3 += real.flow_m3_h[row]! * hours;
      energy_kWh += real.power_kW[row]! * hours;
      healthyVolume_m3 += healthy.flow_m3_h[row]! * hours;
      healthyEnergy_kWh += healthy.power_kW[row]! * hours;
    }
    const healthy_kWh = healthyVolume_m3 > 0 ? healthyEnergy_kWh * (volume_m3 / healthyVolume_m3) : healthyEnergy_kWh;
    daily.push({ day: name, volume_m3, energy_kWh, healthy_kWh, lossPercent: 100 * (energy_kWh / healthy_kWh - 1) });
  }
  return daily;
}

/** End of the first hour of the fault in which one of its tags lies, on average over running rows, three scatters off the healthy plant. */
function detectableFrom(
  { from, to }: PlannedFault,
  tags: readonly string[],
  { time, running, stepMs }: Scenario,
  real: LoggedWalk,
  healthy: Walk,
): number | null {
  const rowsPerHour = Math.max(1, Math.round(hour / stepMs));
  const first = time.findIndex((t) => t >= from);
  if (first < 0) return null;
  for (let start = first; start < time.length && time[start]! < to; start += rowsPerHour) {
    const end = Math.min(time.length, start + rowsPerHour);
    for (const name of tags) {
      const at = sampleTags.findIndex(({ tag }) => tag === name);
      let effect = 0;
      let count = 0;
      for (let row = start; row < end; row++) {
        if (!running[row] || time[row]! >= to) continue;
        effect += real.read[at]![row]! - healthy.columns[at]![row]!;
        count++;
      }
      if (count > 0 && Math.abs(effect / count) >= 3 * sampleTags[at]!.scatter) return time[end - 1]!;
    }
  }
  return null;
}

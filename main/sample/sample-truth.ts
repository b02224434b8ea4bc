import type { DailyLoss, SampleFault, SampleFaultKind, SampleTruth } from "#shared/domain/sample-truth.ts";
import type { PlannedFault } from "./calendar.ts";
import { hour } from "./clock.ts";
import type { SamplePlan } from "./sample-plan.ts";
import { sampleTags } from "./sample-tags.ts";
import type { Scenario } from "./scenario.ts";
import { driftingTag, fullDrift_bar, stuckTag } from "./sensor-faults.ts";
import type { Walk } from "./simulate.ts";

/** A walk with what its instruments read. */
type LoggedWalk = Walk & {
  /** [tags][rows] before the log lost anything. */
  readonly read: readonly Float64Array[];
};

/** Where each fault shows, the plainest tag first, and how bad it gets. */
const portraits: Readonly<Record<SampleFaultKind, { tags: readonly string[]; severity: string }>> = {
  "sensor-drift": {
    tags: [driftingTag],
    severity: `The discharge pressure transmitter drifts up to +${fullDrift_bar} bar, then is recalibrated.`,
  },
  cavitation: {
    tags: ["P101.suction_pressure", "P101.NDE_vibration", "P101.DE_vibration"],
    severity: "Debris on the suction strainer lowers the suction pressure by up to 0.35 bar for 10 to 50 minutes at a time.",
  },
  "seal-leak": {
    tags: ["P101.seal_leak", "P101.seal_flush_flow"],
    severity: "Leakage past the mechanical seal grows from 0.6 to about 2 l/h.",
  },
  "stuck-sensor": { tags: [stuckTag], severity: "The exchanger's inlet temperature repeats one value." },
  fouling: {
    tags: ["HX1.pressure_drop", "HX1.coolant_flow", "P101.discharge_pressure", "P101.speed", "P101.motor_power", "P101.motor_current"],
    severity: "Scale of 1.1e-4 m2K/W in the exchanger and wear rings that let 3 % of the design flow back, until cleaned and renewed.",
  },
  "bearing-wear": {
    tags: ["P101.DE_vibration", "P101.bearing_temperature", "P101.NDE_vibration"],
    severity: "The drive-end bearing wears until the pump trips at about 7 mm/s and 10 K above normal.",
  },
};

/** What is true of a walk of the plant, against the healthy plant that walked through the same scenario. */
export function sampleTruth(plan: SamplePlan, outside: Scenario, real: LoggedWalk, healthy: Walk): SampleTruth {
  const { time, calendar } = outside;
  const faults = plan.faults
    ? calendar.faults.map((fault): SampleFault => {
        const { tags, severity } = portraits[fault.kind];
        return { ...fault, tags: [...tags], severity, detectableFrom: detectableFrom(fault, tags, outside, real, healthy) };
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

import type { SampleFaultKind } from "#shared/domain/sample-truth.ts";
import { day, hour } from "./clock.ts";
import { random } from "./random.ts";
import type { SamplePlan } from "./sample-plan.ts";

/** When something is wrong with the plant. ms UTC. */
export interface PlannedFault {
  readonly kind: SampleFaultKind;
  readonly from: number;
  readonly fullFrom: number;
  readonly to: number;
}

export interface Calendar {
  /** End of the period without any fault. */
  readonly referenceTo: number;
  readonly faults: readonly PlannedFault[];
  /** Hours of a load seen nowhere else. */
  readonly rareLoads: readonly { from: number; to: number }[];
  /** Hours in which the crew rinses the seal with more water than usual. */
  readonly rinses: readonly { from: number; to: number }[];
  /** Stops that are ordered: the cleaning after the fouling, the repair after the trip. */
  readonly longStops: readonly { from: number; to: number; kind: "maintenance-stop" | "trip" }[];
}

/** Days of a 90-day log. Four weeks are healthy; between faults lie a few days without any, so that a false alert can be told. */
const days: readonly (readonly [kind: SampleFaultKind, from: number, fullFrom: number, to: number])[] = [
  ["sensor-drift", 30, 34.5, 35.5],
  ["cavitation", 38.7, 40.5, 43.3],
  ["seal-leak", 46, 49, 50.2],
  ["stuck-sensor", 52.42, 52.42, 54.2],
  ["fouling", 56, 70, 71],
  ["bearing-wear", 75.5, 88.4, 88.4],
];
/** Two kinds come in the first half and come back in the second; the last was never seen before. */
const returningDays: typeof days = [
  ["cavitation", 31, 32.5, 34.6],
  ["seal-leak", 38, 40.5, 42.2],
  ["cavitation", 51, 52.2, 54.3],
  ["seal-leak", 60, 62.5, 64.2],
  ["bearing-wear", 75.5, 88.4, 88.4],
];
/** The seal is rinsed, for hours: the first two before the second half, day 46. */
const rinseDays = [29.4, 44.3, 47.6, 57.3, 67.4, 72.2];
const rinseLength = 5 * hour;
const rareLoadDays = [12.4, 20.45, 36.9, 73.4];
const rareLoadLength = 4 * hour;

/** The seed moves each fault and each rare load by up to a tenth of a day, so that a fault keeps the shift it begins in. */
export function calendar({ seed, start, days: length, returning = false }: SamplePlan): Calendar {
  const chance = random(seed, "calendar");
  const scale = length / 90;
  const at = (onDay: number): number => Math.round((start + onDay * scale * day) / 60_000) * 60_000;
  const faults = (returning ? returningDays : days).map(([kind, from, fullFrom, to]) => {
    const shift = (chance.uniform() - 0.5) / 5;
    return { kind, from: at(from + shift), fullFrom: at(fullFrom + shift), to: at(to + shift) };
  });
  const rareLoads = rareLoadDays.map((onDay) => {
    const from = at(onDay + (chance.uniform() - 0.5) / 5);
    return { from, to: from + rareLoadLength * Math.min(1, scale) };
  });
  const rinses = (returning ? rinseDays : []).map((onDay) => {
    const from = at(onDay + (chance.uniform() - 0.5) / 5);
    return { from, to: from + rinseLength * Math.min(1, scale) };
  });
  // Cleaned once it is fouled, repaired once it has tripped.
  const stopAfter = (fault: SampleFaultKind, kind: Calendar["longStops"][number]["kind"], hours: number) =>
    faults.filter((one) => one.kind === fault).map(({ to }) => ({ kind, from: to, to: to + hours * hour * Math.min(1, scale) }));
  return {
    referenceTo: at(28),
    faults,
    rareLoads,
    rinses,
    longStops: [...stopAfter("fouling", "maintenance-stop", 8), ...stopAfter("bearing-wear", "trip", 14)],
  };
}

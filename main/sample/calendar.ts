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
const rareLoadDays = [12.4, 20.45, 36.9, 73.4];
const rareLoadLength = 4 * hour;

/** The seed moves each fault and each rare load by up to a tenth of a day, so that a fault keeps the shift it begins in. */
export function calendar({ seed, start, days: length }: SamplePlan): Calendar {
  const chance = random(seed, "calendar");
  const scale = length / 90;
  const at = (onDay: number): number => Math.round((start + onDay * scale * day) / 60_000) * 60_000;
  const faults = days.map(([kind, from, fullFrom, to]) => {
    const shift = (chance.uniform() - 0.5) / 5;
    return { kind, from: at(from + shift), fullFrom: at(fullFrom + shift), to: at(to + shift) };
  });
  const rareLoads = rareLoadDays.map((onDay) => {
    const from = at(onDay + (chance.uniform() - 0.5) / 5);
    return { from, to: from + rareLoadLength * Math.min(1, scale) };
  });
  const end = (kind: SampleFaultKind): number => faults.find((fault) => fault.kind === kind)!.to;
  return {
    referenceTo: at(28),
    faults,
    rareLoads,
    longStops: [
      { kind: "maintenance-stop", from: end("fouling"), to: end("fouling") + 8 * hour * Math.min(1, scale) },
      { kind: "trip", from: end("bearing-wear"), to: end("bearing-wear") + 14 * hour * Math.min(1, scale) },
    ],
  };
}

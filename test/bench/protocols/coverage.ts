import { coverageOf } from "../../../main/analysis/efficiency/proof/simulate-coverage.ts";
import { type MeterOutcome, savings, simulatedMeters } from "./simulated-meters.ts";

const memories = [0, 0.3, 0.6, 0.9];

/** How often the 90 % interval holds a known saving and how often "proven" is said, percent; in all, by saving, memory and meter. */
export function coverage(meters: number, seed: number) {
  const all: MeterOutcome[] = [];
  for (const outcome of simulatedMeters(meters, seed)) {
    all.push(outcome);
    if (all.length % 100 === 0) console.error(`${all.length} of ${meters} simulated meters`);
  }
  const of = (some: readonly MeterOutcome[]) =>
    coverageOf(
      some.map((o) => o.outcomes),
      savings,
    );
  const whole = of(all);
  const short = (some: readonly MeterOutcome[]) => {
    const { runs, interval90, provenAtZero } = of(some);
    return { meters: runs, interval90, provenAtZero };
  };
  return {
    interval90: whole.interval90,
    provenAtZero: whole.provenAtZero,
    meters,
    bySaving: Object.fromEntries(
      whole.bySaving.map(({ savingPercent, interval90, proven }) => [`saving ${savingPercent} %`, { interval90, proven }]),
    ),
    byMemory: Object.fromEntries(
      memories.slice(1).map((to, k) => {
        const from = memories[k]!;
        return [`memory ${from} to ${to}`, short(all.filter((o) => o.memory >= from && o.memory < to))];
      }),
    ),
    byMeter: { daily: short(all.filter((o) => o.interval === "day")), hourly: short(all.filter((o) => o.interval === "hour")) },
  };
}

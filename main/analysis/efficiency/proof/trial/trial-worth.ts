import type { TrialPlan, TrialResult } from "#shared/domain/proof.ts";
import type { TrialWish, TrialWorth } from "#shared/domain/trial.ts";
import { readingsOf } from "./readings-of.ts";
import type { TrialReadings } from "./trial-readings.ts";

/**
 * What the gain of a trial is as an amount, in money and in CO2: per hour at the throughput of the blocks that were on, and over a year
 * of the hours, the price and the factor that were typed. Linear in everything.
 */
export function trialWorth(
  { meter, rows, weight, hours, amountUnit, amountScale }: TrialReadings,
  plan: TrialPlan,
  { value }: TrialWish,
  { saving, percent, percentInterval }: Pick<TrialResult, "saving" | "percent" | "percentInterval">,
): TrialWorth {
  let [onHours, throughput] = [0, 0];
  for (const block of plan.blocks) {
    if (block.state !== "on") continue;
    for (const i of readingsOf(block, plan.washoutMs, rows.time, meter.intervalMs)) {
      if (Number.isNaN(rows.energy[i]!) || !(weight[i]! > 0)) continue;
      onHours += hours[i]!;
      throughput += weight[i]!;
    }
  }
  const perHour = (saving * throughput * amountScale) / onHours;
  // Everything is a share of the same mean.
  const scaled = (factor: number) => ({
    value: known(factor),
    low: known((factor / percent) * percentInterval.low),
    high: known((factor / percent) * percentInterval.high),
  });
  const yearly =
    value && (value.throughputPerYear === null ? perHour * value.hoursPerYear : saving * value.throughputPerYear * amountScale);
  return {
    unit: amountUnit,
    perHour: known(perHour),
    onHours,
    gained: known(perHour * onHours),
    perYear:
      value && yearly !== null
        ? {
            hours: value.hoursPerYear,
            amount: scaled(yearly),
            money: { ...scaled(yearly * value.pricePerUnit), currency: value.currency },
            co2Kg: value.co2 ? scaled(yearly * value.co2.kgPerUnit) : null,
          }
        : null,
  };
}

const known = (value: number): number | null => (Number.isFinite(value) ? value : null);

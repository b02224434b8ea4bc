import type { EfficiencyResult, ValueInput, ValueOfOnePercent } from "#shared/domain/efficiency.ts";

/**
 * What one percent is worth in a year at the plant's own throughput and the engineer's own price, and what the measured loss costs if
 * it stays. Linear in everything: no saving on other machines, no change of price.
 */
export function valueOfOnePercent(totals: EfficiencyResult["totals"], excessUnit: string, input: ValueInput): ValueOfOnePercent {
  const { currency, pricePerUnit } = input;
  const throughputPerYear = input.throughputPerYear ?? (totals.throughput / totals.hours) * input.hoursPerYear;
  // In the unit of the excess per one of throughput, so that the price fits.
  const kpiPerYear = (totals.expectedAmount / totals.throughput) * throughputPerYear;
  const lossAmountPerYear = (totals.lossPercent / 100) * kpiPerYear;
  const { low, high, level } = totals.lossPercentInterval;
  const money = (percent: number): number => (percent / 100) * kpiPerYear * pricePerUnit;
  const { co2 } = input;
  const kg = (percent: number): number => (percent / 100) * kpiPerYear * (co2?.kgPerUnit ?? Number.NaN);
  return {
    currency,
    unit: excessUnit,
    throughputPerYear,
    throughputUnit: totals.throughputUnit,
    kpiPerYear,
    onePercentAmount: kpiPerYear / 100,
    onePercentPerYear: money(1),
    lossAmountPerYear,
    lossPerYear: money(totals.lossPercent),
    lossPerYearInterval: { low: money(low), high: money(high), level },
    ...(co2
      ? { co2: { ...co2, onePercentKg: kg(1), lossKg: kg(totals.lossPercent), lossInterval: { low: kg(low), high: kg(high), level } } }
      : {}),
  };
}

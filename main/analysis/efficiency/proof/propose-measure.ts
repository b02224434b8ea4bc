import type { BaselinePeriod } from "#shared/domain/efficiency.ts";
import type { MeasurePlan, MeterKind } from "#shared/domain/measure.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { sameDimension } from "#shared/units/convert.ts";
import { isAmount } from "#shared/units/is-amount.ts";
import { proposeKpis } from "../propose-kpis.ts";
import { spokenName, tagRole } from "../tag-roles.ts";

interface ProposalTag {
  readonly name: string;
  readonly unit: string;
  readonly valid: number;
  readonly max: number | null;
  readonly from: number;
  readonly to: number;
}

const day = 86_400_000;
const hour = 3_600_000;
// Days have no daily round to explain, but fewer than two months of them tell too little of their own memory.
const enoughDays = 60;

/**
 * What to measure a saving with, from names and units: the meter, the drivers of the likeliest KPI that rests on it, and all that was
 * measured so far as the time before the work. The name is left to a person.
 */
export function proposeMeasure(assetId: string, all: readonly ProposalTag[]): MeasurePlan | null {
  const tags = all.filter((tag) => tag.valid > 0);
  const meter = tags.find((tag) => meterWords.test(spokenName(tag.name)) && isEnergy(tag.unit)) ?? tags.find((tag) => isEnergy(tag.unit));
  if (!meter) return null;
  const kpi = proposeKpis(assetId, tags).find((proposal) => proposal.kpi.formula.includes(meter.name))?.kpi;
  const relevant = kpi?.relevantVariables ?? tags.filter((tag) => tagRole(tag.name) === "relevant").map((tag) => tag.name);
  const drivers = tags.filter((tag) => relevant.includes(tag.name) && tag !== meter);
  const outside = drivers.find((tag) => outsideWords.test(spokenName(tag.name)) && sameDimension(tag.unit, "degC"));
  const extent = wholeDays({ from: meter.from, to: meter.to + 1 });
  const validWhen = kpi?.validWhen ?? null;
  return {
    assetId,
    name: "",
    meter: { tag: meter.name, kind: kindOf(meter) },
    drivers: drivers.map((tag) => ({ tag: tag.name, by: isAmount(tag.unit) ? "sum" : "mean" })),
    changeDriver: outside?.name ?? null,
    validWhen,
    // A machine that stands now and then is metered by the hour: hardly a day is without a standstill.
    intervalMs: validWhen === null && extent.to - extent.from >= enoughDays * day ? day : hour,
    clockOffsetMs: 0,
    baseline: { ranges: [extent] } as BaselinePeriod,
    exclusions: [],
    hopedPercent: null,
    plannedWeeks: 12,
  };
}

const meterWords = /\b(power|energy|kwh|kw|meter|consumption|electric|electricity|verbrauch|leistung|zaehler|gas|steam)\b/;
const counterWords = /\b(counter|count|total|totaliser|totalizer|register|index|cumulative|zaehler|stand)\b/;
const outsideWords = /\b(ambient|outdoor|outside|weather|dry bulb|oat)\b/;

const isEnergy = (unit: string): boolean => sameDimension(unit, "kW") || sameDimension(unit, "kWh");

/** How a tag is read as a meter, by its unit and name. */
const kindOf = ({ name, unit }: { readonly name: string; readonly unit: string }): MeterKind =>
  sameDimension(unit, "kWh") ? (counterWords.test(spokenName(name)) ? "counter" : "amount") : "power";

/** Days begun at either end do not count, where whole ones are left. */
function wholeDays({ from, to }: TimeRange): TimeRange {
  const whole = { from: Math.ceil(from / day) * day, to: Math.floor(to / day) * day };
  return whole.to > whole.from ? whole : { from, to };
}

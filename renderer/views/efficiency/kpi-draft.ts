import type { Tag } from "#shared/domain/asset.ts";
import type { KpiDefinition } from "#shared/domain/kpi.ts";
import { sameDimension } from "#shared/units/convert.ts";
import { parseUnit } from "#shared/units/parse-unit.ts";

/** Lengths of a step that can be chosen, ms. */
export const resolutions = [1, 10, 60, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800, 86_400].map((seconds) => seconds * 1000);

const tenMinutes = 600_000;

/** A step long enough to average over ten rows of the log, where the log is not slow already. */
export function resolutionFor(tags: readonly Tag[]): number {
  const fullest = tags.reduce<Tag | null>((best, tag) => (best && best.valid >= tag.valid ? best : tag), null);
  if (!fullest || fullest.valid < 2) return 900_000;
  const interval = (fullest.to - fullest.from) / (fullest.valid - 1);
  if (interval >= tenMinutes) return Math.round(interval);
  return resolutions.find((step) => step >= 10 * interval) ?? 86_400_000;
}

/** A KPI nobody has written yet. */
export const emptyKpi = (assetId: string, tags: readonly Tag[]): KpiDefinition => ({
  id: crypto.randomUUID(),
  assetId,
  name: "",
  formula: "",
  unit: "",
  better: "lower",
  validWhen: null,
  throughput: null,
  relevantVariables: [],
  controllableTags: [],
  resolutionMs: resolutionFor(tags),
});

/** Whether values of one unit can be shown in another; an unknown unit only in itself. */
export const canBeShownIn = (formulaUnit: string, unit: string): boolean =>
  parseUnit(unit).symbol === parseUnit(formulaUnit).symbol || sameDimension(formulaUnit, unit);

const common = [
  "kWh/m3",
  "Wh/m3",
  "kWh/t",
  "kWh/kg",
  "MWh/t",
  "MJ/t",
  "kJ/kWh",
  "kW",
  "MW",
  "kWh",
  "MWh",
  "%",
  "t/h",
  "kg/h",
  "m3/h",
  "kg/kWh",
  "g/kWh",
];

/** Units a KPI of this unit is often shown in, its own first. */
export const unitsFor = (formulaUnit: string): string[] => {
  const fitting = formulaUnit === "" ? ["%"] : common.filter((unit) => sameDimension(formulaUnit, unit));
  return [...new Set([formulaUnit, ...fitting])].filter((unit) => unit !== "");
};

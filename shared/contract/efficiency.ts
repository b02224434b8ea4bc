import { z } from "zod";
import { CrewCalendar } from "../domain/crew-calendar.ts";
import {
  BaselinePeriod,
  EfficiencyModel,
  EfficiencyResult,
  FormulaCheck,
  KpiProposal,
  KpiTemplateForm,
  ReportingPeriod,
  ValueInput,
  ValueOfOnePercent,
} from "../domain/efficiency.ts";
import { EfficiencyAdvice, TagValues } from "../domain/efficiency-advice.ts";
import { EfficiencyPotential, SplitGroup } from "../domain/efficiency-potential.ts";
import { KpiDefinition, TagLimit } from "../domain/kpi.ts";
import { call } from "./define.ts";

export const efficiency = {
  /** KPIs that the tags of the asset allow, the likeliest first. */
  propose: call(z.object({ assetId: z.string() }), z.array(KpiProposal)),
  /** Every template, with the tags of the asset that fit each of its places. */
  templates: call(z.object({ assetId: z.string() }), z.array(KpiTemplateForm)),
  /** A template with tags chosen by hand, by the names of its places; null where they do not make it. */
  fillTemplate: call(
    z.object({ assetId: z.string(), templateId: z.string(), tags: z.record(z.string(), z.string()) }),
    KpiProposal.nullable(),
  ),
  /** What a formula means on the tags of the asset; never throws for a formula that is wrong. */
  checkFormula: call(z.object({ assetId: z.string(), formula: z.string() }), FormulaCheck),
  /** Where the baseline seems best taken from: the reference period proposed for health, in whole days where it can. */
  proposeBaseline: call(
    z.object({ assetId: z.string(), kpi: KpiDefinition }),
    z.object({ baseline: BaselinePeriod, reporting: ReportingPeriod }),
  ),
  /** Saves the KPI, fits its expectation and rates the reporting period. The job's result is `{ modelId }`. */
  fit: call(
    z.object({ kpi: KpiDefinition, baseline: BaselinePeriod, reporting: ReportingPeriod, seed: z.number().int().nonnegative().default(1) }),
    z.object({ jobId: z.string() }),
  ),
  kpis: call(z.object({ assetId: z.string() }), z.array(KpiDefinition)),
  /** The newest first. */
  models: call(z.object({ assetId: z.string() }), z.array(EfficiencyModel)),
  result: call(z.object({ modelId: z.string() }), EfficiencyResult),
  /** What lies behind the loss and beyond the expectation; parts are null in models of earlier versions. */
  potential: call(z.object({ modelId: z.string() }), EfficiencyPotential),
  /**
   * The split by crew, by the values of a tag that tells the product, or by the regimes of the newest health model that has some. Empty
   * where that is not known, and in models of earlier versions.
   */
  splitBy: call(
    z.object({
      modelId: z.string(),
      by: z.discriminatedUnion("kind", [
        z.object({ kind: z.literal("crew") }),
        z.object({ kind: z.literal("product"), tag: z.string() }),
        z.object({ kind: z.literal("regime") }),
      ]),
    }),
    z.array(SplitGroup),
  ),
  /** Who was on shift when, as it was typed for the asset; null before. */
  crews: call(z.object({ assetId: z.string() }), CrewCalendar.nullable()),
  /** Keeps the rota; null forgets it. */
  keepCrews: call(z.object({ assetId: z.string(), calendar: CrewCalendar.nullable() }), z.null()),
  /**
   * What other settings would bring under these conditions, and what a tried setting would; without conditions and settings those of the
   * last hour known. Null where the KPI names no setting that was ever moved, and in models of earlier versions.
   */
  advise: call(
    z.object({ modelId: z.string(), conditions: TagValues.optional(), settings: TagValues.optional(), tried: TagValues.optional() }),
    EfficiencyAdvice.nullable(),
  ),
  /** Keeps what a person allows controllable and constraint tags; advice obeys at once. Throws `efficiency.limits-wrong` for a low above its high. */
  limits: call(z.object({ modelId: z.string(), limits: z.array(TagLimit) }), EfficiencyModel),
  /** What was typed last for this model, null before. */
  valueInput: call(z.object({ modelId: z.string() }), ValueInput.nullable()),
  /** Keeps what was typed and says what one percent is worth. */
  value: call(z.object({ modelId: z.string(), input: ValueInput }), ValueOfOnePercent),
  remove: call(z.object({ modelId: z.string() }), z.null()),
};

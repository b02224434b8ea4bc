import { z } from "zod";
import { Line } from "../document/block.ts";
import { Asset, Tag } from "./asset.ts";
import { CaseDetail } from "./case.ts";
import { EfficiencyModel, EfficiencyResult, ValueInput, ValueOfOnePercent } from "./efficiency.ts";
import { Finding } from "./finding.ts";
import { Episode, HealthModel } from "./health.ts";
import { ImportRecord } from "./importing.ts";
import { Measure } from "./measure.ts";
import { ReportRequest } from "./report.ts";
import { TimeRange } from "./time-range.ts";
import { Trial } from "./trial.ts";

const Numbers = z.array(z.number().nullable());

export const HealthFacts = z.object({
  model: HealthModel,
  /** Those that overlap the report's time, the oldest first. */
  episodes: z.array(Episode),
  score: Line,
  /** The weightiest episodes: their first tags around the time of the episode. */
  details: z.array(z.object({ episodeId: z.string(), from: z.number(), to: z.number(), lines: z.array(Line) })),
});
export type HealthFacts = z.infer<typeof HealthFacts>;

export const EfficiencyFacts = z.object({
  model: EfficiencyModel,
  totals: EfficiencyResult.shape.totals,
  unit: z.string(),
  excessUnit: z.string(),
  reporting: z.array(TimeRange),
  findings: z.array(Finding),
  daily: z.object({
    time: z.array(z.number()),
    measured: Numbers,
    expected: Numbers,
    lossPercent: Numbers,
    excess: Numbers,
    coverage: Numbers,
  }),
  valueInput: ValueInput.nullable(),
  value: ValueOfOnePercent.nullable(),
});
export type EfficiencyFacts = z.infer<typeof EfficiencyFacts>;

const Span = z.object({ low: z.number().nullable(), high: z.number().nullable(), standardError: z.number().nullable() });

export const MeasureFacts = z.object({
  measure: Measure,
  /** Its last verification; null before the first. Amounts in the unit of the meter. */
  saving: z
    .object({
      measured: z.number().nullable(),
      expected: z.number().nullable(),
      adjustments: z.number().nullable(),
      intervals: z.object({ robust: Span, bootstrap: Span, guideline: Span }),
      weekly: z.object({ time: z.array(z.number()), avoided: Numbers }),
      cumulative: z.object({ time: z.array(z.number()), avoided: Numbers, low: Numbers, high: Numbers }),
      findings: z.array(Finding),
    })
    .nullable(),
  /** What was typed to put money and CO2 on it; reports of before had none. */
  value: ValueInput.nullable().optional(),
});
export type MeasureFacts = z.infer<typeof MeasureFacts>;

/** Everything a report says, frozen when it was composed; every form of the report is drawn from this alone. */
export const ReportFacts = z.object({
  version: z.literal(1),
  composedAt: z.number(),
  request: ReportRequest,
  project: z.object({ id: z.string(), name: z.string() }),
  asset: Asset,
  range: TimeRange,
  software: z.object({ version: z.string(), node: z.string(), duckdb: z.string(), sqlite: z.string() }),
  imports: z.array(ImportRecord),
  tags: z.array(Tag),
  trends: z.array(Line),
  health: z.array(HealthFacts),
  efficiency: z.array(EfficiencyFacts),
  /** Those of the ledger; reports of before had none. */
  measures: z.array(MeasureFacts).default([]),
  trials: z.array(Trial).default([]),
  /** The cases of the asset, the newest first; reports of before had none. */
  cases: z.array(CaseDetail).default([]),
  audit: z.object({ entries: z.number(), head: z.string(), intact: z.boolean() }),
});
export type ReportFacts = z.infer<typeof ReportFacts>;

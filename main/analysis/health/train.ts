import type { Finding } from "#shared/domain/finding.ts";
import type { Frame } from "#shared/domain/frame.ts";
import type { AlertBudget, FeatureCard, HealthModel, Limit, StatisticSummary } from "#shared/domain/health.ts";
import type { Run } from "#shared/domain/run.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { fitPreparation, type Preparation, prepare } from "../features/preparation.ts";
import { rangeRows } from "../features/range-rows.ts";
import { runFrames } from "../features/run-frames.ts";
import type { SavedState } from "../models/family.ts";
import { familyById } from "../models/registry.ts";
import { completeRows } from "../signal/complete-rows.ts";
import { sorted, sortedQuantile } from "../signal/quantile.ts";
import { heldOutScores } from "./held-out.ts";
import { limitForBudget } from "./limit-for-budget.ts";
import { partOfRun } from "./part-of-run.ts";
import { referenceFindings } from "./reference-findings.ts";
import { serializeHealth } from "./saved-health.ts";
import { tagsRead } from "./score.ts";
import { scoreFrame } from "./score-frame.ts";

/** What training gives; the workbench adds names, ids and times and stores it. */
export interface TrainedHealth {
  readonly saved: SavedState;
  /** [rows of the frame] 0 … 1, NaN where the machine was off, settled, or samples were missing. */
  readonly score: Float64Array;
  /** [rows of the frame] each, by name. */
  readonly statistics: Readonly<Record<string, Float64Array>>;
  /** [rows of the frame] scores of the reference by models that had not seen them, NaN elsewhere: limits are found from these. */
  readonly heldOut: Float64Array;
  readonly limit: Limit;
  readonly card: Pick<HealthModel, "tags" | "rows" | "features" | "statistics" | "facts" | "params">;
}

/**
 * Trains a family on the reference rows of a frame, scores the whole frame and finds the limit for the budget.
 * @param frame the tags to use, the whole log. @param params of the family; missing ones take their defaults.
 * @returns `trained` is null where a blocking finding says why. Same arguments and run.seed, same result, to the bit.
 */
export function trainHealth(
  {
    frame,
    reference,
    familyId,
    params,
    budget,
  }: {
    frame: Frame;
    reference: readonly TimeRange[];
    familyId: string;
    params: Readonly<Record<string, string | number | boolean>>;
    budget: AlertBudget;
  },
  run: Run,
): { trained: TrainedHealth | null; findings: Finding[] } {
  const family = familyById(familyId);
  const chosen = family.params.parse(params);
  run.tick(0, 1, "preparing");
  const { preparation, findings } = fitPreparation(frame, reference);
  const prepared = prepare(preparation, frame);
  const inside = rangeRows(frame.time, reference);
  const scorable = new Uint8Array(frame.time.length);
  for (const row of completeRows(prepared.columns.map((c) => c.values))) scorable[row] = 1;
  const rows = inside.filter((row) => scorable[row] === 1);
  const train = runFrames(prepared, rows, preparation.gapMs);

  findings.push(...family.sufficiency(train, chosen), ...referenceFindings(frame.time, inside, reference, preparation));
  if (findings.some((f) => f.severity === "blocking")) return { trained: null, findings };

  const state = family.fit(train, chosen, partOfRun(run, { from: 0.05, to: 0.25, note: "fitting" }));
  const scored = scoreFrame(family, state, prepared, partOfRun(run, { from: 0.25, to: 0.45, note: "scoring" }));
  const heldOut = heldOutScores(
    { family, params: chosen, frame: prepared, rows, gapMs: preparation.gapMs },
    partOfRun(run, { from: 0.45, to: 0.95, note: "held-out" }),
  );
  run.tick(0.95, 1, "limit");
  const saved = serializeHealth({ preparation, family, state });
  const { limit, findings: limitFindings } = limitForBudget({ saved, time: frame.time, heldOut, reference, budget });
  const statistics: Record<string, StatisticSummary> = { score: summary(heldOut, rows) };
  for (const [name, values] of Object.entries(scored.statistics)) statistics[name] = summary(values, rows);
  run.tick(1, 1);
  return {
    trained: {
      saved,
      ...scored,
      heldOut,
      limit,
      card: {
        tags: tagsRead(saved),
        rows: rows.length,
        features: featureCard(preparation),
        statistics,
        facts: family.facts?.(state) ?? {},
        params: chosen as HealthModel["params"],
      },
    },
    findings: [...findings, ...limitFindings],
  };
}

function summary(values: Float64Array, rows: Int32Array): StatisticSummary {
  const ascending = sorted(Float64Array.from(rows, (row) => values[row]!));
  const at = (share: number) => sortedQuantile(ascending, share);
  return { median: at(0.5), q95: at(0.95), q99: at(0.99), max: at(1) };
}

function featureCard({ intervalMs, gapMs, smoothing, operating, settlingMs, leftOut }: Preparation): FeatureCard {
  return {
    intervalMs,
    gapMs,
    smoothingMs: smoothing > 1 ? smoothing * intervalMs : 0,
    operating: operating.map((o) => ({ ...o })),
    settlingMs,
    leftOut: leftOut.map((l) => ({ ...l })),
  };
}

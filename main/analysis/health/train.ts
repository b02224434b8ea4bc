import type { FamilyDrills } from "#shared/domain/fault-drill.ts";
import { type FeatureWish, usualFeatures } from "#shared/domain/feature-wish.ts";
import type { Finding } from "#shared/domain/finding.ts";
import type { Frame } from "#shared/domain/frame.ts";
import {
  type AlertBudget,
  type FeatureCard,
  type HealthModel,
  type Limit,
  recommendedFamily,
  type StatisticSummary,
} from "#shared/domain/health.ts";
import type { RegimeCard, RegimeFit, RegimePlan } from "#shared/domain/regime.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { fitPreparation, type Preparation, withoutConstants } from "../features/preparation.ts";
import { prepareSpans } from "../features/prepare-spans.ts";
import { proposeRegimes } from "../features/propose-regimes.ts";
import { rangeRows } from "../features/range-rows.ts";
import { runFrames } from "../features/run-frames.ts";
import { seenConditions } from "../features/seen-conditions.ts";
import type { FitRun, SavedState } from "../models/family.ts";
import { familyById } from "../models/registry.ts";
import { sorted, sortedQuantile } from "../signal/quantile.ts";
import { chooseFamily, recommendationFindings } from "./choose-family.ts";
import { comparedFamilies } from "./compared-families.ts";
import { drillExamples } from "./drill-examples.ts";
import { limitForBudget } from "./limit-for-budget.ts";
import { partOfRun } from "./part-of-run.ts";
import { type ProvenFamily, proveFamily } from "./prove-family.ts";
import { proveRegimes, withAlignment } from "./prove-regimes.ts";
import { referenceFindings } from "./reference-findings.ts";
import { regimeCard } from "./regime-card.ts";
import { regimeCover } from "./regime-cover.ts";
import { coverFindings, fitFindings } from "./regime-findings.ts";
import { serializeHealth } from "./saved-health.ts";
import { tagsRead } from "./score.ts";
import { scoreLog } from "./score-log.ts";
import { searchParams } from "./search-params.ts";
import { UnseenTally } from "./unseen-tally.ts";

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
  /** The family that was trained: the one asked for, or the one recommended. */
  readonly familyId: string;
  /** Of that family first; empty where none were asked for, or the reference has no room for them. */
  readonly drills: readonly FamilyDrills[];
  readonly card: Pick<HealthModel, "tags" | "rows" | "features" | "statistics" | "facts" | "params" | "settingsTried">;
}

/**
 * Trains a family on the reference rows of a frame, scores the whole frame and finds the limit for the budget.
 * @param frame the tags to use, the whole log. @param familyId or `recommended`: every family is drilled, the one they speak for is trained.
 * @param params of the family; missing ones take their defaults. @param drills whether faults are drilled; always, for a recommendation.
 * @param search whether other settings of the family are tried by the drills; for a recommendation, unless it says otherwise.
 * @returns `trained` is null where a blocking finding says why. Same arguments and run.seed, same result, to the bit.
 */
export function trainHealth(
  {
    frame,
    reference,
    familyId,
    params,
    budget,
    drills = false,
    search = familyId === recommendedFamily,
    regimes = null,
    regimeFit = "proven",
    features = usualFeatures,
  }: {
    frame: Frame;
    reference: readonly TimeRange[];
    familyId: string;
    params: Readonly<Record<string, string | number | boolean>>;
    budget: AlertBudget;
    drills?: boolean;
    search?: boolean;
    regimes?: RegimePlan | null;
    regimeFit?: RegimeFit;
    features?: FeatureWish;
  },
  run: FitRun,
): { trained: TrainedHealth | null; findings: Finding[] } {
  run.tick(0, 1, "preparing");
  const { preparation: found, findings } = fitPreparation(frame, reference, features);
  const plan = regimes ?? proposeRegimes(frame, found, reference).plan;
  const withPlan: Preparation = plan.regimes.length > 0 ? { ...found, regimes: plan } : found;
  const inside = rangeRows(frame.time, reference);
  // Beside the log only the reference stands in memory, prepared; the rest is scored block by block.
  const withAllTags = prepareSpans(withPlan, frame, inside.length > 0 ? [{ from: inside[0]!, to: inside.at(-1)! + 1 }] : []);
  const rows = inside.filter((row) => withAllTags.columns.every(({ values }) => Number.isFinite(values[row]!)));
  const varying = withoutConstants(withPlan, withAllTags, rows);
  const preparation: Preparation = { ...varying, seen: seenConditions(withAllTags, rows, plan.tags) };
  const prepared = { ...withAllTags, columns: withAllTags.columns.filter(({ tag }) => preparation.tags.includes(tag)) };
  const train = runFrames(prepared, rows, preparation.gapMs);
  const size = { rows: rows.length, tags: prepared.columns.length };
  const asked = familyId === recommendedFamily ? comparedFamilies(size, run.tensors) : [familyById(familyId)];
  const settings = asked.map((family) => family.params.parse(asked.length > 1 ? {} : params));

  const blocking = (some: readonly Finding[]) => some.some((f) => f.severity === "blocking");
  const lacks = asked.map((family, k) => family.sufficiency(train, settings[k]));
  const usable = asked.map((_, k) => k).filter((k) => !blocking(lacks[k]!));
  findings.push(...lacks[usable[0] ?? 0]!, ...referenceFindings(frame.time, inside, reference, preparation));
  if (blocking(findings)) return { trained: null, findings };

  const wishOf = (k: number) => ({
    family: asked[k]!,
    params: settings[k],
    frame,
    prepared,
    preparation,
    rows,
    reference,
    budget,
    drills: drills || search || asked.length > 1,
  });
  const proofs: ProvenFamily[] = [];
  for (const [place, k] of usable.entries()) {
    // Where the budget is not proven no kind is taken for its drills, and networks, the last in the row, learn longest.
    if (asked[k]!.work && proofs.some(({ limit }) => limit.method === "bounded")) break;
    const part = { from: 0.05 + (0.45 * place) / usable.length, to: 0.05 + (0.45 * (place + 1)) / usable.length };
    proofs.push(proveFamily(wishOf(k), partOfRun(run, part)));
  }
  const best = asked.length > 1 ? chooseFamily(proofs) : 0;
  const family = asked[usable[best]!]!;
  const searched = search
    ? searchParams({ wish: wishOf(usable[best]!), proof: proofs[best]! }, partOfRun(run, { from: 0.5, to: 0.6, note: "settings" }))
    : { params: settings[usable[best]!], proof: proofs[best]!, tried: [], findings: [] };
  const chosen = searched.params;
  // A network learns the regimes by itself, and a fit per regime and held-out block takes long: only where a person asks for it.
  const regimeFitOf = regimeFit === "proven" && family.work ? "common" : regimeFit;
  const following = proveRegimes(
    searched.proof,
    { family, params: chosen, frame, prepared, preparation, rows, reference, budget, drills: true, plan, fit: regimeFitOf },
    partOfRun(run, { from: 0.6, to: 0.71, note: "regimes" }),
  );
  const { heldOut, limit: provenLimit, traces } = following.proof;
  const fitted = following.family.fit(train, chosen, partOfRun(run, { from: 0.71, to: 0.82, note: "fitting" }));
  const state = withAlignment(fitted, following);
  const unseen = new UnseenTally(preparation);
  const scored = scoreLog(
    { preparation, family: following.family, state },
    frame,
    partOfRun(run, { from: 0.83, to: 0.95, note: "scoring" }),
    (block, first) => unseen.add(block, first),
  );
  run.tick(0.96, 1, "limit");
  const saved = serializeHealth({
    preparation,
    family,
    state,
    ...(following.fit === "common" ? {} : { family: following.family, regimes: following.fit }),
  });
  const { limit, findings: limitFindings } = limitForBudget({ saved, time: frame.time, heldOut, reference, budget });
  const statistics: Record<string, StatisticSummary> = { score: summary(heldOut, rows) };
  for (const [name, values] of Object.entries(scored.statistics)) statistics[name] = summary(values, rows);
  if (asked.length > 1) findings.push(...recommendationFindings(proofs, best, budget.alertsPerWeek));
  findings.push(...searched.findings);
  const card = regimeCard(following, state, { preparation, prepared, rows, limit });
  if (card) findings.push(...fitFindings(following, card.fitted, budget.alertsPerWeek, regimeFit === "proven"));
  findings.push(...coverFindings(plan, regimeCover(preparation, frame, inside)), ...unseen.findings());
  findings.push(...drillExamples(traces, provenLimit.value, frame, rows));
  run.tick(1, 1);
  return {
    trained: {
      saved,
      familyId: family.id,
      drills: [following.proof, ...proofs.filter((_, k) => k !== best)].flatMap((proof) => (proof.drills ? [proof.drills] : [])),
      ...scored,
      heldOut,
      limit,
      card: {
        tags: tagsRead(saved),
        rows: rows.length,
        features: featureCard(preparation, card),
        statistics,
        facts: following.family.facts?.(state) ?? {},
        params: chosen as HealthModel["params"],
        ...(searched.tried.length > 0 ? { settingsTried: searched.tried } : {}),
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

function featureCard(
  { intervalMs, gapMs, smoothing, ewmaSpan, operating, settlingMs, leftOut }: Preparation,
  regimes: RegimeCard | undefined,
): FeatureCard {
  return {
    intervalMs,
    gapMs,
    smoothingMs: smoothing > 1 ? (ewmaSpan ?? smoothing) * intervalMs : 0,
    ...(ewmaSpan === undefined ? {} : { weights: "ewma" as const }),
    operating: operating.map((o) => ({ ...o })),
    settlingMs,
    leftOut: leftOut.map((l) => ({ ...l })),
    ...(regimes ? { regimes } : {}),
  };
}

import type { BaselinePeriod, EfficiencyModel } from "#shared/domain/efficiency.ts";
import type { Finding } from "#shared/domain/finding.ts";
import type { Frame } from "#shared/domain/frame.ts";
import type { KpiDefinition } from "#shared/domain/kpi.ts";
import { formatDuration } from "#shared/units/format-duration.ts";
import type { FitRun, SavedState } from "../models/family.ts";
import { linear } from "../models/linear.ts";
import { targetTag } from "../models/target.ts";
import { completeRows } from "../signal/complete-rows.ts";
import { median } from "../signal/median.ts";
import { againstDirections } from "./against-directions.ts";
import { candidates } from "./candidates.ts";
import { type CrossValidation, crossValidate, simplestGood } from "./cross-validate.ts";
import { driftOf } from "./drift.ts";
import { efficiencyFinding } from "./efficiency-finding.ts";
import { blockFolds } from "./folds.ts";
import { kpiMeaning } from "./kpi-meaning.ts";
import { lossBlocks } from "./loss-blocks.ts";
import { meanShares } from "./mean-shares.ts";
import { isInOrder } from "./order.ts";
import { rowsOf } from "./rows-of.ts";
import { saveEfficiency } from "./saved-efficiency.ts";
import { seenRange } from "./seen-range.ts";
import { staticLevels } from "./static-factors.ts";
import { stepsOf } from "./steps.ts";
import { onlyInputs, tellingInputs } from "./telling-inputs.ts";
import { usableSteps } from "./usable-steps.ts";

/** What the card of the model says that only the fit can know. */
export type EfficiencyCard = Pick<
  EfficiencyModel,
  "familyId" | "candidates" | "error" | "baselineMean" | "inputs" | "shares" | "excessUnit" | "findings"
>;

/** What was expected of steps of the baseline by models that had not seen them. */
export interface UnseenSteps {
  /** [steps] start, ms UTC. */
  readonly time: Float64Array;
  /** [steps] unit of the KPI. */
  readonly expected: Float64Array;
}

const foldCount = 5;
const fewestSteps = 50;
// A month of hours: enough to see weekdays and weekends several times.
const advisedSteps = 500;
// IPMVP practice and LBNL's reading of ASHRAE Guideline 14.
const acceptedCvRmse = 0.25;

/**
 * Learns what the KPI should be from the baseline period: averages over steps, lets the model families compete on stretches they have
 * not seen, keeps the simplest good one and fits it on all.
 * @param frame rows with all tags of the KPI (`kpiTags`); may reach beyond the baseline period.
 * @returns nothing fitted where a finding blocks. Same frame, KPI, period and seed: the same bytes.
 */
export function fitEfficiency(
  { frame, kpi, baseline }: { frame: Frame; kpi: KpiDefinition; baseline: BaselinePeriod },
  run: FitRun,
): { fitted: { saved: SavedState; card: EfficiencyCard; unseen: UnseenSteps } | undefined; findings: Finding[] } {
  const { meaning, findings } = kpiMeaning(kpi, frame.columns);
  const refused = { fitted: undefined, findings };
  if (!meaning) return refused;

  const steps = stepsOf(frame, meaning, kpi.relevantVariables, baseline.ranges, kpi.resolutionMs);
  const usable = usableSteps(steps.measured, findings);
  const step = formatDuration(steps.stepMs);
  const varying = kpi.relevantVariables.flatMap((tag, j) => (varies(steps.inputs[j]!, usable) ? [{ tag, values: steps.inputs[j]! }] : []));
  for (const tag of kpi.relevantVariables)
    if (!varying.some((input) => input.tag === tag)) findings.push(efficiencyFinding("efficiency.input-constant", "note", { tag }));
  const complete = completeRows([...varying.map((input) => Float64Array.from(usable, (i) => input.values[i]!))]).length;
  if (complete < fewestSteps || varying.length === 0) {
    const code = varying.length === 0 && usable.length >= fewestSteps ? "efficiency.no-inputs" : "efficiency.too-few-steps";
    findings.push(efficiencyFinding(code, "blocking", { steps: complete, needed: fewestSteps, step }));
    return refused;
  }
  if (complete < advisedSteps)
    findings.push(efficiencyFinding("efficiency.few-steps", "warning", { steps: complete, advised: advisedSteps, step }));

  const column = (tag: string, values: Float64Array) => ({ tag, unit: "", values });
  const all: Frame = {
    time: steps.time,
    columns: [
      ...varying.map(({ tag, values }) => column(tag, values)),
      column(targetTag, steps.measured),
      column("(throughput)", steps.throughput),
    ],
  };
  const rows = rowsOf(all, usable);
  const throughput = rows.columns.at(-1)!.values;
  const known: Frame = { time: rows.time, columns: rows.columns.slice(0, -1) };
  const measured = known.columns.at(-1)!.values;
  const inOrder = isInOrder(known.columns.map((c) => c.values));
  if (!inOrder) findings.push(efficiencyFinding("efficiency.rows-unordered", "note"));

  const folds = blockFolds(known.time, foldCount, inOrder);
  const scheme = inOrder ? "time-blocks" : "row-blocks";
  const list = candidates(run.tensors !== undefined, kpi.directions);
  const part = (k: number): FitRun => ({
    ...run,
    tick: (done, total, note) => run.tick(k + done / (total || 1), list.length + 1, note),
  });
  const every = varying.map((input) => input.tag);
  // Curves see every bend, so what tells them nothing tells lines nothing.
  const telling = tellingInputs(list.find(({ family }) => family.id === linear.id)!, known, inOrder, part(0));
  const tried = list.flatMap((candidate, k) => {
    const tags = candidate.choosesInputs ? telling : every;
    const result = crossValidate(candidate, onlyInputs(known, tags), folds, scheme, part(k));
    return result ? [{ tags, family: candidate.family, ...result }] : [];
  });
  if (tried.length === 0) {
    findings.push(efficiencyFinding("efficiency.too-few-steps", "blocking", { steps: complete, needed: fewestSteps, step }));
    return refused;
  }
  const fitOf = ({ family, tags, params }: (typeof tried)[number]): unknown =>
    family.fit([onlyInputs(known, tags)], params, part(list.length));
  const directions = kpi.directions ?? {};
  const against = tried.map((one) =>
    Object.keys(directions).length === 0 ? [] : againstDirections(one.family, fitOf(one), onlyInputs(known, one.tags), directions),
  );
  const lawful = tried.filter((_, k) => against[k]!.length === 0);
  if (lawful.length < tried.length)
    findings.push(
      efficiencyFinding("efficiency.against-knowledge", "note", {
        count: tried.length - lawful.length,
        tried: tried.length,
        tags: [...new Set(against.flat())].join(", "),
      }),
    );
  const chosen = simplestGood(lawful.length > 0 ? lawful : tried);
  const { family } = chosen;
  const taken = onlyInputs(known, chosen.tags);
  const state = fitOf(chosen);
  for (const tag of every) if (!chosen.tags.includes(tag)) findings.push(efficiencyFinding("efficiency.input-silent", "note", { tag }));

  const inputs = taken.columns.slice(0, -1);
  const seen = seenRange(inputs.map((c) => c.values));
  const sign = kpi.better === "lower" ? 1 : -1;
  const residual = measured.map((m, i) => sign * (m - chosen.expected[i]!) * throughput[i]!);
  const unseen = lossBlocks(
    known.time,
    residual,
    chosen.expected.map((e, i) => e * throughput[i]!),
    inOrder,
  );
  findings.push(...errorFindings(kpi, chosen, lawful.length > 0 ? lawful : tried));
  const drift = inOrder ? driftOf(unseen) : undefined;
  if (drift !== undefined) findings.push(efficiencyFinding("efficiency.drift", "warning", { percent: rounded(100 * sign * drift) }));

  const saved = saveEfficiency({
    kpi,
    baseline: baseline.ranges,
    inputs: inputs.map((c) => c.tag),
    inOrder,
    family,
    state,
    sigmaScale: sigmaScale(family.score(state, taken), chosen.error.rmse),
    seen,
    statics: staticLevels(kpi, frame, baseline.ranges),
    unseen,
    seed: run.seed,
  });
  const card: EfficiencyCard = {
    familyId: family.id,
    candidates: tried.map(({ familyId, error, spread }, k) => ({
      familyId,
      error,
      spread,
      ...(against[k]!.length > 0 ? { setAside: against[k]! } : {}),
    })),
    error: chosen.error,
    baselineMean: weightedMean(measured, throughput),
    inputs: inputs.map(({ tag }, j) => ({
      tag,
      unit: frame.columns.find((c) => c.tag === tag)!.unit,
      low: seen.low[j]!,
      high: seen.high[j]!,
    })),
    shares: meanShares(
      inputs.map((c) => c.tag),
      known.time.length,
      (row) => family.explain(state, taken, row),
    ),
    excessUnit: meaning.excessUnit,
    findings,
  };
  run.tick(1, 1);
  return { fitted: { saved, card, unseen: { time: known.time, expected: chosen.expected } }, findings };
}

function varies(values: Float64Array, rows: Int32Array): boolean {
  const finite = Array.from(rows, (i) => values[i]!).filter((v) => Number.isFinite(v));
  return finite.some((v) => v !== finite[0]);
}

function errorFindings(kpi: KpiDefinition, chosen: CrossValidation, tried: readonly CrossValidation[]): Finding[] {
  const { error } = chosen;
  const percent = rounded(100 * error.cvRmse);
  const findings = [
    efficiencyFinding("efficiency.error-words", "note", {
      percent,
      rmse: rounded(error.rmse),
      unit: kpi.unit,
      n: error.n,
      folds: error.folds,
    }),
  ];
  const best = tried.reduce((a, b) => (b.error.rmse < a.error.rmse ? b : a));
  if (best !== chosen)
    findings.push(
      efficiencyFinding("efficiency.simpler-kept", "note", {
        simpleError: rounded(error.rmse),
        otherError: rounded(best.error.rmse),
        unit: kpi.unit,
      }),
    );
  if (error.r2 <= 0) findings.push(efficiencyFinding("efficiency.no-better-than-mean", "warning"));
  if (error.cvRmse > acceptedCvRmse)
    findings.push(efficiencyFinding("efficiency.fit-poor", "warning", { percent, limit: 100 * acceptedCvRmse }));
  return findings;
}

function sigmaScale(answer: { kind: string; sigma?: Float64Array }, rmse: number): number {
  const own = (answer.sigma ?? new Float64Array(0)).filter((s) => s > 0);
  const typical = median(own);
  return typical > 0 ? rmse / typical : 1;
}

function weightedMean(values: Float64Array, weights: Float64Array): number {
  let [sum, weight] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    sum += values[i]! * weights[i]!;
    weight += weights[i]!;
  }
  return sum / weight;
}

const rounded = (value: number): number => Number(value.toPrecision(3));

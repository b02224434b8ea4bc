import type { EfficiencyResult, ReportingPeriod } from "#shared/domain/efficiency.ts";
import type { Finding } from "#shared/domain/finding.ts";
import type { Frame } from "#shared/domain/frame.ts";
import { ProblemError } from "#shared/domain/problem.ts";
import type { Run } from "#shared/domain/run.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import type { SavedState } from "../models/family.ts";
import { dailyLosses } from "./daily-losses.ts";
import { efficiencyFinding } from "./efficiency-finding.ts";
import { kpiMeaning } from "./kpi-meaning.ts";
import { chanceInterval, lossBlocks } from "./loss-blocks.ts";
import { loadEfficiency } from "./saved-efficiency.ts";
import { outsideOf } from "./seen-range.ts";
import { staticChanges } from "./static-factors.ts";
import { stepsOf } from "./steps.ts";

const level = 0.9;
const leastCoverage = 0.8;
const mostExtrapolated = 0.05;
const mostStaticChange = 0.05;

/**
 * Holds a reporting period against the expectation. A loss is positive where the plant did worse than expected, whichever way its KPI
 * counts; it is a percent of expected, weighted by throughput.
 * @param frame rows with all tags of the KPI; may reach beyond the reporting period.
 * @throws the blocking finding as a problem where the frame does not have what the KPI needs; `model.unreadable`.
 */
export function rateEfficiency(
  { saved, frame, reporting }: { saved: SavedState; frame: Frame; reporting: ReportingPeriod },
  run: Run,
): EfficiencyResult {
  const fitted = loadEfficiency(saved);
  const { kpi } = fitted;
  const { meaning, findings: understood } = kpiMeaning(kpi, frame.columns);
  if (!meaning) throw new ProblemError(understood.find((f) => f.severity === "blocking")!);
  const findings: Finding[] = [];

  const steps = stepsOf(frame, meaning, fitted.inputs, reporting.ranges, kpi.resolutionMs);
  const { time, measured, throughput } = steps;
  const n = time.length;
  const inputs: Frame = { time, columns: fitted.inputs.map((tag, j) => ({ tag, unit: "", values: steps.inputs[j]! })) };
  const answer = fitted.family.score(fitted.state, inputs);
  if (answer.kind !== "efficiency") throw new Error(`The family ${fitted.family.id} has no expectation.`);
  run.tick(1, 3);
  const { outside, beyond, refused } = outsideOf(fitted.seen, steps.inputs, n);
  const expected = answer.expected.map((e, i) => (refused[i] === 1 ? Number.NaN : e));
  const sigma = answer.sigma.map((s, i) => (refused[i] === 1 ? Number.NaN : s * fitted.sigmaScale));

  const sign = kpi.better === "lower" ? 1 : -1;
  const loss = measured.map((m, i) => sign * (m - expected[i]!) * throughput[i]!);
  const amount = expected.map((e, i) => (Number.isNaN(loss[i]!) ? Number.NaN : e * throughput[i]!));
  const excess = loss.map((l) => l * meaning.excessScale);
  const cumulative = new Float64Array(n);
  let running = 0;
  for (let i = 0; i < n; i++) {
    if (!Number.isNaN(excess[i]!)) running += excess[i]!;
    cumulative[i] = running;
  }

  const judged = Int32Array.from(time.keys()).filter((i) => !Number.isNaN(loss[i]!));
  const sum = (of: Float64Array): number => judged.reduce((total, i) => total + of[i]!, 0);
  const [lost, expectedSum, throughputSum] = [sum(loss), sum(amount), sum(throughput)];
  const share = lost / expectedSum;
  const blocks = lossBlocks(time, loss, amount, fitted.inOrder).loss.length;
  const chance = chanceInterval(fitted.unseen, blocks, level, fitted.seed);
  const toExcess = expectedSum * meaning.excessScale;
  const counted = n - steps.stood.reduce((a, b) => a + b, 0);
  const coverage = counted > 0 ? judged.length / counted : Number.NaN;
  const extrapolatedShare = judged.reduce((total, i) => total + (outside[i] === 1 ? 1 : 0), 0) / judged.length;
  run.tick(2, 3);

  const result: EfficiencyResult = {
    kpiId: kpi.id,
    unit: kpi.unit,
    excessUnit: meaning.excessUnit,
    reportingPeriod: reporting,
    stepMs: steps.stepMs,
    steps: { time, measured, expected, sigma, excess, cumulative, extrapolated: outside },
    daily: dailyLosses(steps, loss, amount, meaning.excessScale),
    totals: {
      measured: (expectedSum + sign * lost) / throughputSum,
      expected: expectedSum / throughputSum,
      lossPercent: 100 * share,
      lossPercentInterval: { low: 100 * (share + chance.low), high: 100 * (share + chance.high), level },
      excess: lost * meaning.excessScale,
      excessInterval: { low: (share + chance.low) * toExcess, high: (share + chance.high) * toExcess, level },
      expectedAmount: toExcess,
      throughput: throughputSum,
      throughputUnit: meaning.throughputUnit,
      hours: sum(steps.hours),
      coverage,
      extrapolatedShare,
    },
    findings,
  };

  if (judged.length === 0) findings.push(efficiencyFinding("efficiency.nothing-judged", "warning"));
  const shared = overlap(reporting.ranges, fitted.baseline);
  if (shared > 0) findings.push(efficiencyFinding("efficiency.period-overlaps", "warning", { percent: rounded(100 * shared) }));
  if (coverage < leastCoverage)
    findings.push(efficiencyFinding("efficiency.coverage-low", "warning", { percent: rounded(100 * coverage) }));
  const most = beyond.indexOf(Math.max(...beyond));
  const far = refused.reduce((total, r, i) => total + (r === 1 && !Number.isNaN(measured[i]!) ? 1 : 0), 0);
  if (far > 0)
    findings.push(
      efficiencyFinding("efficiency.refused", far / counted > mostExtrapolated ? "warning" : "note", {
        steps: far,
        percent: rounded((100 * far) / counted),
        tag: fitted.inputs[most] ?? "",
      }),
    );
  if (extrapolatedShare > mostExtrapolated) {
    findings.push(
      efficiencyFinding("efficiency.extrapolated", "warning", {
        percent: rounded(100 * extrapolatedShare),
        tag: fitted.inputs[most] ?? "",
      }),
    );
  }
  for (const [k, share] of staticChanges(kpi, fitted.statics, frame, reporting.ranges).entries())
    if (share > mostStaticChange)
      findings.push(
        efficiencyFinding("efficiency.static-factor", "warning", { name: kpi.staticFactors![k]!.name, percent: rounded(100 * share) }),
      );
  const { low, high } = result.totals.lossPercentInterval;
  if (low < 0 && high > 0)
    findings.push(
      efficiencyFinding("efficiency.loss-unclear", "note", {
        loss: rounded(100 * share),
        level: 100 * level,
        low: rounded(low),
        high: rounded(high),
      }),
    );
  run.tick(3, 3);
  return result;
}

/** Share of the first ranges that lies in the second ones. */
function overlap(of: readonly TimeRange[], others: readonly TimeRange[]): number {
  const length = of.reduce((sum, { from, to }) => sum + to - from, 0);
  let shared = 0;
  for (const a of of) for (const b of others) shared += Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));
  return length > 0 ? shared / length : 0;
}

const rounded = (value: number): number => Number(value.toPrecision(3));

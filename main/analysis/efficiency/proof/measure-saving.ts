import type { Finding } from "#shared/domain/finding.ts";
import type { AvoidedEnergy, Baseline, LockedBaseline, MeterRows, ProofVerdict, ReportingPlan } from "#shared/domain/proof.ts";
import type { Run } from "#shared/domain/run.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { completeRows } from "../../signal/complete-rows.ts";
import { rowsIn } from "../baseline/rows-in.ts";
import { baselineNoise } from "./baseline-noise.ts";
import { cumulativeSaving } from "./cumulative-saving.ts";
import { designColumns } from "./design-columns.ts";
import { driverRange } from "./driver-range.ts";
import { proofFinding } from "./proof-finding.ts";
import { isProven, type SavingIntervals, savingIntervals } from "./saving-intervals.ts";

const level = 0.9;
const fewestRows = 3;
// What the loss board warns of as well; beyond a fifth the total rests on guesses.
const flaggedOutside = 0.05;
const refusedOutside = 0.2;
const mostMissing = 0.1;

/**
 * Avoided energy of a reporting period against a locked baseline (IPMVP, avoided energy; ASHRAE Guideline 14, whole building), with
 * intervals that know the memory of the noise and a verdict.
 * @param rows readings with the baseline's drivers; may reach beyond the period.
 * @returns NaN where nothing can be said, and then the reason as a blocking finding. Same input and seed: the same answer.
 */
export function measureSaving(
  { locked, rows, plan }: { locked: LockedBaseline; rows: MeterRows; plan: ReportingPlan },
  run: Run,
): AvoidedEnergy {
  const { baseline } = locked;
  const findings: Finding[] = [];
  const all = rowsIn(rows, plan.period.ranges, []);
  const counted = complete(rowsIn(rows, plan.period.ranges, plan.exclusions), baseline);
  const kept = rowsIn(rows, plan.period.ranges, plan.exclusions).time.length;
  const n = counted.time.length;
  const noise = baselineNoise(baseline);
  run.tick(1, 3);
  const design = designColumns(baseline, counted);
  const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);
  const saving = design.expected.map((e, i) => e - counted.energy[i]!);
  // An adjustment of a time without a reading that counts adjusts nothing.
  const adjusting = plan.adjustments.filter(({ range }) => counted.time.some((t) => t >= range.from && t < range.to));
  const spread = adjusting.map(({ range, amount, standardError }) => ({
    amount,
    standardError,
    rows: Int32Array.from(counted.time.keys()).filter((i) => counted.time[i]! >= range.from && counted.time[i]! < range.to),
  }));
  const adjustments = adjusting.reduce((total, a) => total + a.amount, 0);
  const adjustmentError = Math.sqrt(adjusting.reduce((total, a) => total + a.standardError ** 2, 0));
  const [measured, expected] = [sum(counted.energy), sum(design.expected)];
  const avoided = n > 0 ? expected + adjustments - measured : Number.NaN;
  const asPercent = (amount: number): number => (100 * amount) / (expected + adjustments);
  const intervals = savingIntervals({ noise, baseline }, { time: counted.time, design, avoided, adjustmentError }, level, run.seed);
  run.tick(2, 3);

  const { outside: _, ...outside } = driverRange(baseline, counted);
  const exclusionEffects = plan.exclusions.map(({ range, reason }) => {
    const left = complete(rowsIn(all, [range], []), baseline);
    return { reason, rows: left.time.length, avoided: sum(designColumns(baseline, left).expected) - sum(left.energy) };
  });
  for (const { reason, rows: left, avoided: effect } of exclusionEffects)
    findings.push(proofFinding("proof.excluded", "note", { reason, rows: left, avoided: rounded(effect), unit: baseline.meter.unit }));
  for (const { reason, amount, standardError } of adjusting)
    findings.push(
      proofFinding("proof.adjusted", "note", { reason, amount: rounded(amount), error: rounded(standardError), unit: baseline.meter.unit }),
    );
  const correlation = noise.chance ? noise.chance.likely.correlation * (1 - noise.chance.likely.fresh) : Number.NaN;
  const grains = noise.chance?.noise.filter((v) => !Number.isNaN(v)).length ?? 0;
  const independentGrains = (grains * (1 - correlation)) / (1 + correlation);
  if (correlation > 0.1)
    findings.push(
      proofFinding("proof.memory", "note", {
        correlation: rounded(correlation),
        grains,
        independent: Math.max(1, Math.round(independentGrains)),
      }),
    );
  const missing = kept > 0 ? (kept - n) / kept : 0;
  if (missing > mostMissing) findings.push(proofFinding("proof.readings-missing", "warning", { percent: rounded(100 * missing) }));
  if (outside.share > flaggedOutside && outside.share <= refusedOutside)
    findings.push(proofFinding("proof.outside-range", "warning", { percent: rounded(100 * outside.share), tag: worst(outside.drivers) }));
  findings.push(...blocking({ baseline, plan, n, outside, known: noise.chance !== undefined }));

  const percents = { low: asPercent(intervals.robust.low), high: asPercent(intervals.robust.high) };
  const verdict = verdictOf(avoided, intervals, findings);
  findings.push(...reasons(verdict, avoided, asPercent(avoided), percents, intervals, baseline.meter.unit));
  const result: AvoidedEnergy = {
    unit: baseline.meter.unit,
    baselineSha256: locked.sha256,
    plan,
    rows: n,
    missingRows: kept - n,
    measured: n > 0 ? measured : Number.NaN,
    expected: n > 0 ? expected : Number.NaN,
    adjustments,
    avoided,
    percent: asPercent(avoided),
    level,
    intervals: { robust: intervals.robust, bootstrap: intervals.bootstrap, guideline: intervals.guideline },
    percentInterval: percents,
    exclusionEffects,
    outside,
    noise: { grainMs: noise.chance?.grains.grainMs ?? baseline.meter.intervalMs, correlation, independentGrains },
    cumulative: cumulativeSaving(noise.chance, { added: { ...design, time: counted.time }, saving, adjustments: spread }, level),
    verdict,
    findings,
  };
  run.tick(3, 3);
  return result;
}

/** The rows with a reading and every driver of the baseline. */
function complete(rows: MeterRows, baseline: Baseline): MeterRows {
  const drivers = baseline.drivers.map(({ tag, unit }) => ({
    tag,
    unit,
    values: rows.drivers.find((d) => d.tag === tag)?.values ?? new Float64Array(rows.time.length).fill(Number.NaN),
  }));
  const usable = completeRows([rows.energy, ...drivers.map((d) => d.values)]);
  const pick = (values: Float64Array): Float64Array => Float64Array.from(usable, (i) => values[i]!);
  return { time: pick(rows.time), energy: pick(rows.energy), drivers: drivers.map((d) => ({ ...d, values: pick(d.values) })) };
}

function blocking({
  baseline,
  plan,
  n,
  outside,
  known,
}: {
  baseline: Baseline;
  plan: ReportingPlan;
  n: number;
  outside: Pick<AvoidedEnergy["outside"], "share" | "drivers">;
  known: boolean;
}): Finding[] {
  const findings: Finding[] = [];
  if (n < fewestRows) findings.push(proofFinding("proof.too-few-readings", "blocking", { rows: n, needed: fewestRows }));
  if (!known) findings.push(proofFinding("proof.noise-unknown", "blocking"));
  const shared = overlap(plan.period.ranges, baseline.period.ranges);
  if (shared > 0) findings.push(proofFinding("proof.periods-overlap", "blocking", { percent: rounded(100 * shared) }));
  if (outside.share > refusedOutside)
    findings.push(
      proofFinding("proof.outside-refused", "blocking", {
        percent: rounded(100 * outside.share),
        tag: worst(outside.drivers),
        limit: 100 * refusedOutside,
      }),
    );
  return findings;
}

function verdictOf(avoided: number, intervals: SavingIntervals, findings: readonly Finding[]): ProofVerdict {
  if (findings.some((f) => f.severity === "blocking")) return "cannot-be-tested";
  return isProven(avoided, intervals) ? "proven" : "not-proven";
}

function reasons(
  verdict: ProofVerdict,
  avoided: number,
  percent: number,
  percents: { low: number; high: number },
  intervals: SavingIntervals,
  unit: string,
): Finding[] {
  if (verdict === "cannot-be-tested") return [proofFinding("proof.cannot-be-tested", "warning")];
  const data = {
    percent: rounded(percent),
    avoided: rounded(avoided),
    unit,
    low: rounded(percents.low),
    high: rounded(percents.high),
    level: 100 * level,
  };
  if (verdict === "proven") return [proofFinding("proof.proven", "note", data)];
  if (intervals.robust.high < 0)
    return [
      proofFinding("proof.use-rose", "warning", {
        ...data,
        percent: rounded(-percent),
        low: rounded(-percents.high),
        high: rounded(-percents.low),
      }),
    ];
  const findings: Finding[] = [];
  if (!(intervals.robust.low > 0)) findings.push(proofFinding("proof.interval-holds-zero", "warning", data));
  else if (!(intervals.bootstrap.low > 0)) findings.push(proofFinding("proof.bootstrap-holds-zero", "warning"));
  const share = intervals.uncertainty68 / avoided;
  if (avoided > 0 && share > 0.5) findings.push(proofFinding("proof.too-uncertain", "warning", { share: rounded(100 * share) }));
  return findings;
}

const worst = (drivers: readonly { tag: string; share: number }[]): string =>
  drivers.reduce((a, b) => (b.share > a.share ? b : a), drivers[0] ?? { tag: "", share: 0 }).tag;

/** Share of the first ranges that lies in the second ones. */
function overlap(of: readonly TimeRange[], others: readonly TimeRange[]): number {
  const length = of.reduce((total, { from, to }) => total + to - from, 0);
  let shared = 0;
  for (const a of of) for (const b of others) shared += Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));
  return length > 0 ? shared / length : 0;
}

const rounded = (value: number): number => Number(value.toPrecision(3));

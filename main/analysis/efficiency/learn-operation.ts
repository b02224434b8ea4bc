import type { BaselinePeriod, ReportingPeriod } from "#shared/domain/efficiency.ts";
import type { Frame } from "#shared/domain/frame.ts";
import type { FitRun, SavedState } from "../models/family.ts";
import { linear } from "../models/linear.ts";
import type { AnyFamily } from "../models/registry.ts";
import { targetTag } from "../models/target.ts";
import { completeRows } from "../signal/complete-rows.ts";
import { candidates } from "./candidates.ts";
import { changePointLines } from "./change-point-lines.ts";
import { crossValidate } from "./cross-validate.ts";
import { expectationFamily } from "./expectation-families.ts";
import type { UnseenSteps } from "./fit-efficiency.ts";
import { blockFolds } from "./folds.ts";
import { kpiMeaning } from "./kpi-meaning.ts";
import { meanShares } from "./mean-shares.ts";
import type { LearnedExpectation, Operation } from "./operation.ts";
import { isInOrder } from "./order.ts";
import { rowsOf } from "./rows-of.ts";
import { loadEfficiency } from "./saved-efficiency.ts";
import { stepsOf } from "./steps.ts";
import { onlyInputs } from "./telling-inputs.ts";
import { usableSteps } from "./usable-steps.ts";

const foldCount = 5;
const fewestRows = 50;
// Likeness is looked up row by row: more rows, taken evenly, would say no more about the best tenth.
const mostRows = 5000;
const throughputTag = "(throughput)";

/**
 * Learns how the plant was run in the baseline period, with the family of the fitted expectation: the KPI by conditions alone, and by
 * conditions and settings. Conditions are the inputs of the expectation that people cannot set.
 * @param frame rows with all tags of the KPI and its controllable and constraint tags; one that is missing is left out.
 * @param unseen what the fit said of steps it had not seen; where people set none of its inputs, nothing is learned twice.
 * @returns undefined where no condition is left or too few steps have all of them.
 */
export function learnOperation(
  {
    saved,
    unseen,
    frame,
    baseline,
    reporting,
  }: { saved: SavedState; unseen: UnseenSteps; frame: Frame; baseline: BaselinePeriod; reporting: ReportingPeriod },
  run: FitRun,
): Operation | undefined {
  const { kpi, inputs, family, state: fitted } = loadEfficiency(saved);
  const { meaning } = kpiMeaning(kpi, frame.columns);
  if (!meaning) return undefined;
  const has = (tag: string): boolean => frame.columns.some((c) => c.tag === tag);
  const conditions = inputs.filter((tag) => !kpi.controllableTags.includes(tag));
  const settable = kpi.controllableTags.filter(has);
  const constraints = (kpi.constraintTags ?? []).filter((tag) => has(tag) && !conditions.includes(tag) && !settable.includes(tag));
  if (conditions.length === 0) return undefined;

  const wanted = [...conditions, ...settable, ...constraints];
  const steps = stepsOf(frame, meaning, wanted, baseline.ranges, kpi.resolutionMs);
  const usable = usableSteps(steps.measured, []);
  const at = (rows: Int32Array, values: Float64Array): Float64Array => Float64Array.from(rows, (row) => values[row]!);
  const settings = settable.filter((tag) => new Set(at(usable, steps.inputs[wanted.indexOf(tag)]!).filter(Number.isFinite)).size > 1);
  const needed = [...conditions, ...settings].map((tag) => at(usable, steps.inputs[wanted.indexOf(tag)]!));
  const complete = completeRows(needed);
  if (complete.length < fewestRows) return undefined;
  const stride = Math.max(1, complete.length / mostRows);
  const rows = Int32Array.from({ length: Math.floor(complete.length / stride) }, (_, k) => usable[complete[Math.floor(k * stride)]!]!);

  const column = (tag: string, values: Float64Array) => ({ tag, unit: "", values });
  const known = rowsOf(
    {
      time: steps.time,
      columns: [
        ...wanted.map((tag, j) => column(tag, steps.inputs[j]!)),
        column(targetTag, steps.measured),
        column(throughputTag, steps.throughput),
      ],
    },
    rows,
  );
  const values = Object.fromEntries(known.columns.map((c) => [c.tag, c.values]));
  const inOrder = isInOrder([...conditions.map((tag) => values[tag]!), values[targetTag]!]);
  const learned = (tags: readonly string[], by: AnyFamily, state: unknown, heldOut: Float64Array): LearnedExpectation => {
    const frame = onlyInputs(known, tags);
    const shares = new Map(meanShares(tags, known.time.length, (row) => by.explain(state, frame, row)).map((s) => [s.tag, s.share]));
    return { tags, familyId: by.id, state: by.serialize(state), shares: tags.map((tag) => shares.get(tag)!), unseen: heldOut };
  };
  const learn = (tags: readonly string[], by: AnyFamily, half: number): LearnedExpectation | undefined => {
    const part: FitRun = { ...run, tick: (done, total, note) => run.tick(half + done / (total || 1), 2, note) };
    const frame = onlyInputs(known, tags);
    const candidate = candidates(run.tensors !== undefined, kpi.directions).find((c) => c.family.id === by.id)!;
    const found = crossValidate(candidate, frame, blockFolds(known.time, foldCount, inOrder), inOrder ? "time-blocks" : "row-blocks", part);
    return found && learned(tags, by, candidate.family.fit([frame], found.params, part), found.expected);
  };
  const byConditions =
    conditions.length === inputs.length ? learned(inputs, family, fitted, heldOutAt(known.time, unseen)) : learn(conditions, family, 0);
  if (!byConditions) return undefined;
  // Lines know no interplay: what a setting brings would be the same at every load.
  const withInterplay = family.id === changePointLines.id ? expectationFamily(linear.id) : family;
  const bySettings = settings.length > 0 ? (learn([...conditions, ...settings], withInterplay, 1) ?? null) : null;

  const later = stepsOf(frame, meaning, [...conditions, ...settings], reporting.ranges, kpi.resolutionMs);
  const last = completeRows([...later.inputs, later.measured]).at(-1);
  run.tick(2, 2);
  return {
    better: kpi.better,
    stepMs: steps.stepMs,
    inOrder,
    conditions,
    settings: bySettings ? settings : [],
    constraints,
    units: Object.fromEntries(frame.columns.filter((c) => wanted.includes(c.tag)).map((c) => [c.tag, c.unit])),
    time: known.time,
    measured: values[targetTag]!,
    throughput: values[throughputTag]!,
    values: Object.fromEntries(wanted.map((tag) => [tag, values[tag]!])),
    byConditions,
    bySettings,
    present: last === undefined ? {} : Object.fromEntries([...conditions, ...settings].map((tag, j) => [tag, later.inputs[j]![last]!])),
  };
}

/** [times] what was expected of those steps unseen; NaN where nothing was. */
function heldOutAt(times: Float64Array, { time, expected }: UnseenSteps): Float64Array {
  const at = new Map(Array.from(time, (t, k) => [t, expected[k]!]));
  return times.map((t) => at.get(t) ?? Number.NaN);
}

import { columnOf, type Frame } from "#shared/domain/frame.ts";
import type { Run } from "#shared/domain/run.ts";
import { usualDelays } from "../episodes/delays.ts";
import { sustained } from "../episodes/sustained.ts";
import { type Preparation, prepare } from "../features/preparation.ts";
import type { AnyFamily } from "../models/registry.ts";
import { median } from "../signal/median.ts";
import { faultyValues } from "./drill-fault.ts";
import { type Drill, planDrills, type Stretch } from "./drill-plan.ts";
import type { HeldOutModel } from "./held-out-models.ts";
import { scoreFrame } from "./score-frame.ts";

/** A drill and how a model that had not seen these rows took it. */
export interface DrillTrace {
  readonly drill: Drill;
  /** Robust standard deviation of the tag, in its unit. */
  readonly sigma: number;
  /** [rows of the fault] since its onset, ms. */
  readonly sinceMs: Float64Array;
  /** [rows of the fault] the highest limit that the score has passed for the on-delay; −1 where none. */
  readonly held: Float64Array;
  /** The same of the rows as they were. */
  readonly heldBefore: Float64Array;
}

/**
 * Plants seeded faults into raw rows of the held-out blocks, prepares and scores them like any other rows. The work is bounded by the
 * plan, whatever the length of the log.
 * @param frame the raw log. @param heldOut [rows of the log] scores without any fault.
 * @returns empty where no block has rows enough.
 */
export function drillFamily(
  {
    family,
    models,
    frame,
    preparation,
    heldOut,
  }: { family: AnyFamily; models: readonly HeldOutModel[]; frame: Frame; preparation: Preparation; heldOut: Float64Array },
  run: Run,
): DrillTrace[] {
  const { gapMs, intervalMs, smoothing, tags } = preparation;
  const { onDelayMs } = usualDelays(intervalMs);
  const before = 2 * Math.ceil(onDelayMs / intervalMs); // so that what was there before is known
  const lead = smoothing - 1 + before;
  const stretches = models.flatMap(({ rows, state }, block) => (state === null ? [] : stretchesOf(frame.time, rows, gapMs, block)));
  const drills = planDrills(stretches, tags, lead, run.seed);
  const reference = Int32Array.from(models.flatMap(({ rows }) => [...rows]));
  const quiet: Run = { seed: run.seed, tick: () => {} }; // a drill is scored between two ticks
  const sigmas = new Map(tags.map((tag) => [tag, robustSigma(columnOf(frame, tag).values, reference)]));
  return drills.map((drill, k) => {
    run.tick(k, drills.length, "drills");
    const { state } = models[drill.block]!;
    // What a family looks back on beyond the lead is as it was in the log.
    const first = Math.max(0, drill.from - lead - (family.lookBack ? family.lookBack.rows(state) + smoothing : 0));
    const slice: Frame = {
      time: frame.time.slice(first, drill.to),
      columns: frame.columns.map(({ tag, unit, values }) => ({ tag, unit, values: values.slice(first, drill.to) })),
    };
    const plant = (tag: string, share: number) => {
      const planted = faultyValues({ ...drill, size: share * drill.size }, columnOf(frame, tag).values, sigmas.get(tag)!);
      columnOf(slice, tag).values.set(planted, drill.from - first);
    };
    plant(drill.tag, 1);
    if (drill.fault === "degradation" && drill.companion !== drill.tag) plant(drill.companion, 0.5);
    const { score } = scoreFrame(family, state, prepare(preparation, slice), quiet, drill.from - lead - first);
    const time = frame.time.subarray(drill.from - lead, drill.to);
    const held = (some: Float64Array) => heldLevels(time, some, { from: lead - before, onDelayMs, gapMs }).subarray(before);
    return {
      drill,
      sigma: sigmas.get(drill.tag)!,
      sinceMs: Float64Array.from({ length: drill.to - drill.from }, (_, i) => time[lead + i]! - time[lead]!),
      held: held(score),
      heldBefore: held(heldOut.slice(drill.from - lead, drill.to)),
    };
  });
}

/** [rows from `from` on] −1 where a row has no score, or has not been above any limit for the on-delay. */
function heldLevels(
  time: Float64Array,
  score: Float64Array,
  { from, onDelayMs, gapMs }: { from: number; onDelayMs: number; gapMs: number },
): Float64Array {
  const rows = Int32Array.from(time.keys()).filter((i) => i >= from && !Number.isNaN(score[i]!));
  const known = sustained(
    Float64Array.from(rows, (i) => time[i]!),
    Float64Array.from(rows, (i) => score[i]!),
    onDelayMs,
    gapMs,
  );
  const levels = new Float64Array(time.length - from).fill(-1);
  rows.forEach((row, i) => {
    if (!Number.isNaN(known[i]!)) levels[row - from] = known[i]!;
  });
  return levels;
}

function stretchesOf(time: Float64Array, rows: Int32Array, gapMs: number, block: number): Stretch[] {
  const found: Stretch[] = [];
  let start = 0;
  for (let i = 1; i <= rows.length; i++) {
    if (i < rows.length && rows[i] === rows[i - 1]! + 1 && time[rows[i]!]! - time[rows[i - 1]!]! <= gapMs) continue;
    found.push({ block, from: rows[start]!, to: rows[i - 1]! + 1 });
    start = i;
  }
  return rows.length === 0 ? [] : found;
}

const madToSigma = 1 / 0.6745; // Φ⁻¹(0.75)

/** Of the reference rows; where half of them are equal the plain deviation stands in. */
function robustSigma(values: Float64Array, rows: Int32Array): number {
  const known = Float64Array.from(rows, (row) => values[row]!).filter((v) => !Number.isNaN(v));
  const centre = median(known);
  const sigma = madToSigma * median(known.map((v) => Math.abs(v - centre)));
  if (sigma > 0) return sigma;
  return Math.sqrt(known.reduce((sum, v) => sum + (v - centre) ** 2, 0) / Math.max(1, known.length));
}

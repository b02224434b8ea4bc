import type { Column, Frame } from "#shared/domain/frame.ts";
import { quietRun, type Run } from "#shared/domain/run.ts";
import type { SampleTruth } from "#shared/domain/sample-truth.ts";
import { condition } from "./condition.ts";
import { instrument } from "./instruments.ts";
import { type LogDefects, logDefects } from "./log-defects.ts";
import { type PlantRow, plant } from "./plant.ts";
import type { SamplePlan } from "./sample-plan.ts";
import { sampleTags } from "./sample-tags.ts";
import { sampleTruth } from "./sample-truth.ts";
import { type Scenario, scenario } from "./scenario.ts";
import { applySensorFaults } from "./sensor-faults.ts";

/** The log of the sample plant as it was written, and what is true of it. */
export interface SampleLog {
  /** One row per line of the log, in the order of `sampleTags`; NaN where the log holds a text. Rows lost in gaps are absent. */
  readonly frame: Frame;
  readonly truth: SampleTruth;
  /** Cells of the frame that the log writes as a text. */
  readonly states: readonly { row: number; tag: string; text: string }[];
  /** Row of the frame that the log holds twice. */
  readonly duplicateRow: number;
  /** Row of the frame before which the logger wrote a line of its own. */
  readonly remarkRow: number;
}

/** What one plant did, before any instrument. */
export interface Walk {
  /** [tags][rows] in each tag's unit. */
  readonly columns: readonly Float64Array[];
  /** [rows] input of the drive, kW. */
  readonly power_kW: Float64Array;
  /** [rows] m³/h */
  readonly flow_m3_h: Float64Array;
}

/**
 * The sample plant over the plan: the same bytes for the same plan. The truth comes from a second plant that lives through the same duty,
 * weather and noise without faults.
 * @throws Cancelled once `run` is told to stop.
 */
export function simulate(plan: SamplePlan, run: Run = quietRun(plan.seed)): SampleLog {
  const outside = scenario(plan);
  const rows = outside.time.length;
  const work = plan.faults ? 2 * rows : rows;
  const healthy = walk(plan, outside, false, (done) => run.tick(done, work));
  const real = plan.faults ? walk(plan, outside, true, (done) => run.tick(rows + done, work)) : healthy;
  const read = sampleTags.map((tag, at) => instrument(tag, real.columns[at]!, plan.seed));
  if (plan.faults) applySensorFaults(outside.time, read, outside.calendar.faults);
  const truth = sampleTruth(plan, outside, { ...real, read }, healthy);

  const defects = logDefects(
    plan.seed,
    rows,
    plan.intervalMs,
    sampleTags.map(({ tag }) => tag),
  );
  const kept = rowsOutside(defects.gaps, rows);
  const states = defects.states.map(({ row, tag, text }) => ({ row: kept.indexOf(row), tag, text }));
  const columns = sampleTags.map(({ tag, unit }, at): Column => {
    const values = pick(read[at]!, kept);
    for (const state of states) if (state.tag === tag) values[state.row] = Number.NaN;
    return { tag, unit, values };
  });
  return {
    frame: { time: pick(outside.time, kept), columns },
    truth,
    states,
    duplicateRow: kept.indexOf(defects.duplicate),
    remarkRow: kept.indexOf(defects.remarkRow),
  };
}

function walk(plan: SamplePlan, outside: Scenario, withFaults: boolean, tick: (done: number) => void): Walk {
  const rows = outside.time.length;
  const faults = withFaults ? outside.calendar.faults : [];
  const step = plant(outside, condition(plan.seed, outside.time, outside.stepMs, faults));
  const columns = sampleTags.map(() => new Float64Array(rows));
  const power_kW = new Float64Array(rows);
  const flow_m3_h = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    if (row % 8192 === 0) tick(row);
    const state: PlantRow = step(row);
    for (let at = 0; at < sampleTags.length; at++) columns[at]![row] = sampleTags[at]!.of(state);
    power_kW[row] = state.power_kW;
    flow_m3_h[row] = state.flow_m3_h;
  }
  return { columns, power_kW, flow_m3_h };
}

function rowsOutside(gaps: LogDefects["gaps"], rows: number): Int32Array {
  const lost = new Uint8Array(rows);
  for (const { from, to } of gaps) lost.fill(1, from, to);
  return new Int32Array(rows).map((_, row) => row).filter((row) => lost[row] === 0);
}

function pick(values: Float64Array, rows: Int32Array): Float64Array {
  const picked = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at++) picked[at] = values[rows[at]!]!;
  return picked;
}

import type { BaselinePeriod } from "#shared/domain/efficiency.ts";
import type { Column } from "#shared/domain/frame.ts";
import type { BaselineForm, Meter, MeterRows } from "#shared/domain/proof.ts";
import { fitBaseline } from "../baseline/fit-baseline.ts";
import { baselineNoise } from "./baseline-noise.ts";
import { designColumns } from "./design-columns.ts";
import { isProven, savingIntervals } from "./saving-intervals.ts";

/** A meter of which the truth is known. */
export interface SimulatedMeter {
  readonly meter: Meter;
  /** [rows] of the baseline, then of the reporting period. */
  readonly time: Float64Array;
  readonly drivers: readonly Column[];
  /** Rows of the baseline. */
  readonly cut: number;
  /** [rows] energy without noise and without the measure. */
  readonly expected: Float64Array;
  readonly form: BaselineForm;
  readonly changeDriver: string | null;
  /** As of `fitBaseline`. */
  readonly near?: readonly number[];
}

/** Noise that can be carried on from one moment in several ways. */
export interface NoiseStream {
  /** The noise of the next readings. @returns [time] */
  take(time: Float64Array): Float64Array;
  /** A stream that goes on from here by itself. */
  fork(): NoiseStream;
}

/** Whether the interval held the saving there was, and whether it was said to be proven. */
export interface SimulatedOutcome {
  readonly holds: boolean;
  readonly proven: boolean;
}

const level = 0.9;

/**
 * Learns a baseline from simulated readings as from real ones and measures savings of known size, each in a reporting period of its own
 * that goes on from the same baseline.
 * @param savings shares of the energy, 0.01 is 1 %. @returns one outcome per saving; undefined where no baseline can be learned.
 */
export function simulatedOutcomes(
  { meter, time, drivers, cut, expected, form, changeDriver, near }: SimulatedMeter,
  noise: NoiseStream,
  savings: readonly number[],
  seed: number,
): SimulatedOutcome[] | undefined {
  const part = (from: number, to: number): Omit<MeterRows, "energy"> => ({
    time: time.subarray(from, to),
    drivers: drivers.map((d) => ({ ...d, values: d.values.subarray(from, to) })),
  });
  const before = part(0, cut);
  const drawn = noise.take(before.time);
  const { baseline } = fitBaseline({
    meter,
    rows: { ...before, energy: drawn.map((e, i) => expected[i]! + e) },
    period: { ranges: [{ from: time[0]!, to: time[cut]! }] } as BaselinePeriod,
    exclusions: [],
    changeDriver,
    forms: [form],
    near,
  });
  if (!baseline) return undefined;
  const known = { baseline, noise: baselineNoise(baseline) };
  const after = part(cut, time.length);
  const design = designColumns(baseline, after);
  const truth = expected.subarray(cut).reduce((a, b) => a + b, 0);
  const foreseen = design.expected.reduce((a, b) => a + b, 0);
  const around = savingIntervals(known, { time: after.time, design, avoided: 0, adjustmentError: 0 }, level, seed);
  return savings.map((saving) => {
    const measured =
      truth * (1 - saving) +
      noise
        .fork()
        .take(after.time)
        .reduce((a, b) => a + b, 0);
    const avoided = foreseen - measured;
    const moved = (interval: { low: number; high: number; standardError: number }) => ({
      ...interval,
      low: avoided + interval.low,
      high: avoided + interval.high,
    });
    const intervals = { ...around, robust: moved(around.robust), bootstrap: moved(around.bootstrap) };
    return {
      holds: intervals.robust.low <= saving * truth && saving * truth <= intervals.robust.high,
      proven: isProven(avoided, intervals),
    };
  });
}

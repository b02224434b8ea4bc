import type { FlatRun, TagQuality } from "#shared/domain/quality.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import type { Block } from "./blocks.ts";
import type { Distances } from "./distances.ts";
import type { Rail } from "./extremes.ts";
import type { Ranked } from "./greatest.ts";
import type { OctaveTally } from "./octave-tally.ts";
import type { Beyond, PhysicalLimits } from "./physical-limits.ts";

/** What one pass over the samples of a tag leaves behind: bounded, whatever the number of samples. */
export interface TagFigures {
  readonly tag: string;
  readonly unit: string;
  /** Rows of the log, with a good sample of this tag or without. */
  readonly rows: number;
  readonly valid: number;
  /** Of the log, ms. */
  readonly log: TimeRange;
  /** Time of the first and of the last good sample; NaN without any. */
  readonly from: number;
  readonly to: number;
  readonly states: TagQuality["states"];
  readonly distances: Distances;
  readonly rises: number;
  readonly falls: number;
  readonly runs: { readonly runs: number; readonly single: number; readonly longest: readonly FlatRun[] };
  /** Deviations from the running median that are not zero, and the greatest of them. */
  readonly deviations: OctaveTally;
  readonly leaps: readonly Ranked[];
  /** The greatest changes from one sample to the next. */
  readonly jumps: readonly Ranked[];
  readonly lowest: Rail | undefined;
  readonly highest: Rail | undefined;
  /** The least and the greatest samples, the farthest out first. */
  readonly least: readonly Ranked[];
  readonly greatest: readonly Ranked[];
  readonly limits: PhysicalLimits | undefined;
  readonly beyond: Beyond;
  readonly blocks: readonly Block[];
  /** [≤ 8192] an even choice of the samples, ascending. */
  readonly chosen: Float64Array;
  readonly shape: TagQuality["shape"];
}

import type { SavedState } from "../models/family.ts";

/** An expectation of the KPI with what it said of steps it had not seen. */
export interface LearnedExpectation {
  readonly tags: readonly string[];
  readonly familyId: string;
  readonly state: SavedState;
  /** [tags] how much each moves it; sum 1. */
  readonly shares: readonly number[];
  /** [rows] expected by a model that had not seen the row. */
  readonly unseen: Float64Array;
}

/**
 * How the plant was run in the baseline period, step by step: under which conditions, at which settings, with which result. Plain
 * values, kept beside the model.
 */
export interface Operation {
  readonly better: "lower" | "higher";
  readonly stepMs: number;
  readonly inOrder: boolean;
  /** What the plant has to follow. */
  readonly conditions: readonly string[];
  /** What people can set; none where the KPI names no tag that was set to different values. */
  readonly settings: readonly string[];
  /** What must stay in bounds and is shown beside advice. */
  readonly constraints: readonly string[];
  readonly units: Readonly<Record<string, string>>;
  /** [rows] start of the step, ms UTC; rows with every condition and a KPI. */
  readonly time: Float64Array;
  readonly measured: Float64Array;
  readonly throughput: Float64Array;
  /** By tag [rows]; conditions are never NaN. */
  readonly values: Readonly<Record<string, Float64Array>>;
  /** Expected under the conditions, whatever the settings. */
  readonly byConditions: LearnedExpectation;
  /** Expected under conditions and settings; null without settings. */
  readonly bySettings: LearnedExpectation | null;
  /** By tag: the last step of the reporting period with all conditions and settings; empty where there is none. */
  readonly present: Readonly<Record<string, number>>;
}

import type { z } from "zod";
import type { Finding } from "#shared/domain/finding.ts";
import type { Frame } from "#shared/domain/frame.ts";
import type { Run } from "#shared/domain/run.ts";
import type { Tensors } from "./tensors.ts";

/** One value per row, NaN where undefined. In every family a score grows with abnormality. */
export type Answer =
  | {
      kind: "anomaly";
      /** [rows] 0 … 1. */
      score: Float64Array;
      /** [rows] each: the statistics the score is made of, by name (`T2`, `SPE`), for charts and model cards. */
      statistics: Readonly<Record<string, Float64Array>>;
    }
  | {
      kind: "efficiency";
      /** [rows] in the target's unit. */
      expected: Float64Array;
      /** [rows] standard error of one row's expectation, in the target's unit. */
      sigma: Float64Array;
    };

/** What one tag had to do with a row's answer. */
export interface Contribution {
  readonly tag: string;
  /** 0 … 1; the shares of a row sum to 1. */
  readonly share: number;
  /** Measured − expected in the tag's unit, where the family has an expectation. */
  readonly residual?: number;
}

/** Plain values by name. The store adds version, checksum and bytes; a family knows none of them. */
export type SavedState = Readonly<Record<string, number | string | readonly string[] | Float64Array | Int32Array>>;

/** What a fit is given. */
export interface FitRun extends Run {
  /** Where the thread has loaded it; a family that learns by it throws `model.no-tensors` without. */
  readonly tensors?: Tensors;
}

/** A kind of model, as a value without hidden state. Limits and episodes are not its business. */
export interface ModelFamily<Params, State> {
  /** Kept with every fitted model, never reused. */
  readonly id: string;
  readonly kind: Answer["kind"];
  /** Defaults and bounds; the form on screen is drawn from it. */
  readonly params: z.ZodType<Params>;
  /** Multiplications of one fit at most, of a family that learns by the tensor library: a recommendation leaves long fits out. */
  work?(size: { readonly rows: number; readonly tags: number }, params: Params): number;
  /** Settings worth trying beside the defaults, by fault drills; few, as each costs a proof. */
  readonly alternatives?: readonly Partial<Params>[];
  /** Why these runs cannot train the family; empty when they can. One frame per uninterrupted run. */
  sufficiency(train: readonly Frame[], params: Params): Finding[];
  /**
   * Where the family looks back: `rows` before a row that its answer rests on beside the row itself, and `widen`, which puts what it sees of them into columns behind
   * the prepared ones, so that a widened row answers alone. Who scores widens rows in their order first; `fit` and `explain` are given prepared rows and widen for themselves.
   */
  lookBack?: { rows(state: State): number; widen(state: State, frame: Frame): Frame };
  /** Pure: same frames, params and run.seed, same state, to the bit. A row with a NaN is left out. */
  fit(train: readonly Frame[], params: Params, run: FitRun): State;
  /** A row's answer rests on the state and that row, never on its batch. Windows are made in features/. */
  score(state: State, frame: Frame): Answer;
  /** Why that row has its answer, the largest share first. */
  explain(state: State, frame: Frame, row: number): Contribution[];
  /** What a model card tells of the fit, by name: components, explained variance, cross-validated error. */
  facts?(state: State): Readonly<Record<string, number | string>>;
  serialize(state: State): SavedState;
  /** Throws `model.unreadable`; never guesses. */
  deserialize(saved: SavedState): State;
}

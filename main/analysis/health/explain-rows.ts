import type { Frame } from "#shared/domain/frame.ts";
import { prepare } from "../features/preparation.ts";
import type { SavedState } from "../models/family.ts";
import { deserializeHealth } from "./saved-health.ts";

/** One tag's part in some rows. */
export interface ExplainedTag {
  readonly tag: string;
  readonly unit: string;
  /** [rows asked for] 0 … 1; NaN where the row has no score. */
  readonly share: Float64Array;
  /** [rows asked for] measured − expected in the tag's unit; NaN without an expectation. */
  readonly residual: Float64Array;
}

/** Why rows have the scores they have, by a stored model. @param frame the log as it is scored. @param rows of that frame. */
export function explainRows(saved: SavedState, frame: Frame, rows: Int32Array): ExplainedTag[] {
  const { preparation, family, state } = deserializeHealth(saved);
  const prepared = prepare(preparation, frame);
  const found = new Map<string, ExplainedTag>();
  const nothing = () => new Float64Array(rows.length).fill(Number.NaN);
  rows.forEach((row, k) => {
    if (prepared.columns.some(({ values }) => Number.isNaN(values[row]!))) return;
    for (const { tag, share, residual } of family.explain(state, prepared, row)) {
      let of = found.get(tag);
      if (!of) {
        const unit = prepared.columns.find((column) => column.tag === tag)?.unit ?? "";
        of = { tag, unit, share: nothing(), residual: nothing() };
        found.set(tag, of);
      }
      of.share[k] = share;
      if (residual !== undefined) of.residual[k] = residual;
    }
  });
  return [...found.values()];
}

/** How far before a row the log has to be known for the row to be prepared as in training, ms. */
export function lookBackOf(saved: SavedState): number {
  const { preparation, family, state } = deserializeHealth(saved);
  const { intervalMs, gapMs, smoothing, settlingMs } = preparation;
  return 2 * ((4 * smoothing + (family.lookBack?.rows(state) ?? 0)) * intervalMs + settlingMs + gapMs);
}

import type { Frame } from "#shared/domain/frame.ts";
import { regimeRows } from "../features/regime-rows.ts";
import type { SavedState } from "../models/family.ts";
import { deserializeHealth } from "./saved-health.ts";

/** [rows] the regime of every row as a stored model tells it, its number in the model's plan; NaN where it tells none. @param frame raw. */
export function regimeOfLog(saved: SavedState, frame: Frame): Float64Array {
  return regimeRows(deserializeHealth(saved).preparation, frame);
}

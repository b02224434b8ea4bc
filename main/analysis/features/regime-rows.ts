import type { Frame } from "#shared/domain/frame.ts";
import { bandsOf } from "#shared/domain/regime.ts";
import { offRows } from "./operating.ts";
import { type Preparation, runningRuns } from "./preparation.ts";
import { bandOfRows } from "./regime-of-row.ts";
import { transitionRows } from "./transitions.ts";

/**
 * The regime of every row: its number in the preparation's plan.
 * @param frame raw. @returns [rows] NaN where none can be told, as in rows without samples.
 */
export function regimeRows(preparation: Preparation, frame: Frame): Float64Array {
  const rows = frame.time.length;
  const found = new Float64Array(rows).fill(Number.NaN);
  const plan = preparation.regimes;
  if (!plan) return found;
  const placeOf = (kind: string) => plan.regimes.findIndex((regime) => regime.kind === kind);
  const bands = bandsOf(plan).map((band) => plan.regimes.indexOf(band));
  const running = runningRuns(preparation, frame);
  const isRunning = new Uint8Array(rows);
  for (const { from, to } of running) isRunning.fill(1, from, to);
  const off = offRows(preparation.operating, frame.columns, rows);
  const band = bandOfRows(plan, frame);
  const [offPlace, start, transition] = [placeOf("off"), placeOf("start"), placeOf("transition")];
  const mixed = transition >= 0 ? transitionRows(band, running, preparation.smoothing) : undefined;
  for (let i = 0; i < rows; i++) {
    const place =
      off[i] === 1 ? offPlace : isRunning[i] === 0 ? start : mixed?.[i] === 1 ? transition : band[i]! >= 0 ? bands[band[i]!]! : -1;
    if (place >= 0) found[i] = place;
  }
  return found;
}

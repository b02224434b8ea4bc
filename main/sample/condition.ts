import type { PlannedFault } from "./calendar.ts";
import { minute } from "./clock.ts";
import { random } from "./random.ts";

/** State of the machines, 0 as new … 1 as bad as it gets in this plant. */
export interface Condition {
  readonly bearingWear: Float64Array;
  /** Clogging of the suction strainer; comes and goes. */
  readonly strainer: Float64Array;
  readonly seal: Float64Array;
  /** Scale in the exchanger, and the wear rings that wear with it. */
  readonly fouling: Float64Array;
}

/** [rows] each. No faults: as new throughout. */
export function condition(seed: number, time: Float64Array, stepMs: number, faults: readonly PlannedFault[]): Condition {
  const asNew = (): Float64Array => new Float64Array(time.length);
  const state = { bearingWear: asNew(), strainer: asNew(), seal: asNew(), fouling: asNew() };
  for (const fault of faults) {
    switch (fault.kind) {
      case "bearing-wear":
        fill(state.bearingWear, time, fault, exponential);
        break;
      case "seal-leak":
        fill(state.seal, time, fault, (x) => x ** 1.5);
        break;
      case "fouling":
        fill(state.fouling, time, fault, (x) => x);
        break;
      case "cavitation":
        fill(state.strainer, time, fault, (x) => 0.4 + 0.6 * x);
        clog(seed, state.strainer, time, fault, stepMs);
        break;
    }
  }
  return state;
}

function fill(target: Float64Array, time: Float64Array, { from, fullFrom, to }: PlannedFault, shape: (x: number) => number): void {
  for (let row = 0; row < time.length; row++) {
    const t = time[row]!;
    if (t >= from && t < to) target[row] = shape(Math.min(1, (t - from) / Math.max(1, fullFrom - from)));
  }
}

/** Damage feeds itself: Gebraeel et al., IIE Transactions 37 (2005) 543–557, model bearing signals as exponential. */
const exponential = (x: number): number => Math.expm1(4 * x) / Math.expm1(4);

/** Debris lies on the strainer for a while, then falls off: on for 10–50 min, mostly clear for 20–120 min. */
function clog(seed: number, strainer: Float64Array, time: Float64Array, { from, to }: PlannedFault, stepMs: number): void {
  const chance = random(seed, "strainer");
  let left = 0;
  let depth = 0;
  let covered = false;
  for (let row = 0; row < strainer.length; row++) {
    if (strainer[row] === 0 || time[row]! < from || time[row]! >= to) continue;
    if (left <= 0) {
      covered = !covered;
      left = (covered ? 10 + 40 * chance.uniform() : 20 + 100 * chance.uniform()) * minute;
      depth = covered ? 0.5 + 0.5 * chance.uniform() : 0.12;
    }
    strainer[row]! *= depth;
    left -= stepMs;
  }
}

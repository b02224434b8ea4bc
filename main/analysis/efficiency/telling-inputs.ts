import type { Frame } from "#shared/domain/frame.ts";
import type { FitRun } from "../models/family.ts";
import { targetTag } from "../models/target.ts";
import type { Candidate } from "./candidates.ts";
import { crossValidate } from "./cross-validate.ts";
import { blockFolds } from "./folds.ts";
import { rowsOf } from "./rows-of.ts";

// An input earns its place by lowering the error on unseen steps by this share: less is chance, and costs trust outside its range.
const leastGain = 0.02;
// Whether an input tells anything is seen on so many steps spread evenly: neighbours tell the same.
const mostSteps = 3000;
const foldCount = 5;

/**
 * The inputs without which a candidate errs more on steps it has not seen; the others are taken out one by one, the least telling
 * first. A season that runs along with the weather makes an input that tells nothing dangerous, not merely idle: next month it lies
 * outside of what was seen.
 */
export function tellingInputs(candidate: Candidate, frame: Frame, inOrder: boolean, run: FitRun): string[] {
  const n = frame.time.length;
  const stride = Math.max(1, n / mostSteps);
  const few = rowsOf(
    frame,
    Int32Array.from({ length: Math.floor(n / stride) }, (_, k) => Math.floor(k * stride)),
  );
  const folds = blockFolds(few.time, foldCount, inOrder);
  const errorWith = (tags: readonly string[]): number =>
    crossValidate(candidate, onlyInputs(few, tags), folds, "time-blocks", { ...run, tick: () => run.tick(0, 1) })?.error.rmse ??
    Number.POSITIVE_INFINITY;
  let kept = frame.columns.map((c) => c.tag).filter((tag) => tag !== targetTag);
  let error = errorWith(kept);
  while (kept.length > 1) {
    const without = kept.map((tag) => errorWith(kept.filter((other) => other !== tag)));
    const least = without.indexOf(Math.min(...without));
    if (without[least]! > error * (1 + leastGain)) break;
    error = without[least]!;
    kept = kept.filter((_, k) => k !== least);
  }
  return kept;
}

/** The frame with these inputs and the target. */
export const onlyInputs = (frame: Frame, tags: readonly string[]): Frame => ({
  time: frame.time,
  columns: frame.columns.filter(({ tag }) => tag === targetTag || tags.includes(tag)),
});

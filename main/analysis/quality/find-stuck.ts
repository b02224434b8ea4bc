import type { FlatRun } from "#shared/domain/quality.ts";
import type { TagFigures } from "./tag-figures.ts";

const fewestRows = 60;
const timesUsual = 100; // mean stretch on one value
const timesOthers = 10; // the sixteenth longest stretch
const sameAgain = 0.25;

/**
 * Stretches on one value that a moving signal does not make by itself, the longest first: at least 60 samples, a hundred usual stretches and ten times the
 * sixteenth longest. A machine at rest stands on its lowest or highest value, on zero, or again and again on the same one; that is no fault.
 */
export function findStuck({ runs, valid, lowest, highest }: Pick<TagFigures, "runs" | "valid" | "lowest" | "highest">): FlatRun[] {
  const { longest } = runs;
  const usual = valid / Math.max(1, runs.runs);
  const others = longest.length >= 16 ? longest.at(-1)!.rows : 0;
  return longest.filter(
    (run, k) =>
      run.rows >= fewestRows &&
      run.rows >= timesUsual * usual &&
      run.rows >= timesOthers * others &&
      run.value !== 0 &&
      run.value !== lowest?.value &&
      run.value !== highest?.value &&
      !longest.some((other, j) => j !== k && other.value === run.value && other.rows >= sameAgain * run.rows),
  );
}

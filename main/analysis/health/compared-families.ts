import { recommendedFamily } from "#shared/domain/health.ts";
import { type AnyFamily, anomalyFamilies, familyById } from "../models/registry.ts";
import type { Tensors } from "../models/tensors.ts";

// Multiplications of a fit: a recommendation then spends some five seconds on a network's six fits, on WebAssembly and a laptop's core.
const mostWork = 1e9;

/**
 * The families that a recommendation compares: those that learn by the tensor library only where it is loaded, their fit is short and they look
 * at the row alone, so that all are drilled on the same rows.
 */
export function comparedFamilies(size: { rows: number; tags: number }, tensors: Tensors | undefined): readonly AnyFamily[] {
  return anomalyFamilies.filter(
    (family) =>
      family.work === undefined ||
      (tensors !== undefined && family.lookBack === undefined && family.work(size, family.params.parse({})) <= mostWork),
  );
}

const shortLog = 100_000; // rows: the reference of a longer log is seldom short, and loading the library takes a second

/** Whether the tensor library has to be loaded to train that family, or a recommendation on a log of so many rows. */
export function learnsByTensors(familyId: string, rows: number): boolean {
  return familyId === recommendedFamily ? rows <= shortLog : familyById(familyId).work !== undefined;
}

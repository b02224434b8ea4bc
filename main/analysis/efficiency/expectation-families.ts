import { problem } from "#shared/domain/problem.ts";
import { type AnyFamily, efficiencyFamilies } from "../models/registry.ts";
import { changePointLines } from "./change-point-lines.ts";
import { smallNet } from "./small-net.ts";

/** Families that compete for the expectation of a KPI, the simplest first. */
export const expectationFamilies: readonly AnyFamily[] = [changePointLines, ...efficiencyFamilies, smallNet];

/** The family of that id; throws `model.family-unknown`. */
export function expectationFamily(id: string): AnyFamily {
  const family = expectationFamilies.find((f) => f.id === id);
  if (!family) throw problem("model.family-unknown", `This program has no model family “${id}”.`, { id });
  return family;
}

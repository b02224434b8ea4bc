import type { BaselineCandidate } from "#shared/domain/efficiency.ts";

/** How a kind of expectation stands beside the others that were tried. */
export type CandidateVerdict =
  | { kind: "set-aside"; tags: string }
  | { kind: "best" | "simplest" | "as-good" }
  | { kind: "worse"; percent: number };

/** @param candidates all that were tried. @param chosenId the family that was taken. */
export function candidateVerdict(of: BaselineCandidate, candidates: readonly BaselineCandidate[], chosenId: string): CandidateVerdict {
  const againstKnowledge = of.setAside ?? [];
  if (againstKnowledge.length > 0 && of.familyId !== chosenId) return { kind: "set-aside", tags: againstKnowledge.join(", ") };
  const lawful = candidates.filter(({ setAside = [] }) => setAside.length === 0);
  const best = (lawful.length > 0 ? lawful : candidates).reduce((a, b) => (b.error.rmse < a.error.rmse ? b : a));
  if (of === best) return { kind: "best" };
  if (of.error.rmse ** 2 <= best.error.rmse ** 2 * (1 + best.spread)) return { kind: of.familyId === chosenId ? "simplest" : "as-good" };
  return { kind: "worse", percent: 100 * (of.error.rmse / best.error.rmse - 1) };
}

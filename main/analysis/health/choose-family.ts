import { caughtShare, drillPointAt } from "#shared/domain/fault-drill.ts";
import type { Finding } from "#shared/domain/finding.ts";
import { clearlyBetter } from "./clearly-better.ts";
import type { ProvenFamily } from "./prove-family.ts";

/** Beyond what the reference can prove, a limit rests on the shape of a tail, and what is caught above it as well. */
const isUnproven = ({ limit }: ProvenFamily): boolean => limit.method === "bounded";

/**
 * The family to recommend: the first one, unless a later one catches clearly more of the same drills at the same budget. Where the reference is too short to prove the budget, the
 * kinds cannot be told apart by it and the first one stays.
 * @param proofs in the order of the registry, all with the same drills; at least one. @returns its number.
 */
export function chooseFamily(proofs: readonly ProvenFamily[]): number {
  if (proofs.some(isUnproven)) return 0;
  return proofs.reduce((best, proof, k) => (clearlyBetter(proof, proofs[best]!) ? k : best), 0);
}

/** Why that family is recommended. */
export function recommendationFindings(proofs: readonly ProvenFamily[], chosen: number, alertsPerWeek: number): Finding[] {
  const tried = proofs[chosen]!.traces.length;
  if (tried === 0)
    return [
      {
        code: "health.recommended-without-drills",
        severity: "note",
        message:
          "The reference period has no stretch that is long enough for fault drills: the kind of model that does well in general is recommended.",
        data: {},
      },
    ];
  const percent = ({ drills }: ProvenFamily) => Math.round(100 * caughtShare(drillPointAt(drills!, alertsPerWeek)));
  const caught = percent(proofs[chosen]!);
  const rest = proofs.filter((_, k) => k !== chosen).map(percent);
  if (rest.length === 0) return [];
  const budget = `${alertsPerWeek} ${alertsPerWeek === 1 ? "alert" : "alerts"}`;
  const data = { caught, tried, others: Math.max(...rest), budget: alertsPerWeek };
  if (proofs.some(isUnproven))
    return [
      {
        code: "health.recommended-unproven",
        severity: "note",
        message: `Recommended because it does well in general: it caught ${caught} % of ${tried} faults planted into held-out reference rows, but the reference period is too short to prove ${budget} per week and so to compare the kinds of model by it.`,
        data,
      },
    ];
  return [
    chosen === 0
      ? {
          code: "health.recommended-first",
          severity: "note",
          message: `Recommended: it caught ${caught} % of ${tried} faults planted into held-out reference rows at ${budget} per week, the best other kind of model ${data.others} %; no other caught clearly more.`,
          data,
        }
      : {
          code: "health.recommended-better",
          severity: "note",
          message: `Recommended: it caught ${caught} % of ${tried} faults planted into held-out reference rows at ${budget} per week, clearly more than the kinds of model offered before it; the best other one caught ${data.others} %.`,
          data,
        },
  ];
}

import { type Trial, trialSpan } from "#shared/domain/trial.ts";

export type TrialStatus = "planned" | "running" | "over" | "judged";

/** Where a trial stands. @param now ms UTC. */
export function trialStatus({ plan, judgements }: Trial, now: number): TrialStatus {
  if (judgements.length > 0 && judgements.at(-1)!.result.verdict !== "cannot-be-tested") return "judged";
  const { from, to } = trialSpan(plan);
  return now < from ? "planned" : now < to ? "running" : "over";
}

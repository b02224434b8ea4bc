import type { DryRun } from "#shared/domain/dry-run.ts";
import type { ProblemError } from "#shared/domain/problem.ts";
import { useAsk } from "../../data/use-ask.ts";
import type { Preview } from "./use-preview.ts";

export interface TriedSettings {
  /** Undefined before the first answer for the table shown. */
  readonly answer: DryRun | undefined;
  /** The answer is for earlier settings. */
  readonly isBehind: boolean;
  readonly error: ProblemError | null;
}

/** Both ends of the files read by the settings as they stand, once a person has paused. */
export function useDryRun(files: readonly string[], { answer, plan, isBehind, error }: Preview): TriedSettings {
  const ready = answer !== undefined && plan !== undefined && !isBehind && error === null && plan.columns.length > 0;
  const asked = useAsk(
    "importing",
    "dryRun",
    { files: [...files], plan: plan ?? noPlan, rows: answer?.estimatedRows ?? 0 },
    { enabled: ready, keepPrevious: true, forgetAfterMs: 10_000 },
  );
  return { answer: asked.data, isBehind: !ready || asked.isFetching || asked.isPlaceholderData, error: asked.error };
}

/** Stands in until there is a plan; nothing is asked with it. */
const noPlan = {
  format: "",
  table: "",
  columns: [],
  clock: { source: "rate" as const, start: 0, stepMs: 1 },
  zone: "UTC",
  missing: [],
  duplicates: "first" as const,
};

import { z } from "zod";
import { type ColumnPlan, isRecording, LogPlan, type TextPlan } from "./importing.ts";
import { shapeOf } from "./log-shape.ts";

/** Agreed settings under a name: what a log was taken for, and what a person made of it. */
export const ImportProfile = z.object({
  name: z.string().trim().min(1).max(120),
  savedAt: z.number(),
  /** What the log was taken for with no hint: files taken for the same shape are what the profile is for. */
  guess: LogPlan,
  /** What was agreed to. */
  plan: LogPlan,
  /** Name of the asset it was imported into, null where the profile speaks of none. */
  asset: z.string().nullable(),
});
export type ImportProfile = z.infer<typeof ImportProfile>;

/** The shape of the logs a profile is for. */
export const shapeOfProfile = ({ guess }: Pick<ImportProfile, "guess">) => shapeOf(guess);

/**
 * What was agreed to, for another file of the shape. What each file says for itself and nobody corrected is taken from the file: encoding, the
 * lines of names, units and data, the start of a clock, words for "no sample", what a column without numbers turned out to hold.
 */
export function withProfile({ guess, plan }: Pick<ImportProfile, "guess" | "plan">, found: LogPlan): LogPlan {
  const shared = {
    columns: plan.columns.map((column, k) => columnOf(column, guess.columns[k], found.columns[k])),
    clock: clockOf(guess, plan, found),
    missing: [...new Set([...plan.missing, ...found.missing.filter((word) => !guess.missing.includes(word))])],
  };
  if (isRecording(plan) || isRecording(guess) || isRecording(found)) return { ...plan, ...shared };
  const own = <K extends keyof TextPlan>(name: K): TextPlan[K] => (plan[name] === guess[name] ? found[name] : plan[name]);
  const isSameTop = (["headerLine", "unitsLine", "dataLine"] as const).every((name) => plan[name] === guess[name]);
  const { headerLine, unitsLine, dataLine } = isSameTop ? found : plan;
  return { ...plan, ...shared, encoding: own("encoding"), headerLine, unitsLine, dataLine };
}

function columnOf(agreed: ColumnPlan, guessed: ColumnPlan | undefined, found: ColumnPlan | undefined): ColumnPlan {
  const untouched = guessed !== undefined && found !== undefined && agreed.kind === guessed.kind;
  return untouched && agreed.kind !== "time" && found.kind !== "time" ? { ...agreed, kind: found.kind } : agreed;
}

function clockOf(guess: LogPlan, plan: LogPlan, found: LogPlan): LogPlan["clock"] {
  const isFiles = plan.clock.start !== undefined && plan.clock.start === guess.clock.start;
  return isFiles && found.clock.start !== undefined ? { ...plan.clock, start: found.clock.start } : plan.clock;
}

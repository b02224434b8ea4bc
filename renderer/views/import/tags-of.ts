import { isRecording, type LogPlan } from "#shared/domain/importing.ts";

/** The tags that will come of a plan, as far as it says: those of a long table are known once it is read. */
export function tagsOf(plan: LogPlan): string[] {
  const long = !isRecording(plan) && plan.layout?.shape === "long" ? plan.layout : undefined;
  const columns = long ? long.series : plan.columns;
  return columns.filter(({ kind }) => kind === "number").map(({ tag }) => tag);
}

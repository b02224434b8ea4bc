import { isRecording, type LogPlan } from "#shared/domain/importing.ts";

/** What each table of a file is called: a recording's by the file, tables of text by their first column of numbers; "" for a table alone. */
export function tableNames(plans: readonly LogPlan[]): string[] {
  return plans.map((plan) => {
    if (isRecording(plan)) return plan.table;
    if (plans.length === 1) return "";
    const column = plan.columns.find(({ kind }) => kind === "number");
    return column ? column.header || column.tag : "";
  });
}

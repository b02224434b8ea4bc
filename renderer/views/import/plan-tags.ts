import { type ColumnPlan, type ColumnSummary, isRecording, type LogPlan } from "#shared/domain/importing.ts";

/** A tag of a plan, with its place: a column of the file, or a name in a long table. */
export interface PlanTag extends ColumnPlan {
  /** Zero-based column; null for a tag of a long table. */
  readonly column: number | null;
}

const longLayout = (plan: LogPlan) => (!isRecording(plan) && plan.layout?.shape === "long" ? plan.layout : undefined);

/**
 * Every tag that can be named: the columns that are not the time, or the tags of a long table.
 * @param series what was found of them in a long table
 */
export function planTags(plan: LogPlan, series: readonly ColumnSummary[]): PlanTag[] {
  const long = longLayout(plan);
  if (!long)
    return plan.columns.flatMap((column, k) => (column.kind === "time" || column.kind === "skip" ? [] : [{ ...column, column: k }]));
  const corrected = new Map(long.series.map((tag) => [tag.tag, tag]));
  const found = series.map(({ tag, unit, kind }) => ({ ...(corrected.get(tag) ?? { header: tag, tag, unit, kind }), column: null }));
  const shown = new Set(found.map(({ header }) => header));
  return [...found, ...long.series.filter(({ header }) => !shown.has(header)).map((tag) => ({ ...tag, column: null }))];
}

/** The plan with its tags named anew. @param before what `planTags` gave, @param after the same tags with what a person made of them */
export function withTags(plan: LogPlan, before: readonly PlanTag[], after: readonly PlanTag[]): LogPlan {
  const long = longLayout(plan);
  if (long && !isRecording(plan)) {
    // What is not said of a tag of a long table is taken from its rows: only what was corrected is said.
    const isSaid = (each: PlanTag, k: number): boolean =>
      long.series.some(({ header }) => header === each.header) || each.tag !== before[k]?.tag || each.unit !== before[k]?.unit;
    return { ...plan, layout: { ...long, series: after.filter(isSaid).map(({ column, ...series }) => series) } };
  }
  const byColumn = new Map(after.map(({ column, ...tag }) => [column, tag]));
  return { ...plan, columns: plan.columns.map((column, k) => byColumn.get(k) ?? column) };
}

import type { Finding } from "#shared/domain/finding.ts";
import { type ColumnSummary, isRecording, type LogPlan, type RepairReport } from "#shared/domain/importing.ts";
import { formatDuration } from "#shared/units/format-duration.ts";
import type { LogTally } from "./reader.ts";
import { finding } from "./sentence.ts";

/** What became of the rows once they were in order. */
export interface KeptRows {
  readonly rows: number;
  readonly merged: number;
  readonly from: number | null;
  readonly to: number | null;
  readonly intervalMs: number;
  readonly gaps: number;
  readonly longestGapMs: number;
  /** Tags that stood still for long while they move otherwise. */
  readonly stuck: readonly { tag: string; value: number; rows: number; from: number; to: number }[];
}

interface Input {
  readonly plan: LogPlan;
  readonly tally: LogTally;
  readonly kept: KeptRows;
  readonly rejected: RepairReport["rejected"];
  readonly elapsedMs: number;
}

/** What an import did, in numbers and in findings. */
export function repairReport({ plan, tally, kept, rejected, elapsedMs }: Input): RepairReport {
  const columns = tagsOf(tally).filter((c) => c.kind !== "skip");
  return {
    lines: tally.lines,
    preambleLines: tally.preambleLines,
    emptyLines: tally.emptyLines,
    rowsRead: tally.rows,
    rowsKept: kept.rows,
    rejectedLines: tally.rejectedLines,
    duplicateTimes: kept.merged,
    outOfOrder: tally.outOfOrder,
    gaps: kept.gaps,
    longestGapMs: kept.longestGapMs,
    intervalMs: kept.intervalMs,
    cellsNotNumbers: columns.reduce((sum, c) => sum + (c.kind === "number" ? c.unreadable : 0), 0),
    from: kept.from,
    to: kept.to,
    columns,
    rejected,
    findings: findingsOf(plan, tally, kept),
    elapsedMs,
  };
}

/** The tags of a long table are not its columns. */
const tagsOf = (tally: LogTally): readonly ColumnSummary[] => tally.series ?? tally.columns;

const dayText = (ms: number): string => new Date(ms).toISOString().slice(0, 16).replace("T", " ");

function findingsOf(plan: LogPlan, tally: LogTally, kept: KeptRows): Finding[] {
  const found: Finding[] = [];
  // A recording says itself what its rate and its start are, or that they are not known.
  if (plan.clock.source === "rate" && !isRecording(plan)) {
    found.push(finding("import.no-time", "warning", { step: formatDuration(plan.clock.stepMs), start: dayText(plan.clock.start) }));
  }
  found.push(...tally.findings);
  for (const { value, cells, columns } of numbersLeftOut(plan, tally))
    found.push(finding("import.left-out", "note", { value, cells, columns }));
  if (tally.rejectedLines > 0) found.push(finding("import.rejected", "warning", { lines: tally.rejectedLines }));
  if (tally.outOfOrder > 0) found.push(finding("import.out-of-order", "warning", { rows: tally.outOfOrder }));
  if (kept.merged > 0) found.push(finding("import.duplicates", "warning", { rows: kept.merged, rule: plan.duplicates }));
  if (kept.gaps > 0) found.push(finding("import.gaps", "warning", { gaps: kept.gaps, longest: formatDuration(kept.longestGapMs) }));
  for (const c of tagsOf(tally)) {
    if (c.kind !== "number") continue;
    if (c.unreadable > 0) {
      const text = c.states[0]?.text ?? "";
      found.push(finding("import.cells-unreadable", "warning", { column: c.tag, cells: c.unreadable, text }));
    }
    if (c.valid === 0) found.push(finding("import.column-empty", "note", { column: c.tag }));
    else if (c.valid > 1 && c.min === c.max) found.push(finding("import.column-constant", "note", { column: c.tag, value: c.min! }));
  }
  for (const s of kept.stuck) {
    const say = { column: s.tag, value: s.value, rows: s.rows, from: dayText(s.from), duration: formatDuration(s.to - s.from) };
    found.push(finding("import.column-stuck", "warning", say));
  }
  return found;
}

/** Numbers that the plan reads as "no sample", the most frequent first: a reader must be able to disagree. */
function numbersLeftOut(plan: LogPlan, tally: LogTally): { value: string; cells: number; columns: number }[] {
  const sentinels = new Set(
    plan.missing
      .filter((word) => word !== "")
      .map(Number)
      .filter((value) => !Number.isNaN(value)),
  );
  const found = new Map<string, { cells: number; columns: number }>();
  for (const { kind, states } of tagsOf(tally)) {
    if (kind !== "number") continue;
    for (const { text, count } of states) {
      if (!sentinels.has(Number(text))) continue;
      const before = found.get(text) ?? { cells: 0, columns: 0 };
      found.set(text, { cells: before.cells + count, columns: before.columns + 1 });
    }
  }
  return [...found].map(([value, counts]) => ({ value, ...counts })).sort((a, b) => b.cells - a.cells);
}

import type { DryRunPart, ImportEstimate } from "#shared/domain/dry-run.ts";
import type { Finding, Severity } from "#shared/domain/finding.ts";
import type { LogPlan } from "#shared/domain/importing.ts";
import { dryRun as sentences } from "#shared/language/dry-run.ts";
import { fill } from "#shared/language/sentence.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import type { Looks } from "./dry-run.ts";

/** A column of numbers with this share of other texts was probably taken for the wrong thing. */
const doubtfulShare = 0.2;
/** More would be a list to read. */
const mostColumns = 5;

/** What the rows at both ends say against the plan, the gravest first. */
export function dryRunFindings(plan: LogPlan, { head, tail }: Looks, estimate: ImportEstimate): Finding[] {
  const parts = tail ? [head, tail] : [head];
  const sum = (count: (part: DryRunPart) => number) => parts.reduce((all, part) => all + count(part), 0);
  const rows = sum((part) => part.rows);
  const found: Finding[] = [];
  if (estimate.freeBytes !== null && estimate.diskPeakBytes > estimate.freeBytes) {
    found.push(told("import.disk-short", "blocking", { needed: megabytes(estimate.diskPeakBytes), free: megabytes(estimate.freeBytes) }));
  }
  const rejected = sum((part) => part.rejectedLines);
  if (rows === 0) found.push(told("import.dry.no-rows", "blocking", { lines: rejected }));
  else if (rejected > 0) found.push(told("import.dry.rejected", "warning", { lines: rejected, rows: rows + rejected }));
  if (tail && tail.rows === 0 && head.rows > 0) found.push(told("import.dry.tail-unread", "warning", { lines: tail.rejectedLines }));
  if (tail?.last != null && head.first !== null && tail.last < head.first) found.push(told("import.dry.backwards", "note", {}));
  found.push(...doubtfulColumns(parts));
  const disordered = sum((part) => part.outOfOrder);
  if (disordered > 0) found.push(told("import.dry.out-of-order", "note", { rows: disordered }));
  const repeated = sum((part) => part.repeatedTimes);
  if (repeated > 0) found.push(told(`import.dry.repeated.${plan.duplicates}`, "note", { rows: repeated }));
  return found;
}

function doubtfulColumns(parts: readonly DryRunPart[]): Finding[] {
  const columns = parts[0]!.columns.map((column, k) => {
    const both = parts.flatMap((part) => part.columns[k] ?? []);
    const of = (name: "valid" | "unreadable") => both.reduce((all, each) => all + each[name], 0);
    return { column, valid: of("valid"), unreadable: of("unreadable"), text: both.flatMap(({ states }) => states)[0]?.text ?? "" };
  });
  return columns
    .filter(({ column, valid, unreadable }) => column.kind === "number" && unreadable > (valid + unreadable) * doubtfulShare)
    .sort((a, b) => b.unreadable - a.unreadable)
    .slice(0, mostColumns)
    .map(({ column, valid, unreadable, text }) =>
      told("import.dry.unreadable", "warning", { column: column.tag, cells: unreadable, all: valid + unreadable, text }),
    );
}

const megabytes = (bytes: number): number => Math.ceil(bytes / 1e6);

function told(code: keyof typeof sentences, severity: Severity, data: Record<string, string | number>): Finding {
  const written = Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, typeof value === "number" ? formatNumber(value) : value]),
  );
  return { code, severity, message: fill(sentences[code].en, written), data };
}

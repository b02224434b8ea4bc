import type { Finding } from "#shared/domain/finding.ts";
import type { OddHours } from "../clock/wall-clock.ts";
import { finding } from "../sentence.ts";
import type { RowParser } from "./row-parser.ts";

/** What was met on the way through text, whatever became of its rows. */
export function textFindings(parser: RowParser, odd: OddHours, zone: string, cutFiles: readonly string[]): Finding[] {
  const found: Finding[] = [];
  for (const [day, rows] of odd.missing) found.push(finding("import.missing-hour", "warning", { day, rows, zone }));
  for (const [day, rows] of odd.repeated) found.push(finding("import.repeated-hour", "note", { day, rows, zone }));
  for (const file of cutFiles) found.push(finding("import.cut-line", "warning", { file }));
  if (parser.shortRows > 0) found.push(finding("import.short-rows", "note", { rows: parser.shortRows }));
  if (parser.wrappedLines > 0) found.push(finding("import.wrapped-lines", "note", { lines: parser.wrappedLines }));
  return found;
}

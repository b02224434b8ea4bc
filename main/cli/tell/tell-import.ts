import type { ImportRecord } from "#shared/domain/importing.ts";
import { isSentence, say } from "#shared/language/index.ts";
import type { Language } from "#shared/language/sentence.ts";
import { formatDuration } from "#shared/units/format-duration.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { formatTime } from "#shared/units/format-time.ts";
import { printUnit } from "#shared/units/print-unit.ts";
import type { Output } from "../frame/output.ts";
import { textTable } from "../frame/text-table.ts";
import { tellFindings } from "./tell-findings.ts";

/** The repair report: what was read, what was kept, what was left out and where it lies. */
export function tellImport(out: Output, { files, plan, report, quarantine }: ImportRecord): void {
  const { language } = out;
  const zone = plan.clock.source === "columns" ? "UTC" : "";
  out.line(
    out.say("cli.import.done", { files: files.map(({ name }) => name).join(", "), time: formatDuration(report.elapsedMs, language) }),
  );
  out.lines(
    textTable(
      ["", ""],
      [
        [
          out.say("cli.import.rows"),
          out.say("cli.import.rows.value", { kept: report.rowsKept, read: report.rowsRead, lines: report.lines }),
        ],
        [
          out.say("cli.import.time"),
          `${formatTime(report.from, { precision: "second" })} .. ${formatTime(report.to, { precision: "second" })} ${zone}`,
        ],
        [out.say("cli.import.interval"), formatDuration(report.intervalMs, language)],
        [
          out.say("cli.import.gaps"),
          out.say("cli.import.gaps.value", { gaps: report.gaps, longest: formatDuration(report.longestGapMs, language) }),
        ],
        [out.say("cli.import.cells"), formatNumber(report.cellsNotNumbers)],
        [out.say("cli.import.duplicates"), formatNumber(report.duplicateTimes)],
        [out.say("cli.import.order"), formatNumber(report.outOfOrder)],
        [out.say("cli.import.rejected"), formatNumber(report.rejectedLines) + (quarantine ? ` → ${quarantine}` : "")],
      ].map((row) => ["", ...row].slice(1)),
    )
      .slice(1)
      .map((line) => `  ${line}`),
  );
  for (const { line, reason, text } of report.rejected.slice(0, 5))
    out.line(`    ${out.say("cli.import.line", { line: String(line) })} ${reasonOf(language, reason)}: ${text.slice(0, 60)}`);
  out.line();
  const head = (["tag", "unit", "kind", "valid", "missing", "unreadable", "min", "mean", "max"] as const).map((name) =>
    out.say(`cli.column.${name}`),
  );
  out.lines(
    textTable(
      head,
      report.columns.map((column) => [
        column.tag,
        printUnit(column.unit),
        say(language, `import-view.kind.${column.kind}`),
        ...[column.valid, column.missing, column.unreadable, column.min, column.mean, column.max].map((value) => formatNumber(value)),
      ]),
    ),
  );
  tellFindings(out, report.findings);
}

function reasonOf(language: Language, reason: string): string {
  const key = `import.rejected.${reason}`;
  return isSentence(key) ? say(language, key) : reason;
}

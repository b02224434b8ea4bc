import { resolve } from "node:path";
import { say, sayCoded } from "#shared/language/index.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { printUnit } from "#shared/units/print-unit.ts";
import { type InspectedTable, inspect as inspectFiles, type UnreadLog } from "../../importing/inspect.ts";
import type { Command } from "../frame/command.ts";
import type { Output } from "../frame/output.ts";
import { textTable } from "../frame/text-table.ts";
import { UsageError } from "../frame/usage-error.ts";
import { filesThere } from "../steps/files-there.ts";
import { tellFindings } from "../tell/tell-findings.ts";

export const inspect: Command = {
  name: "inspect",
  summary: "cli.inspect.summary",
  operands: "FILE...",
  options: {},
  examples: ["inspect pumps.csv", "inspect *.csv --json"],
  async run(given, session) {
    const { out } = session;
    if (given.operands.length === 0) throw new UsageError("cli.usage.files");
    const files = given.operands.map((file) => resolve(file));
    filesThere(out, files);
    const tick = (done: number, total: number) => {
      session.check();
      out.progress(out.say("cli.inspect.reading"), total > 0 ? `${Math.floor((100 * done) / total)} %` : "");
    };
    const unread: UnreadLog[] = [];
    const tables = await inspectFiles(files, { seed: 1, tick }, (log) => unread.push(log));
    for (const table of tables) tell(out, table);
    for (const { file, problem } of unread) out.line(`${file}: ${sayCoded(out.language, problem)}`);
    return { tables, unread };
  },
};

function tell(out: Output, table: InspectedTable): void {
  const { time } = table;
  out.line(
    out.say("cli.inspect.head", { file: table.file, format: table.format, encoding: table.encoding ?? table.table, rows: table.rows }),
  );
  out.line(`  ${out.say("cli.inspect.time", { first: time.first ?? "–", last: time.last ?? "–", zone: time.zone, source: time.source })}`);
  const head = (["tag", "unit", "kind", "valid", "missing", "unreadable", "min", "mean", "max"] as const).map((name) =>
    out.say(`cli.column.${name}`),
  );
  const rows = table.columns.map((column) => [
    column.name,
    printUnit(column.unit),
    say(out.language, `import-view.kind.${column.kind}`),
    ...[column.valid, column.missing, column.unreadable, column.min, column.mean, column.max].map((value) => formatNumber(value)),
  ]);
  out.lines(textTable(head, rows).map((line) => `  ${line}`));
  tellFindings(out, table.findings);
  out.line();
}

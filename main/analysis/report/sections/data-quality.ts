import type { Block } from "#shared/document/block.ts";
import type { ImportRecord } from "#shared/domain/importing.ts";
import type { ReportSection } from "../section.ts";
import type { Words } from "../words.ts";

/** Where the numbers come from and how good they are. */
export const dataQuality: ReportSection = {
  id: "data",
  compose({ imports, trends, range }, words) {
    const blocks: Block[] = [{ kind: "heading", level: 1, text: words.say("report.data") }];
    for (const record of imports) blocks.push(...importBlocks(record, words));
    if (trends.length > 0) {
      blocks.push({ kind: "heading", level: 2, text: words.say("report.trends") });
      // Four lines a picture: more cannot be told apart on paper.
      for (let k = 0; k < trends.length; k += 4) {
        const lines = trends.slice(k, k + 4);
        const units = new Set(lines.map((line) => line.unit)).size;
        blocks.push({
          kind: "chart",
          caption: lines.map((line) => line.name).join(", "),
          chart: { kind: "lines", ...range, lines, marks: [], limit: null, height: 90 * units },
        });
      }
    }
    return blocks;
  },
};

function importBlocks({ files, report, plan, importedAt }: ImportRecord, words: Words): Block[] {
  const count = (value: number) => words.number(value, { significant: 12 });
  return [
    { kind: "heading", level: 2, text: files.map((file) => file.name).join(", ") },
    {
      kind: "facts",
      rows: [
        { label: words.say("report.imported"), cell: `${words.time(importedAt)} UTC` },
        {
          label: words.say("report.period"),
          cell: report.from === null || report.to === null ? "–" : words.period({ from: report.from, to: report.to }),
        },
        { label: words.say("report.clock"), cell: plan.zone },
        { label: words.say("report.interval"), cell: words.duration(report.intervalMs) },
        { label: words.say("report.rows-read"), cell: count(report.rowsRead) },
        { label: words.say("report.rows-kept"), cell: count(report.rowsKept) },
        { label: words.say("report.rejected-lines"), cell: count(report.rejectedLines) },
        { label: words.say("report.duplicates"), cell: count(report.duplicateTimes) },
        { label: words.say("report.out-of-order"), cell: count(report.outOfOrder) },
        {
          label: words.say("report.gaps"),
          cell:
            report.gaps === 0 ? "0" : words.say("report.gaps-longest", { gaps: report.gaps, longest: words.duration(report.longestGapMs) }),
        },
        { label: words.say("report.cells-not-numbers"), cell: count(report.cellsNotNumbers) },
      ],
    },
    ...report.findings.map((finding) => words.finding(finding)),
    {
      kind: "table",
      caption: words.say("report.columns"),
      columns: [
        { label: words.say("report.tag"), unit: "", align: "left" },
        { label: words.say("report.unit"), unit: "", align: "left" },
        { label: words.say("report.valid"), unit: "", align: "right" },
        { label: words.say("report.missing"), unit: "", align: "right" },
        { label: words.say("report.min"), unit: "", align: "right" },
        { label: words.say("report.mean"), unit: "", align: "right" },
        { label: words.say("report.max"), unit: "", align: "right" },
      ],
      rows: report.columns
        .filter((column) => column.kind === "number")
        .map((column) => [
          column.tag,
          column.unit,
          count(column.valid),
          count(column.missing + column.unreadable),
          words.number(column.min),
          words.number(column.mean),
          words.number(column.max),
        ]),
    },
  ];
}

import writeXlsxFile, { type Row, type Sheet } from "write-excel-file/node";
import type { Block, Cell, ChartSpec } from "#shared/document/block.ts";

const longestName = 31; // Excel's limit for the name of a sheet
const columnWidth = 22;
const date = "yyyy-mm-dd hh:mm";

/** The report as a workbook: one sheet per section, numbers as numbers, the data of every chart below its caption. */
export async function reportXlsx(sections: readonly { name: string; blocks: readonly Block[] }[]): Promise<Buffer> {
  const sheets = sections.map(({ name, blocks }): Sheet<never> => {
    const data = blocks.flatMap(rowsOf);
    const columns = Array.from({ length: Math.max(1, ...data.map((row) => row.length)) }, (_, k) => ({
      width: k === 0 ? columnWidth * 1.5 : columnWidth,
    }));
    return { sheet: sheetName(name), data, columns };
  });
  return (await writeXlsxFile(sheets).toBuffer()) as Buffer;
}

/** Without the characters Excel refuses. */
const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/g, " ").slice(0, longestName);

const text = (value: string) => ({ value, type: String });
const bold = (value: string) => ({ value, type: String, fontWeight: "bold" as const });
const numeric = (value: number | null) => (value === null ? null : { value, type: Number });
const moment = (ms: number) => ({ value: new Date(ms), type: Date, format: date });
const written = (cell: Cell) => (typeof cell === "string" ? text(cell) : cell.value === null ? text(cell.text) : numeric(cell.value));

function rowsOf(block: Block): Row[] {
  switch (block.kind) {
    case "cover":
      return [[bold(block.title)], [text(block.subtitle)], ...block.lines.map(({ label, text: value }) => [text(label), text(value)]), []];
    case "heading":
      return [[], [bold(block.text)]];
    case "paragraph":
      return [[text(block.text)]];
    case "figures":
      return [...block.figures.map(({ label, text: value, note }) => [text(label), text(value), text(note)]), []];
    case "facts":
      return [...block.rows.map(({ label, cell }) => [text(label), written(cell)]), []];
    case "table":
      return [
        ...(block.caption ? [[bold(block.caption)]] : []),
        block.columns.map(({ label, unit }) => bold(unit ? `${label} [${unit}]` : label)),
        ...block.rows.map((row) => row.map(written)),
        [],
      ];
    case "chart":
      return [[bold(block.caption)], ...chartRows(block.chart), []];
    case "finding":
      return [[text(block.text)]];
  }
}

function chartRows(chart: ChartSpec): Row[] {
  if (chart.kind === "shares") return chart.rows.map(({ label, share }) => [text(label), numeric(share)]);
  if (chart.kind === "bars")
    return [[bold("UTC"), bold(chart.unit)], ...chart.time.map((t, i) => [moment(t), numeric(chart.value[i] ?? null)])];
  const times = [...new Set(chart.lines.flatMap((line) => line.time))].sort((a, b) => a - b);
  const at = chart.lines.map((line) => new Map(line.time.map((t, i) => [t, line.value[i] ?? null])));
  return [
    [bold("UTC"), ...chart.lines.map(({ name, unit }) => bold(unit ? `${name} [${unit}]` : name))],
    ...times.map((t) => [moment(t), ...at.map((values) => numeric(values.get(t) ?? null))]),
  ];
}

import type { ImportPreview, TextPlan } from "#shared/domain/importing.ts";
import { rowClock } from "../clock/row-clock.ts";
import { decimalByte, numberCell } from "../number-cell.ts";
import { MissingWords } from "./missing-words.ts";
import { splitLine } from "./split-line.ts";
import { switchValue } from "./switch-words.ts";

const shownRows = 50;
const shownCell = 200; // characters

/** The first rows of data as the reader will take them, each cell with whether it was understood as what its column is. */
export function previewRows(head: readonly string[], plan: TextPlan): ImportPreview["rows"] {
  const clock = rowClock(plan);
  const missing = new MissingWords(plan.missing);
  const sign = decimalByte(plan.decimal);
  const rows: ImportPreview["rows"] = [];
  for (let i = plan.dataLine - 1; i < head.length && rows.length < shownRows; i++) {
    const cells = splitLine(head[i]!, plan.delimiter);
    if (cells.every((c) => c === "")) continue;
    clock.begin();
    const encoded = cells.map((text) => Buffer.from(text));
    const line = Buffer.concat(encoded);
    let at = 0;
    encoded.forEach((bytes, k) => {
      if (clock.columns.includes(k)) clock.cell(k, line, at, at + bytes.length);
      at += bytes.length;
    });
    const ms = clock.time();
    const time = Number.isNaN(ms) ? null : ms;
    if (time !== null) clock.accept();
    const isOk = (text: string, k: number): boolean => {
      if (clock.columns.includes(k)) return time !== null;
      if (plan.columns[k]?.kind !== "number" || text === "") return true;
      if (plan.columns[k]?.switched && switchValue(text) !== undefined) return true;
      return !Number.isNaN(numberCell(encoded[k]!, 0, encoded[k]!.length, sign)) || missing.hasWord(text);
    };
    rows.push({
      line: i + 1,
      time,
      cells: cells.slice(0, plan.columns.length).map((text, k) => ({ text: text.slice(0, shownCell), ok: isOk(text, k) })),
    });
  }
  return rows;
}

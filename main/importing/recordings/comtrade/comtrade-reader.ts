import { recordingReader } from "../recording-reader.ts";
import { isCombined } from "./comtrade-files.ts";
import { openComtrade } from "./open-comtrade.ts";

/** Recordings of protection relays and fault recorders: IEEE C37.111 / IEC 60255-24. */
export const comtradeReader = recordingReader("comtrade", sniffComtrade, openComtrade);

function sniffComtrade(head: Uint8Array, name: string): number {
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 4096)).toString("latin1").replace(/^ï»¿/, "");
  if (isCombined(text)) return 1;
  const [first = "", second = ""] = text.split(/\r\n|\n|\r/, 2);
  if (first.includes(",") && /^\s*\d+\s*,\s*\d+\s*A\s*,\s*\d+\s*D[\s,]*$/i.test(second)) return 1;
  if (!/\.dat$/i.test(name)) return 0;
  return Math.max(countedLines(text), countedRecords(head));
}

const looked = 4; // rows that must count on

/** Lines of whole numbers of which the first counts from 0 or 1 on and the second ascends: the samples of a configuration beside them. */
function countedLines(text: string): number {
  const lines = text.split(/\r\n|\n|\r/).slice(0, looked);
  const rows = lines.map((line) => line.split(",").map((cell) => cell.trim()));
  const [first] = rows.map((row) => Number(row[0] || Number.NaN));
  const counted = rows.every(
    (row, k) =>
      row.length > 2 &&
      row.every((cell) => /^-?\d*$/.test(cell)) &&
      Number(row[0]) === first! + k &&
      (k === 0 || Number(row[1]) >= Number(rows[k - 1]![1])),
  );
  return counted && rows.length === looked && first! <= 1 ? 0.85 : 0;
}

/** Records of one length that begin with a number that counts from 0 or 1 on. */
function countedRecords(head: Uint8Array): number {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  if (head.length < 8 || view.getUint32(0, true) > 1) return 0;
  const first = view.getUint32(0, true);
  const longest = Math.floor((head.length - 4) / (looked - 1));
  for (let record = 10; record <= longest; record += 2) {
    let k = 1;
    while (k < looked && view.getUint32(k * record, true) === first + k) k++;
    if (k === looked) return 0.9;
  }
  return 0;
}

import type { TabLines } from "./tab-table.ts";

class Enough extends Error {}

/** The first bytes of the table that `write` writes, which is stopped as soon as there are enough. */
export function tabHead(bytes: number, write: (lines: TabLines) => void): Uint8Array {
  const lines: string[] = [];
  let length = 0;
  try {
    write({
      line(cells) {
        const text = `${cells.join("\t")}\n`;
        lines.push(text);
        length += text.length;
        if (length >= bytes) throw new Enough();
      },
    });
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  return Buffer.from(lines.join("")).subarray(0, bytes);
}

import { cellShape } from "./cell-shape.ts";
import type { Layout } from "./guess-layout.ts";
import { splitLine } from "./split-line.ts";
import { looksLikeUnit } from "./unit-text.ts";

export interface HeaderLines {
  /** Index of the line of names in the head; undefined where the data begin at once. */
  readonly header: number | undefined;
  readonly units: number | undefined;
}

const mostHeaderLines = 8;

/** The line of names and the line of units among the lines directly above the data. */
export function guessHeader(head: readonly string[], layout: Layout): HeaderLines {
  const block: { index: number; filled: number; unitShare: number; names: number }[] = [];
  for (let i = layout.dataIndex - 1; i >= 0 && block.length < mostHeaderLines; i--) {
    const line = head[i]!;
    // A comment mark alone is an empty line to whoever wrote it.
    if (/^[\s#%;*]*$/.test(line)) {
      if (block.length > 0) break;
      continue;
    }
    const cells = splitLine(line, layout.delimiter);
    const filled = cells.filter((c) => c !== "");
    if (layout.width > 1 && cells.length < Math.max(2, 0.5 * layout.width)) break;
    const words = filled.filter((c) => cellShape(c, layout.decimal) === "word");
    const units = filled.filter((c) => looksLikeUnit(c.replace(/^[[(]\s*(.*?)\s*[\])]$/, "$1")) || /^(TS|RN|Smp|-)$/.test(c));
    const unitShare = filled.length === 0 ? 0 : units.length / filled.length;
    // A line of numbers above the data is neither names nor units: a column number row, a broken line.
    const names = words.length * 2 >= filled.length ? new Set(words).size : 0;
    block.unshift({ index: i, filled: filled.length, unitShare, names });
  }
  for (let k = 1; k < block.length; k++) {
    const above = block[k - 1]!;
    const below = block.slice(k + 1).some((line) => line.unitShare < 0.5 && line.names >= Math.max(3, 0.8 * line.filled));
    if (block[k]!.unitShare >= 0.5 && above.unitShare < 0.5 && above.names >= block[k]!.filled && !below)
      return { header: above.index, units: block[k]!.index };
  }
  let best: (typeof block)[number] | undefined;
  // The lowest line with the most names; one that has as many but reads more like units stands below the names.
  for (const line of block)
    if (line.names > 0 && (!best || line.names > best.names || (line.names === best.names && line.unitShare <= best.unitShare)))
      best = line;
  return { header: best?.index, units: undefined };
}

import { decimalByte, numberCell } from "../../number-cell.ts";
import { columnsOfKind, type SampledTable, textsOf } from "./sampled-table.ts";

export interface NumberColumn {
  /** Its place in the table. */
  readonly k: number;
  readonly values: readonly number[];
  /** Goes forward, but for a few restarts. */
  readonly steady: boolean;
}

export function numberColumns(sampled: SampledTable): NumberColumn[] {
  const sign = decimalByte(sampled.decimal);
  return columnsOfKind(sampled, "number").flatMap((k) => {
    const values = textsOf(sampled, k)
      .map((t) => Buffer.from(t))
      .map((b) => numberCell(b, 0, b.length, sign))
      .filter((v) => !Number.isNaN(v));
    if (values.length === 0) return [];
    let backwards = 0;
    for (let i = 1; i < values.length; i++) if (values[i]! < values[i - 1]!) backwards++;
    let forwards = 0;
    for (let i = 1; i < values.length; i++) if (values[i]! > values[i - 1]!) forwards++;
    const further = values.length < 2 || values.at(-1)! > values[0]! || forwards >= 0.9 * values.length;
    return [{ k, values, steady: backwards <= 0.05 * values.length && further }];
  });
}

import type { Dimension } from "./dimension.ts";

/** A unit of measure, understood. value in SI = value · factor + offset. */
export interface Unit {
  /** How it is written in this product; the text as found where the unit is unknown. */
  readonly symbol: string;
  readonly factor: number;
  /** 0 but for scales such as degC and barg. */
  readonly offset: number;
  readonly dimension: Dimension;
  /** False where any part of it is not in the table; that part is then a dimension of its own. */
  readonly known: boolean;
}

export const pureNumber: Unit = { symbol: "", factor: 1, offset: 0, dimension: {}, known: true };

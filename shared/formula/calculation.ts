import type { BinaryOperator } from "./expression.ts";
import type { WindowFunction } from "./windowed.ts";

/** A formula ready to be computed: every conversion between units stands in it. */
export type Calculation =
  | { readonly kind: "constant"; readonly value: number }
  | { readonly kind: "tag"; readonly tag: string }
  /** of · scale + shift. */
  | { readonly kind: "scaled"; readonly of: Calculation; readonly scale: number; readonly shift: number }
  | { readonly kind: "unary"; readonly operation: "negative" | "not" | "abs" | "sqrt" | "ln" | "exp"; readonly of: Calculation }
  | { readonly kind: "binary"; readonly operator: BinaryOperator; readonly left: Calculation; readonly right: Calculation }
  /** Over the span of time up to and with each row. */
  | { readonly kind: "window"; readonly name: WindowFunction; readonly of: Calculation; readonly spanMs: number }
  | { readonly kind: "call"; readonly name: "min" | "max" | "if" | "clamp"; readonly arguments: readonly Calculation[] };

/** of · scale + shift, and nothing at all where that changes nothing. */
export function scaled(of: Calculation, scale: number, shift: number): Calculation {
  if (scale === 1 && shift === 0) return of;
  return { kind: "scaled", of, scale, shift };
}

import { columnOf, type Frame } from "../domain/frame.ts";
import type { Calculation } from "./calculation.ts";
import type { BinaryOperator } from "./expression.ts";
import { windowed } from "./windowed.ts";

/**
 * Computes a formula for every row.
 * @returns [rows] NaN where any sample it reads is NaN, where it divides by zero, and wherever the value is not a finite number;
 * a comparison is 1 or 0. Never a column of the frame itself.
 */
export function evaluate(calculation: Calculation, frame: Frame): Float64Array {
  const rows = frame.time.length;
  const compute = (c: Calculation): Float64Array => {
    switch (c.kind) {
      case "constant":
        return new Float64Array(rows).fill(c.value);
      case "tag":
        return Float64Array.from(columnOf(frame, c.tag).values);
      case "scaled": {
        const of = compute(c.of);
        for (let i = 0; i < rows; i++) of[i] = of[i]! * c.scale + c.shift;
        return of;
      }
      case "unary":
        return unary[c.operation](compute(c.of));
      case "binary":
        return binary(c.operator, compute(c.left), compute(c.right));
      case "call":
        return calls[c.name](c.arguments.map(compute));
      case "window":
        return windowed(c.name, frame.time, compute(c.of), c.spanMs);
    }
  };
  const values = compute(calculation);
  for (let i = 0; i < rows; i++) if (!Number.isFinite(values[i]!)) values[i] = Number.NaN;
  return values;
}

type Unary = (of: Float64Array) => Float64Array;
const each = (f: (x: number) => number): Unary => {
  return (of) => {
    for (let i = 0; i < of.length; i++) of[i] = f(of[i]!);
    return of;
  };
};
const truth = (x: number, yes: boolean): number => (Number.isNaN(x) ? Number.NaN : yes ? 1 : 0);

const unary: Readonly<Record<"negative" | "not" | "abs" | "sqrt" | "ln" | "exp", Unary>> = {
  negative: each((x) => -x),
  not: each((x) => truth(x, x === 0)),
  abs: each(Math.abs),
  sqrt: each(Math.sqrt),
  ln: each(Math.log),
  exp: each(Math.exp),
};

function binary(operator: BinaryOperator, a: Float64Array, b: Float64Array): Float64Array {
  const f = operations[operator];
  for (let i = 0; i < a.length; i++) a[i] = f(a[i]!, b[i]!);
  return a;
}

const operations: Readonly<Record<BinaryOperator, (a: number, b: number) => number>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => (b === 0 ? Number.NaN : a / b),
  // NaN ** 0 would be 1.
  "^": (a, b) => (Number.isNaN(a) ? Number.NaN : a ** b),
  "<": (a, b) => truth(a + b, a < b),
  "<=": (a, b) => truth(a + b, a <= b),
  ">": (a, b) => truth(a + b, a > b),
  ">=": (a, b) => truth(a + b, a >= b),
  "=": (a, b) => truth(a + b, a === b),
  "<>": (a, b) => truth(a + b, a !== b),
  and: (a, b) => truth(a + b, a !== 0 && b !== 0),
  or: (a, b) => truth(a + b, a !== 0 || b !== 0),
};

const calls: Readonly<Record<"min" | "max" | "if" | "clamp", (of: Float64Array[]) => Float64Array>> = {
  min: (of) => of.reduce((a, b) => a.map((x, i) => Math.min(x, b[i]!))),
  max: (of) => of.reduce((a, b) => a.map((x, i) => Math.max(x, b[i]!))),
  if: ([condition, yes, no]) => condition!.map((c, i) => (Number.isNaN(c) ? Number.NaN : c !== 0 ? yes![i]! : no![i]!)),
  clamp: ([value, low, high]) => value!.map((x, i) => Math.min(Math.max(x, low![i]!), high![i]!)),
};

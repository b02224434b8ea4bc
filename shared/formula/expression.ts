/** Where a piece of a formula stands in its text, counted from 0; `end` is behind it. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

export type BinaryOperator = "+" | "-" | "*" | "/" | "^" | "<" | "<=" | ">" | ">=" | "=" | "<>" | "and" | "or";

/** A formula as a tree. */
export type Expression = Place &
  (
    | { readonly kind: "number"; readonly value: number; readonly unit: string | undefined }
    | { readonly kind: "tag"; readonly tag: string }
    | { readonly kind: "negative" | "not"; readonly of: Expression }
    | { readonly kind: "binary"; readonly operator: BinaryOperator; readonly left: Expression; readonly right: Expression }
    | { readonly kind: "call"; readonly name: FunctionName; readonly arguments: readonly Expression[] }
  );

/** Number of arguments of every function, the smallest and the largest. */
export const functions = {
  abs: [1, 1],
  min: [2, 32],
  max: [2, 32],
  sqrt: [1, 1],
  ln: [1, 1],
  exp: [1, 1],
  if: [3, 3],
  clamp: [3, 3],
  mean: [2, 2],
  std: [2, 2],
  rate: [2, 2],
  lag: [2, 2],
} as const satisfies Record<string, readonly [number, number]>;

export type FunctionName = keyof typeof functions;

export const isFunctionName = (name: string): name is FunctionName => Object.hasOwn(functions, name);

/** The tags a formula reads, in the order of their first use. */
export function tagsOf(expression: Expression): string[] {
  const tags = new Set<string>();
  const visit = (e: Expression): void => {
    if (e.kind === "tag") tags.add(e.tag);
    else if (e.kind === "binary") {
      visit(e.left);
      visit(e.right);
    } else if (e.kind === "call") e.arguments.forEach(visit);
    else if (e.kind === "negative" || e.kind === "not") visit(e.of);
  };
  visit(expression);
  return [...tags];
}

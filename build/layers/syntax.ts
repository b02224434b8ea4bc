import { parseSync } from "vite";

/** A node of the ESTree that the bundler's own parser makes of TypeScript. */
export interface Syntax {
  readonly type: string;
  /** Offset in the source. */
  readonly start: number;
  readonly [key: string]: unknown;
}

/** @throws where the source does not parse. */
export function parse(path: string, source: string): Syntax {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`);
  return program as unknown as Syntax;
}

export const isSyntax = (value: unknown): value is Syntax =>
  typeof value === "object" && value !== null && typeof (value as Syntax).type === "string";

/** Visits a node and everything below it, parents first. */
export function walk(node: Syntax, visit: (node: Syntax, parent: Syntax | undefined) => void, parent?: Syntax): void {
  visit(node, parent);
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value]) if (isSyntax(child)) walk(child, visit, node);
}

/** `a.b.c` and `import.meta.url` as text, undefined for any other expression. */
export function dotted(node: unknown): string | undefined {
  if (!isSyntax(node)) return undefined;
  if (node.type === "Identifier") return node.name as string;
  if (node.type === "MetaProperty") return "import.meta";
  if (node.type !== "MemberExpression" || node.computed) return undefined;
  const object = dotted(node.object);
  return object === undefined ? undefined : `${object}.${dotted(node.property)}`;
}

/** 1 … */
export const lineAt = (source: string, offset: number): number => source.slice(0, offset).split("\n").length;

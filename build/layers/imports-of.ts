import { dotted, isSyntax, lineAt, parse, type Syntax, walk } from "./syntax.ts";

/** One thing a source file needs from elsewhere. */
export interface Import {
  /** As written; undefined where it is only known while the program runs. */
  readonly specifier: string | undefined;
  /** Leaves nothing behind when types are stripped. */
  readonly typeOnly: boolean;
  /** 1 … */
  readonly line: number;
}

/**
 * All imports of a TypeScript file: static, re-exported, dynamic, `import("…")` in types, `require` under whatever name the file makes
 * itself one, `import.meta.resolve`, and files beside it named by `new URL("…", import.meta.url)`.
 */
export function importsOf(path: string, source: string): Import[] {
  const imports: Import[] = [];
  const program = parse(path, source);
  const loaders = new Set(["require", "import.meta.resolve"]);
  walk(program, ({ type, id, init }) => {
    const made = type === "VariableDeclarator" && isSyntax(init) && init.type === "CallExpression";
    if (made && dotted(init.callee)?.endsWith("createRequire")) loaders.add(dotted(id) ?? "");
  });
  walk(program, (node) => {
    const found = load(node, loaders);
    if (found) imports.push({ ...found, line: lineAt(source, node.start) });
  });
  return imports;
}

function load(node: Syntax, loaders: ReadonlySet<string>): Omit<Import, "line"> | undefined {
  const [first, second] = (node.arguments ?? []) as Syntax[];
  switch (node.type) {
    case "ImportDeclaration":
      // `import { type A } from "x"` still loads x: only the whole statement can be a type.
      return { specifier: text(node.source), typeOnly: node.importKind === "type" };
    case "ExportNamedDeclaration":
    case "ExportAllDeclaration":
      return isSyntax(node.source) ? { specifier: text(node.source), typeOnly: node.exportKind === "type" } : undefined;
    case "ImportExpression":
      return { specifier: text(node.source), typeOnly: false };
    case "TSImportType":
      return { specifier: text(node.source), typeOnly: true };
    case "CallExpression":
      return loaders.has(dotted(node.callee)?.replace(/(?<!meta)\.resolve$/, "") ?? "")
        ? { specifier: text(first), typeOnly: false }
        : undefined;
    case "NewExpression": {
      if (dotted(node.callee) !== "URL" || dotted(second) !== "import.meta.url") return undefined;
      return { specifier: text(first), typeOnly: false };
    }
  }
}

function text(node: unknown): string | undefined {
  return isSyntax(node) && typeof node.value === "string" ? node.value : undefined;
}

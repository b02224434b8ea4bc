import { dotted, isSyntax, lineAt, parse, type Syntax, walk } from "./syntax.ts";

/** A name that a file uses without declaring it: `document`, `Math.random`, `new Date()`. */
export interface GlobalUse {
  readonly name: string;
  /** 1 … */
  readonly line: number;
}

/**
 * The globals a TypeScript file uses, as values or as types, each use twice where it is a member (`Math` and `Math.random`).
 * A name that the file declares anywhere counts as its own everywhere in it: a `window` of samples is not the browser's.
 */
export function globalsOf(path: string, source: string): GlobalUse[] {
  const own = new Set<string>();
  const used: (GlobalUse & { readonly root: string })[] = [];
  walk(parse(path, source), (node, parent) => {
    for (const pattern of declared(node)) for (const name of names(pattern)) own.add(name);
    const name = use(node, parent);
    if (name !== undefined) used.push({ name, line: lineAt(source, node.start), root: name.replace("new ", "").replace(/[.(].*/, "") });
  });
  return used.filter(({ root }) => !own.has(root)).map(({ name, line }) => ({ name, line }));
}

function use(node: Syntax, parent: Syntax | undefined): string | undefined {
  if (node.type === "NewExpression" && dotted(node.callee) === "Date" && (node.arguments as Syntax[]).length === 0) return "new Date()";
  if (node.type === "MemberExpression") return dotted(node);
  return node.type === "Identifier" && !isOnlyName(node, parent) ? (node.name as string) : undefined;
}

/** The `b` of `a.b` and of `{ b: 1 }`, and other places where an identifier refers to nothing in scope. */
function isOnlyName(node: Syntax, parent: Syntax | undefined): boolean {
  if (parent === undefined) return false;
  if (parent.type === "MemberExpression") return parent.property === node && !parent.computed;
  if (parent.type === "TSQualifiedName") return parent.right === node;
  if (parent.type === "MetaProperty" || parent.type === "ExportSpecifier" || parent.type === "LabeledStatement") return true;
  return "key" in parent && parent.key === node && !parent.computed && !parent.shorthand;
}

/** What a node declares: patterns and identifiers. */
function declared(node: Syntax): unknown[] {
  if (node.type === "VariableDeclarator" || node.type === "ClassExpression" || node.type.endsWith("Declaration"))
    return [node.id, ...parameters(node)];
  if (node.type === "CatchClause") return [node.param];
  if (/^Import\w*Specifier$/.test(node.type)) return [node.local];
  if (node.type === "TSTypeParameter") return [node.name];
  if (node.type === "TSMappedType") return [node.key];
  return parameters(node);
}

/** Of a function, a method, or a function's type. */
const parameters = (node: Syntax): unknown[] => (Array.isArray(node.params) && !node.type.startsWith("TSTypeParameter") ? node.params : []);

function names(pattern: unknown): string[] {
  if (!isSyntax(pattern)) return [];
  switch (pattern.type) {
    case "Identifier":
      return [pattern.name as string];
    case "ObjectPattern":
      return (pattern.properties as Syntax[]).flatMap((property) => names(property.value ?? property.argument));
    case "ArrayPattern":
      return (pattern.elements as unknown[]).flatMap(names);
    case "AssignmentPattern":
      return names(pattern.left);
    case "RestElement":
      return names(pattern.argument);
    default:
      return [];
  }
}

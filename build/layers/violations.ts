import { globSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join, posix } from "node:path";
import { globalsOf } from "./globals-of.ts";
import { type Import, importsOf } from "./imports-of.ts";
import type { Layer } from "./layer.ts";
import { layerOf } from "./layer-of.ts";

/** Something the import table does not allow. */
export interface Violation {
  /** Relative to the project, with forward slashes. */
  readonly file: string;
  /** 1 …; 0 where it is the file itself. */
  readonly line: number;
  readonly what: string;
}

const trees = ["main", "renderer", "shared", "build", "test"];

/** Holds every .ts and .tsx file of a project's five trees against the table; by file and line. */
export function violations(project: string, table: readonly Layer[]): Violation[] {
  const files = globSync(`{${trees.join(",")}}/**/*.{ts,tsx}`, { cwd: project }).map((file) => file.replaceAll("\\", "/"));
  return files.sort().flatMap((file) => violationsIn(file, readFileSync(join(project, file), "utf8"), table));
}

function violationsIn(file: string, source: string, table: readonly Layer[]): Violation[] {
  const layer = layerOf(file, table);
  if (layer === undefined) return [{ file, line: 0, what: "belongs to no layer" }];
  const packages = [...layer.packages, ...(layer.mirrors ? twinPackages(file, layer, table) : [])];
  const found: Violation[] = [];
  for (const one of importsOf(file, source)) {
    const what = refusal(file, one, { ...layer, packages }, table);
    if (what !== undefined) found.push({ file, line: one.line, what });
  }
  for (const { name, line } of layer.without ? globalsOf(file, source) : [])
    if (layer.without?.includes(name)) found.push({ file, line, what: `uses ${name}, which ${layer.place} must do without` });
  return found.sort((a, b) => a.line - b.line);
}

function twinPackages(file: string, layer: Layer, table: readonly Layer[]): readonly string[] {
  const twin = layerOf(file.slice(layer.place.length).replace(/\.test(\.tsx?)$/, "$1"), table);
  return [...(twin?.packages ?? []), ...(twin?.types ?? [])];
}

/** Why a layer may not have this import, undefined where it may. */
function refusal(file: string, { specifier, typeOnly }: Import, layer: Layer, table: readonly Layer[]): string | undefined {
  if (specifier === undefined) return layer.computedImports ? undefined : "loads something that is only named while it runs";
  const target = insideProject(file, specifier);
  if (target === undefined) {
    const name = packageOf(specifier);
    if (layer.without?.includes(name)) return `imports ${name}, which ${layer.place} must do without`;
    if (layer.packages.some((allowed) => covers(allowed, name)) || (typeOnly && layer.types?.includes(name))) return undefined;
    return layer.types?.includes(name)
      ? `imports ${name}, of which ${layer.place} may only use types`
      : `imports ${name}, which is not for ${layer.place}`;
  }
  const other = layerOf(target, table);
  if (other === undefined) return `imports ${target}, which belongs to no layer`;
  const allowed = [layer.place, ...layer.imports].some((place) => other.place.startsWith(place));
  return allowed ? undefined : `imports ${target}: ${layer.place} may not import ${other.place}`;
}

/** The path inside the project that a specifier means, undefined for a package. */
function insideProject(file: string, specifier: string): string | undefined {
  if (specifier.startsWith("#")) return specifier.slice(1);
  return specifier.startsWith(".") ? posix.join(posix.dirname(file), specifier) : undefined;
}

/** `@mantine/core/styles.css` is of `@mantine/core`; `fs` is `node:fs`, and `node:fs/promises` is of `node:fs`. */
function packageOf(specifier: string): string {
  const [first = "", second] = specifier.split("/");
  if (isBuiltin(specifier)) return first.startsWith("node:") ? first : `node:${first}`;
  return first.startsWith("@") ? `${first}/${second}` : first;
}

const covers = (allowed: string, name: string): boolean =>
  allowed === name ||
  (allowed.endsWith("/*") && name.startsWith(allowed.slice(0, -1))) ||
  (allowed === "node:" && name.startsWith("node:"));

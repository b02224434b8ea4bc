import { existsSync } from "node:fs";
import { join } from "node:path";

/** Absolute path of a folder or file of the reference data beside the project, undefined where it is missing. */
export function referenceData(name: string): string | undefined {
  const path = join(import.meta.dirname, "../../../shared/data", name);
  return existsSync(path) ? path : undefined;
}

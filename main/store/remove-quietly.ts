import { rmSync } from "node:fs";

/** Removes a file or folder that no row speaks of any more; one that another program holds stays until the project is opened again and swept. */
export function removeQuietly(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // Nobody can see it in the project, and the next opening tries again: nothing a person should be told.
  }
}

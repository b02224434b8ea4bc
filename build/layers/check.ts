/** `npm run layers`: holds every source file against the import table. */
import { root } from "../root.ts";
import { table } from "./table.ts";
import { violations } from "./violations.ts";

const found = violations(root, table);
for (const { file, line, what } of found) process.stdout.write(`${file}${line > 0 ? `:${line}` : ""} ${what}\n`);
process.stdout.write(
  found.length === 0 ? "Every import follows the table.\n" : `${found.length} against the import table (build/layers/table.ts).\n`,
);
process.exitCode = found.length === 0 ? 0 : 1;

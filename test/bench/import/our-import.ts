/** Run in a process of its own: imports a log as the product does and prints milliseconds, CPU milliseconds and peak memory as JSON. */
import { mkdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { quietRun } from "#shared/domain/run.ts";
import { preview } from "../../../main/importing/preview.ts";
import { importLog } from "../../../main/workbench/tasks/import-log.ts";

const [file, folder] = process.argv.slice(2) as [string, string];
const tempFolder = join(folder, "temp");
mkdirSync(tempFolder);
const begun = performance.now();
const { plan } = await preview([file]);
const threads = availableParallelism();
const input = {
  files: [file],
  plan,
  staging: join(folder, "staging"),
  quarantineFile: join(folder, "quarantine.txt"),
  tempFolder,
  threads,
};
const { report } = await importLog(input, quietRun());
const ms = performance.now() - begun;
const cpu = process.cpuUsage();
console.log(
  JSON.stringify({ ms, cpuMs: (cpu.user + cpu.system) / 1000, rows: report.rowsKept, peakGB: process.resourceUsage().maxRSS / 1e6 }),
);

/**
 * A process of its own that works on a project as the command line does, to be watched or killed:
 * `node --import ./disk-steps.ts do-work.ts PROJECT SCRATCH WORK …`, where WORK is a name of `work`, or `create` or `open`. Steps are
 * counted from the first WORK on; `BEGIN name` and `END name` say how many there have been.
 */
import { appendFileSync, mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { openWorkbench } from "./open-workbench.ts";
import { recordBytes } from "./records.ts";
import { type WorkName, work } from "./work.ts";

const [project, scratch, ...names] = process.argv.slice(2) as [string, string, ...(WorkName | "create" | "open")[]];
const steps = process.env.FAULTS_STEPS!;
const logs = join(scratch, "logs");
mkdirSync(logs, { recursive: true });
const say = (what: string) => process.stdout.write(`${what} ${statSync(steps).size / recordBytes}\n`);

const bench = openWorkbench(join(scratch, "user"));
if (names[0] !== "create" && names[0] !== "open") await bench.handlers.project.open({ folder: project });
appendFileSync(steps, "");
for (const name of names) {
  say(`BEGIN ${name}`);
  if (name === "create") await bench.handlers.project.create({ folder: project, name: "Pump house" });
  else if (name === "open") await bench.handlers.project.open({ folder: project });
  else await work[name]({ bench, logs });
  say(`END ${name}`);
}
await bench.close();

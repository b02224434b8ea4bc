/** `npm run bench -- AREA [--data DIR] [--only NAME] [--json]`: figures of the product beside those of its peers; see README.md. */
import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { figureRows } from "./figure-rows.ts";
import { textColumns } from "./text-columns.ts";

/** What every area exports as `run`: figures by name; `skipped` says why there is none. */
type Area = (wish: { dataDir?: string | undefined; only?: string | undefined }) => object | Promise<object>;

const areas = ["import", "health", "efficiency", "start"] as const;
const usage = `usage: npm run bench -- AREA [--data DIR] [--only NAME] [--json]
  AREA         ${areas.join(", ")} or all
  --data DIR   a folder laid out like the reference data (default: ../shared/data where it is there)
  --only NAME  one part of the area, as its README names them
  --json       one JSON object on standard output and nothing else
`;

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  const wish = understood(args);
  if (typeof wish === "string") {
    process.stderr.write(`${wish}\n${usage}`);
    return 2;
  }
  const { chosen, dataDir, only, json } = wish;
  if (dataDir === undefined) say("There is no reference data: what needs it is skipped. --data DIR names a folder with it.");
  // Whatever an area or what it calls prints is progress; figures alone go to standard output.
  console.log = console.info = console.error;
  const said: Record<string, unknown> = {};
  let failed = 0;
  for (const area of chosen) {
    say(`== ${area}${only === undefined ? "" : ` (${only})`}`);
    const began = performance.now();
    try {
      Object.assign(said, await (await load(area))({ dataDir, only }));
      say(`== ${area}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
    } catch (error) {
      failed++;
      say(`== ${area} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      said[area] = { skipped: `failed: ${error instanceof Error ? error.message : String(error)}` };
    }
  }
  if (only !== undefined && Object.keys(said).length === 0) {
    process.stderr.write(`No part of ${chosen.join(", ")} is called ${only}.\n${usage}`);
    return 2;
  }
  process.stdout.write(json ? `${JSON.stringify(said)}\n` : table(said));
  return failed === 0 ? 0 : 1;
}

function understood(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { data: { type: "string" }, only: { type: "string" }, json: { type: "boolean", default: false } },
    });
    const [name, ...more] = positionals;
    if (name === undefined) return "No area is named.";
    if (more.length > 0) return `One area at a time, or all: ${positionals.join(", ")}.`;
    const chosen = name === "all" ? areas : areas.filter((area) => area === name);
    if (chosen.length === 0) return `There is no area "${name}".`;
    const beside = join(import.meta.dirname, "../../../shared/data");
    const dataDir = values.data === undefined ? (existsSync(beside) ? beside : undefined) : resolve(values.data);
    if (dataDir !== undefined && !statSync(dataDir, { throwIfNoEntry: false })?.isDirectory()) return `There is no folder ${dataDir}.`;
    return { chosen, dataDir, only: values.only, json: values.json };
  } catch (error) {
    return (error as Error).message;
  }
}

async function load(area: (typeof areas)[number]): Promise<Area> {
  const { run } = (await import(`./${area}.ts`)) as { run: Area };
  return run;
}

function table(said: object): string {
  const { rows, skipped } = figureRows(said);
  const head = ["figure", "unit", "ours", "peer", "bar", ""];
  const cells = rows.map(({ path, unit, ours, peer, bar, met }) => [
    path,
    unit,
    ours,
    peer,
    bar,
    met === undefined ? "" : met ? "met" : "not met",
  ]);
  const lines = [textColumns([head, ...cells]), ...skipped.map((line) => `skipped  ${line}`)];
  return `${lines.join("\n")}\n`;
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

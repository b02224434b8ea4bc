/** `npm test`: everything that tells whether the work stands, cheapest first, none left out because another failed. */

import { root } from "./root.ts";
import { commandTally } from "./suite/command-tally.ts";
import { listedTally, type PlaywrightReport, playwrightTally } from "./suite/playwright-tally.ts";
import { reportOf } from "./suite/report-of.ts";
import { closingLine, sum, type Tally } from "./suite/tally.ts";
import { type VitestReport, vitestTally } from "./suite/vitest-tally.ts";
import { tool } from "./tool.ts";
import { windowGround } from "./window-ground.ts";

const tallies: Tally[] = [];

async function step(name: string, run: () => Tally | Promise<Tally>): Promise<Tally> {
  process.stdout.write(`== ${name}\n`);
  const began = performance.now();
  const tally = await run();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  for (const note of tally.notes) process.stdout.write(`   ${note}\n`);
  process.stdout.write(`== ${name}: ${closingLine(tally)} (${seconds} s)\n`);
  tallies.push(tally);
  return tally;
}

const playwright = tool("@playwright/test", "playwright");

function windowTests(env: NodeJS.ProcessEnv): Tally {
  const { report, exitCode } = reportOf<PlaywrightReport>(
    playwright,
    () => ["test", "--reporter=list,json"],
    (file) => ({ ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file }),
  );
  return playwrightTally(report, exitCode);
}

function skippedWindowTests(reason: string): Tally {
  const { report, exitCode } = reportOf<PlaywrightReport>(
    playwright,
    () => ["test", "--list", "--reporter=json"],
    (file) => ({ ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: file }),
  );
  return report ? listedTally(report, reason) : playwrightTally(undefined, exitCode);
}

await step("layers", () => commandTally(`${root}/build/layers/check.ts`));
await step("lint", () => commandTally(tool("@biomejs/biome", "biome"), ["check", "."]));
await step("types", () => commandTally(tool("typescript", "tsc"), ["--noEmit"]));
await step("unit tests", () => {
  const { report, exitCode } = reportOf<VitestReport>(
    tool("vitest"),
    (file) => ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`],
    () => process.env,
  );
  return vitestTally(report, exitCode);
});
const built = await step("build", () => commandTally(tool("electron-vite"), ["build", "--logLevel", "warn"]));
await step("window tests", async () => {
  if (built.failed > 0) return skippedWindowTests("the build failed");
  const ground = await windowGround("tests");
  if (!ground.ready) return skippedWindowTests(ground.reason);
  try {
    return windowTests(ground.env);
  } finally {
    ground.stop();
  }
});

const total = sum(tallies);
process.exitCode = total.failed === 0 ? 0 : 1;
process.stdout.write(`${closingLine(total)}\n`);

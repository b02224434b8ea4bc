import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { userData } from "./cli/frame/user-data.ts";
import { runCli } from "./cli/run-cli.ts";

const here = import.meta.dirname;
const form = extname(import.meta.filename); // `.ts` in a checkout, `.js` when built
const { version } = JSON.parse(readFileSync(join(here, form === ".ts" ? ".." : "../..", "package.json"), "utf8")) as { version: string };

// Whoever read along has heard enough (`| head`); the work goes on to its end.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

const code = await runCli({
  args: process.argv.slice(2),
  version,
  // Loaded only when there is work: help and complaints come at once.
  async createWorkbench() {
    const { createWorkbench } = await import("./workbench/create.ts");
    return createWorkbench({
      userData: userData(),
      workerEntry: join(here, `worker${form}`),
      host: "cli",
      version,
      electron: process.versions.electron ?? null,
    });
  },
});
// What was written must be out before the process is gone; a pipe may still be full.
process.stdout.write("", () => process.stderr.write("", () => process.exit(code)));

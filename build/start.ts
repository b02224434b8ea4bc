/** `npm start [-- ARGUMENT …]`: opens the window from a checkout. */
import { spawn } from "node:child_process";
import { bundle } from "./bundle.ts";
import { root } from "./root.ts";
import { sandboxArguments } from "./sandbox-arguments.ts";
import { windowGround } from "./window-ground.ts";

const ground = await windowGround("start");
if (!ground.ready) {
  process.stderr.write(`The window cannot be opened: ${ground.reason}.\n`);
  process.exit(1);
}
bundle();
const program = spawn(ground.runtime.executable, [...sandboxArguments(), root, ...process.argv.slice(2)], {
  env: ground.env,
  stdio: "inherit",
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => program.kill(signal));
program.on("exit", (code, signal) => process.exit(code ?? (signal === null ? 0 : 1)));

/** `npm run e2e [-- PLAYWRIGHT-ARGUMENT …]`: drives the real window. */
import { spawnSync } from "node:child_process";
import { bundle } from "./bundle.ts";
import { root } from "./root.ts";
import { tool } from "./tool.ts";
import { windowGround } from "./window-ground.ts";

const ground = await windowGround("tests");
if (!ground.ready) {
  process.stderr.write(`The window tests cannot run here: ${ground.reason}.\n`);
  process.exit(1);
}
try {
  bundle();
  const { status } = spawnSync(process.execPath, [tool("@playwright/test", "playwright"), "test", ...process.argv.slice(2)], {
    cwd: root,
    env: ground.env,
    stdio: "inherit",
  });
  process.exitCode = status ?? 1;
} finally {
  ground.stop();
}

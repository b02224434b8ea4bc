import { join } from "node:path";
import { app } from "electron";
import { readArguments } from "./shell/arguments.ts";
import { development } from "./shell/development.ts";
import { hardenEarly } from "./shell/hardening.ts";
import { lockNetworkEarly } from "./shell/network-lock.ts";
import { printMode } from "./shell/print-mode.ts";
import { runWindow } from "./shell/run-window.ts";

const asked = development();
if (asked.userData) app.setPath("userData", asked.userData);
lockNetworkEarly();
hardenEarly();

const built = import.meta.dirname;
const given = (args: readonly string[], cwd: string) => readArguments(args, { cwd, appPath: app.isPackaged ? null : app.getAppPath() });
const start = given(process.argv.slice(1), process.cwd());

if (start.print) void printMode(start.print);
else if (!app.requestSingleInstanceLock()) app.quit();
else {
  void runWindow({
    asked,
    start,
    again: (hear) => void app.on("second-instance", (_event, argv, cwd) => hear(given(argv.slice(1), cwd))),
    main: built,
    preload: join(built, "../preload/preload.cjs"),
    pages: join(built, "../renderer"),
  });
}

import { display } from "./display.ts";
import { findRuntime } from "./runtime/find-runtime.ts";
import { nodeIn } from "./runtime/node-in.ts";
import type { Runtime } from "./runtime/runtime.ts";
import { systemLibraries } from "./system-libraries.ts";

/** Everything a window needs to stand on, or why there is none. */
export type WindowGround =
  | {
      readonly ready: true;
      readonly runtime: Runtime;
      /** The whole environment for the program, or for a test runner that starts it. */
      readonly env: NodeJS.ProcessEnv;
      /** Takes away what was put up; once the window is closed. */
      stop(): void;
    }
  | { readonly ready: false; readonly reason: string };

/** better-sqlite3 13 needs Node-API 10, which came with Node 22.14; inside an older runtime the engine runs in our own Node instead. */
const engineNeedsNode = 22;

/** Finds a runtime, sees to its libraries, and for tests to a screen. */
export async function windowGround(purpose: "start" | "tests"): Promise<WindowGround> {
  const say = (line: string) => process.stderr.write(`${line}\n`);
  try {
    const runtime = await findRuntime();
    const readiness = systemLibraries(runtime, purpose, say);
    if (!readiness.ready) return readiness;
    if (purpose === "start" && process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
      return { ready: false, reason: "there is no screen: neither DISPLAY nor WAYLAND_DISPLAY is set" };
    const screen = purpose === "tests" ? await display() : { env: {}, stop() {} };
    const { ELECTRON_RUN_AS_NODE: _, ...inherited } = process.env;
    const engine = nodeIn(runtime) < engineNeedsNode ? { ONEPERCENT_ENGINE_NODE: process.execPath } : {};
    const env = { ...inherited, ...screen.env, ...engine, ELECTRON_OVERRIDE_DIST_PATH: runtime.directory };
    return { ready: true, runtime, env, stop: screen.stop };
  } catch (error) {
    return { ready: false, reason: (error as Error).message.replace(/\.$/, "") };
  }
}

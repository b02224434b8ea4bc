import { execFileSync } from "node:child_process";
import type { Runtime } from "./runtime.ts";

/**
 * The major version of the Node inside a runtime, asked of the runtime itself.
 * @throws where it cannot run at all, for example because a system library is missing.
 */
export function nodeIn({ executable }: Runtime): number {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: "1" };
  return Number.parseInt(execFileSync(executable, ["-p", "process.versions.node"], { env, encoding: "utf8" }), 10);
}

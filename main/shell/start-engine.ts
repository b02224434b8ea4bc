import { app } from "electron";
import type { EngineStart } from "../engine/host-message.ts";
import type { Development } from "./development.ts";
import { engineEntry } from "./engine-entry.ts";
import type { EngineProcess } from "./engine-process.ts";
import { nodeEngine } from "./node-engine.ts";
import { utilityEngine } from "./utility-engine.ts";

/** Starts the engine beside the built main files, in Electron's own process or in the Node that development asks for. */
export function startEngine(main: string, project: string | null, { engineNode }: Development): EngineProcess {
  const start: EngineStart = {
    userData: app.getPath("userData"),
    version: app.getVersion(),
    electron: process.versions.electron ?? null,
    project,
  };
  const argument = JSON.stringify(start);
  return engineNode ? nodeEngine(engineEntry(main), argument, engineNode) : utilityEngine(engineEntry(main), argument);
}

import type { MessagePortMain } from "electron";
import type { Link } from "#shared/rpc/wire.ts";

/** The engine's process as the shell holds it, whatever kind it is. */
export interface EngineProcess {
  readonly pid: number | undefined;
  /** A line for the shell's own questions. */
  link(): Link;
  /** A port to hand to a window. */
  port(): MessagePortMain;
  onExit(hear: () => void): void;
  /** Asks it to finish; it exits when it has. */
  close(): void;
  /** Ends it at once. */
  kill(): void;
}

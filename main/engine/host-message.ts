import type { Wire } from "#shared/rpc/wire.ts";

/**
 * What the shell and the engine's process say to each other beside questions and answers. Under Electron `open` carries a port of its
 * own; under plain Node all links share the one channel and `data` names the link.
 */
export type HostMessage =
  | { k: "open"; link: number }
  | { k: "data"; link: number; message: Wire }
  /** The window at the other end is gone. */
  | { k: "gone"; link: number }
  /** Finish: cancel jobs, close the project, leave. */
  | { k: "close" };

/** What the engine is told at birth: its only argument, as JSON. */
export interface EngineStart {
  /** Folder for settings and the list of recent projects. */
  userData: string;
  /** Of the product. */
  version: string;
  electron: string | null;
  /** Folder of the project that was open when an earlier engine died. */
  project: string | null;
}

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

export interface VirtualScreen {
  /** What a program needs in its environment to find it. */
  readonly env: Readonly<Record<string, string>>;
  stop(): void;
}

/** A screen for a program that draws nothing on it but will not start without: this session's, else one of Xvfb's. Undefined where there is neither. */
export async function virtualScreen(env: NodeJS.ProcessEnv = process.env): Promise<VirtualScreen | undefined> {
  if (process.platform !== "linux" || env.DISPLAY || env.WAYLAND_DISPLAY) return { env: {}, stop() {} };
  // It picks a free number and writes it to the descriptor.
  const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const number = await new Promise<string | undefined>((resolve) => {
    createInterface(server.stdio[3] as Readable).once("line", resolve);
    server.once("error", () => resolve(undefined)).once("exit", () => resolve(undefined));
  });
  return number === undefined ? undefined : { env: { DISPLAY: `:${number.trim()}` }, stop: () => void server.kill() };
}

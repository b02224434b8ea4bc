import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

/** A screen to open windows on. */
export interface Display {
  /** What a program needs in its environment to find it. */
  readonly env: Readonly<Record<string, string>>;
  stop(): void;
}

/** The screen of this session, or where there is none (Linux without DISPLAY) a virtual one of 1920x1200 until `stop`. */
export async function display(): Promise<Display> {
  if (process.platform !== "linux" || process.env.DISPLAY) return { env: {}, stop() {} };
  // The server picks a free number and writes it to the descriptor, so that parallel runs never meet.
  const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1920x1200x24", "-nolisten", "tcp", "-noreset"], {
    stdio: ["ignore", "ignore", "pipe", "pipe"],
  });
  const stop = () => server.kill();
  process.once("exit", stop);
  let complaint = "";
  (server.stderr as Readable).on("data", (text) => (complaint += text));
  const number = await new Promise<string>((resolve, reject) => {
    createInterface(server.stdio[3] as Readable).once("line", resolve);
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`Xvfb ended with code ${code}: ${complaint.trim()}`)));
  });
  return { env: { DISPLAY: `:${number.trim()}` }, stop };
}

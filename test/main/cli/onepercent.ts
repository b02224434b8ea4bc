import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const scratch = (): string => mkdtempSync(join(tmpdir(), "onepercent-cli-"));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Started {
  readonly ended: Promise<Ended>;
  /** Resolves when the text has come on standard error. */
  said(text: string): Promise<void>;
  signal(name: NodeJS.Signals): void;
  /** Closes the other end of its standard output, as `| head` does. */
  deafen(): void;
}

const userData = scratch();

/** Starts the command as a person does in a checkout, in English unless told otherwise. */
export function start(...args: readonly string[]): Started {
  const { FORCE_COLOR: _, NODE_OPTIONS: __, ...env } = process.env;
  const child = spawn(process.execPath, [join(import.meta.dirname, "../../../main/cli.ts"), ...args], {
    env: { ...env, LC_ALL: "en_US.UTF-8", ONEPERCENT_USER_DATA: userData },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  const hearers = new Set<() => void>();
  child.stdout.setEncoding("utf8").on("data", (text) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text) => {
    stderr += text;
    for (const hear of hearers) hear();
  });
  const ended = new Promise<Ended>((resolve) => child.once("close", (code) => resolve({ code, stdout, stderr })));
  return {
    ended,
    said: (text) =>
      new Promise((resolve, reject) => {
        const hear = () => {
          if (stderr.includes(text)) resolve();
        };
        hearers.add(hear);
        void ended.then(() => reject(new Error(`It ended without saying "${text}": ${stderr}`)));
        hear();
      }),
    signal: (name) => void child.kill(name),
    deafen: () => void child.stdout.destroy(),
  };
}

/** Runs the command to its end. */
export const onepercent = (...args: readonly string[]): Promise<Ended> => start(...args).ended;

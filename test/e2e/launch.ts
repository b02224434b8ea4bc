import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { _electron, type ElectronApplication, type Page } from "@playwright/test";
import { root } from "../../build/root.ts";
import { sandboxArguments } from "../../build/sandbox-arguments.ts";

export interface LaunchOptions {
  /** Added to the environment; a later launch with the same `ONEPERCENT_USER_DATA` meets the settings of the first. */
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  /** Folder of a project to open at once. */
  readonly project?: string;
}

export interface Launched {
  readonly app: ElectronApplication;
  /** The first window, its document loaded. */
  readonly window: Page;
  /** Where this start keeps its settings; a fresh folder unless `env` named one. */
  readonly userData: string;
}

/**
 * Starts the built app as a person would, 1280x800, with settings of its own. The engine runs where the runtime's Node allows it, else in
 * the Node of this process (`ONEPERCENT_ENGINE_NODE`, set by `npm run e2e`). Close with `launched.app.close()`.
 */
export async function launch({ env = {}, args = [], project }: LaunchOptions = {}): Promise<Launched> {
  const { ELECTRON_RUN_AS_NODE: _, ...inherited } = process.env as Record<string, string>;
  const userData = env.ONEPERCENT_USER_DATA ?? mkdtempSync(join(tmpdir(), "onepercent-user-"));
  // No executablePath: only then does Playwright load its own module first and hold the app back until it listens.
  const app = await _electron.launch({
    args: [...sandboxArguments(), "--disable-gpu", root, ...(project === undefined ? [] : [`--project=${project}`]), ...args],
    env: { ...inherited, ONEPERCENT_WINDOW: "1280x800", ...env, ONEPERCENT_USER_DATA: userData },
    timeout: 30_000,
  });
  // The dialog that says why stands outside the page, where no test would see it.
  app.process().stderr?.on("data", (said: Buffer) => {
    if (said.includes("could not be opened")) process.stderr.write(said);
  });
  const window = await app.firstWindow();
  await window.waitForLoadState("domcontentloaded");
  return { app, window, userData };
}

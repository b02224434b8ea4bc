import { app } from "electron";

/** What the environment may ask of the program; a packaged program listens to none of it. */
export interface Development {
  /** `ONEPERCENT_USER_DATA`: folder for settings. */
  readonly userData: string | undefined;
  /** `ONEPERCENT_ENGINE_NODE`: run the engine in this Node. */
  readonly engineNode: string | undefined;
  /** `ONEPERCENT_WINDOW`: size of the page, for example `1440x900`. */
  readonly windowSize: { readonly width: number; readonly height: number } | undefined;
  /** `ONEPERCENT_EXIT_AFTER_READY_MS`: say when the window can be used, and quit so long after. */
  readonly exitAfterReadyMs: number | undefined;
}

export function development(env: NodeJS.ProcessEnv = process.env): Development {
  const heard = app.isPackaged ? {} : env;
  const size = /^(\d+)x(\d+)$/.exec(heard.ONEPERCENT_WINDOW ?? "");
  const wait = Number(heard.ONEPERCENT_EXIT_AFTER_READY_MS || Number.NaN);
  return {
    userData: heard.ONEPERCENT_USER_DATA || undefined,
    engineNode: heard.ONEPERCENT_ENGINE_NODE || undefined,
    windowSize: size ? { width: Number(size[1]), height: Number(size[2]) } : undefined,
    exitAfterReadyMs: Number.isNaN(wait) ? undefined : wait,
  };
}

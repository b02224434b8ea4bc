import { homedir } from "node:os";
import { join } from "node:path";

/** Where the window keeps settings and the list of recent projects; the command line shares it. `ONEPERCENT_USER_DATA` moves it. */
export function userData(env: NodeJS.ProcessEnv = process.env): string {
  if (env.ONEPERCENT_USER_DATA) return env.ONEPERCENT_USER_DATA;
  const home = homedir();
  if (process.platform === "win32") return join(env.APPDATA ?? join(home, "AppData", "Roaming"), "OnePercent");
  if (process.platform === "darwin") return join(home, "Library", "Application Support", "OnePercent");
  return join(env.XDG_CONFIG_HOME || join(home, ".config"), "OnePercent");
}

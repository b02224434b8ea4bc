import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { root } from "../root.ts";
import { tool } from "../tool.ts";

/**
 * A folder with `node_api.h`: named by the caller, of the pinned Node, of the system, or fetched by node-gyp. The interface is the same in every Node
 * since 8, so that any of them will do. @throws where there is none.
 */
export function nodeHeaders(given: string | undefined): string {
  const gyp = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "node-gyp");
  const fetched = () => (existsSync(gyp) ? readdirSync(gyp).map((version) => join(gyp, version, "include", "node")) : []);
  const pinned = join(root, "node_modules", "node", "node_modules");
  const places = [
    ...(given ? [given] : []),
    join(dirname(dirname(process.execPath)), "include", "node"),
    ...(existsSync(pinned) ? readdirSync(pinned).map((name) => join(pinned, name, "include", "node")) : []),
    "/usr/include/node",
    "/usr/local/include/node",
    ...fetched(),
  ];
  const found = places.find(hasHeaders);
  if (found !== undefined) return found;
  spawnSync(process.execPath, [tool("node-gyp"), "install"], { stdio: ["ignore", 2, 2] });
  const now = fetched().find(hasHeaders);
  if (now === undefined) throw new Error("Node's headers (node_api.h) are nowhere here; name their folder with --node-headers.");
  return now;
}

const hasHeaders = (folder: string): boolean => existsSync(join(folder, "node_api.h"));

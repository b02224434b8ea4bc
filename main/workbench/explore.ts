import type { Handlers } from "#shared/contract/define.ts";
import type { explore } from "#shared/contract/explore.ts";
import { envelope } from "../store/signals/envelope.ts";
import type { Bench } from "./bench.ts";
import { signalFolders } from "./signal-folders.ts";

export function exploreHandlers(bench: Bench): Handlers<typeof explore> {
  return {
    envelope: ({ assetId, tags, range, pixels }) => envelope({ folders: signalFolders(bench.store, assetId), tags, range, pixels }),
  };
}

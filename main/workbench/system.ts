import { availableParallelism, totalmem } from "node:os";
import { join } from "node:path";
import type { Handlers } from "#shared/contract/define.ts";
import type { system } from "#shared/contract/system.ts";
import { Settings, standardSettings } from "#shared/domain/settings.ts";
import { engineVersions } from "../store/engine-versions.ts";
import type { Bench } from "./bench.ts";
import { UserFile } from "./user-file.ts";

export function systemHandlers(bench: Bench): Handlers<typeof system> {
  const { userData, host, version, electron } = bench.options;
  const file = new UserFile<Settings>(join(userData, "settings.json"), Settings, standardSettings);
  return {
    info: async () => ({
      version,
      node: process.versions.node,
      electron,
      host,
      ...engineVersions(),
      tensor: await bench.task("tensor-info", null),
      cores: availableParallelism(),
      memoryGB: Math.round(totalmem() / 2 ** 30),
    }),
    settings: () => file.read(),
    change: (wish) => file.write(Settings.parse({ ...file.read(), ...wish })),
  };
}

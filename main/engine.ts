import { extname, join } from "node:path";
import { contract } from "#shared/contract/contract.ts";
import { type Problem, toProblem } from "#shared/domain/problem.ts";
import { serve } from "#shared/rpc/serve.ts";
import type { EngineLink } from "./engine/engine-link.ts";
import { acceptLinks } from "./engine/links.ts";
import { readStart } from "./engine/read-start.ts";
import { createWorkbench } from "./workbench/create.ts";

/** Jobs are given this long to hear that they are to stop. */
const graceMs = 5_000;

const { userData, version, electron, project } = readStart(process.argv[2]);
const workbench = createWorkbench({
  userData,
  version,
  electron,
  host: "parentPort" in process && process.parentPort ? "utility" : "node",
  // Beside this file and in the form it runs in: `.ts` in a checkout, `.js` when built.
  workerEntry: join(import.meta.dirname, `worker${extname(import.meta.filename)}`),
});

const links = new Set<EngineLink>();
const tellAll = (topic: string, value: unknown) => {
  for (const link of links) link.post({ t: "event", topic, value });
};
workbench.onEvent(tellAll);

// The shell's menu and frame follow the settings, whoever changes them.
const { system } = workbench.handlers;
const handlers = {
  ...workbench.handlers,
  system: {
    ...system,
    async change(input: Parameters<typeof system.change>[0]) {
      const settings = await system.change(input);
      tellAll("settings", settings);
      return settings;
    },
  },
};

let closing = false;
async function close(): Promise<void> {
  if (closing) return;
  closing = true;
  setTimeout(() => process.exit(0), graceMs).unref();
  await workbench.close();
  process.exit(0);
}
process.on("SIGTERM", close).on("SIGINT", close);

// Nobody is answered before the project of an earlier life is open again, so that no window sees the state between.
let hasOpened = false;
workbench.onEvent((topic) => {
  if (topic === "project") hasOpened = true;
});
const ready = project === null ? Promise.resolve(null) : reopen(project);
/** Opens the project; what was in the way is told to every window until one is opened. */
async function reopen(folder: string): Promise<Problem | null> {
  try {
    await workbench.handlers.project.open({ folder });
    return null;
  } catch (error) {
    const trouble = toProblem(error);
    console.error(`The project ${folder} could not be opened again: ${trouble.message}`);
    return trouble;
  }
}

acceptLinks({
  async opened(link) {
    link.onGone(() => links.delete(link));
    const trouble = await ready;
    links.add(link);
    serve(link, contract, handlers);
    if (trouble && !hasOpened) link.post({ t: "event", topic: "trouble", value: trouble });
  },
  close,
});

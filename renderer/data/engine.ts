import { type contract as Contract, contract, type EngineClient } from "#shared/contract/contract.ts";
import type { Contract as AnyContract } from "#shared/contract/define.ts";
import { type Asker, createAsker } from "#shared/rpc/ask.ts";
import type { Wire } from "#shared/rpc/wire.ts";

/** `starting`: no port yet. `lost`: the engine has died and is being restarted; open questions have failed. */
export type EngineState = "starting" | "ready" | "lost";

/** What the engine tells without being asked. */
export type Topic = "job" | "project" | "trouble";
const topics: readonly Topic[] = ["job", "project", "trouble"];

let state: EngineState = "starting";
let asker: Asker<typeof Contract> | undefined;
let waiting: ((asker: Asker<typeof Contract>) => void)[] = [];
const watchers = new Set<() => void>();
const hearers: Record<Topic, Set<(value: unknown) => void>> = { job: new Set(), project: new Set(), trouble: new Set() };

function become(next: EngineState): void {
  if (state === next) return;
  state = next;
  for (const watch of watchers) watch();
}

function receive(port: MessagePort): void {
  const fresh = createAsker<typeof Contract>(
    {
      post: (message) => port.postMessage(message),
      listen: (hear) => {
        port.onmessage = (event: MessageEvent<Wire>) => hear(event.data);
      },
    },
    contract,
  );
  for (const topic of topics) {
    fresh.on(topic, (value) => {
      if (asker === fresh) for (const hear of hearers[topic]) hear(value);
    });
  }
  asker = fresh;
  for (const go of waiting) go(fresh);
  waiting = [];
  become("ready");
}

function lose(): void {
  const lost = asker;
  asker = undefined;
  become("lost");
  lost?.fail({
    code: "engine.lost",
    message: "The engine stopped and is being restarted. Nothing that was saved is lost; please try again.",
    data: {},
  });
}

const currentAsker = (): Promise<Asker<typeof Contract>> => (asker ? Promise.resolve(asker) : new Promise((go) => waiting.push(go)));

const question = (area: string, method: string) => async (input: unknown) => {
  const { ask } = await currentAsker();
  return (ask as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>)[area]![method]!(input);
};

const clientOf = (areas: AnyContract): EngineClient =>
  Object.fromEntries(
    Object.entries(areas).map(([area, calls]) => [
      area,
      Object.fromEntries(Object.keys(calls).map((method) => [method, question(area, method)])),
    ]),
  ) as unknown as EngineClient;

/** The engine as the window sees it. The only place that touches the bridge's port; questions wait until one is there. */
export const engine = {
  ask: clientOf(contract),
  state: (): EngineState => state,
  /** Hears that the state has changed; returns how to stop. */
  watch(watch: () => void): () => void {
    watchers.add(watch);
    return () => void watchers.delete(watch);
  },
  /** Hears an event across restarts of the engine; returns how to stop. */
  on(topic: Topic, hear: (value: unknown) => void): () => void {
    hearers[topic].add(hear);
    return () => void hearers[topic].delete(hear);
  },
  /** Asks the shell for a port. Once, when the window starts. */
  connect(): void {
    window.addEventListener("message", (event) => {
      const port = event.ports[0];
      if (event.source === window && event.data === "engine-port" && port) receive(port);
    });
    window.shell.onEngine((heard) => {
      if (heard === "lost") lose();
      // A port normally arrives by itself after a restart.
      else if (!asker) window.shell.connectEngine();
    });
    window.shell.connectEngine();
  },
};

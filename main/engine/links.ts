import type { Link, Wire } from "#shared/rpc/wire.ts";
import type { HostMessage } from "./host-message.ts";

/** A link that can end: its window was closed or loaded anew. */
export interface EngineLink extends Link {
  onGone(hear: () => void): void;
}

export interface LinkHearers {
  /** A window, or the shell itself, wants to ask. What it has sent so far waits until the link is listened to. */
  opened(link: EngineLink): void;
  /** The shell asks the engine to finish. */
  close(): void;
}

/** Hears the process that started the engine, whichever it is: Electron, or a plain Node. */
export function acceptLinks(hearers: LinkHearers): void {
  const { parentPort } = process as unknown as { parentPort?: ParentPort };
  if (parentPort) acceptPorts(parentPort, hearers);
  else acceptShared(process, hearers);
}

/** The part of Electron's `process.parentPort` that is used; the engine imports no electron. */
export interface ParentPort {
  on(event: "message", hear: (event: { data: HostMessage; ports: readonly EnginePort[] }) => void): unknown;
}
export interface EnginePort {
  postMessage(message: unknown): void;
  on(event: "message", hear: (event: { data: unknown }) => void): unknown;
  on(event: "close", hear: () => void): unknown;
  start(): void;
}

function acceptPorts(parent: ParentPort, { opened, close }: LinkHearers): void {
  parent.on("message", ({ data, ports: [port] }) => {
    if (data.k === "close") return close();
    if (data.k !== "open" || !port) return;
    opened({
      post: (message) => port.postMessage(message),
      listen(hear) {
        port.on("message", (event) => hear(event.data as Wire));
        port.start();
      },
      onGone: (hear) => void port.on("close", hear),
    });
  });
}

/** The part of `process` that is used. */
export interface ParentProcess {
  send?(message: HostMessage): unknown;
  on(event: "message", hear: (message: HostMessage) => void): unknown;
  on(event: "disconnect", hear: () => void): unknown;
}

/** Every link over one channel; ends the process when the parent is gone, so that no engine is ever left behind. */
export function acceptShared(parent: ParentProcess, { opened, close }: LinkHearers): void {
  const links = new Map<number, { early: Wire[]; hear: ((message: Wire) => void) | undefined; gone: (() => void)[] }>();
  parent.on("message", (said) => {
    if (said.k === "close") return close();
    if (said.k === "open") {
      const { link } = said;
      const state = { early: [] as Wire[], hear: undefined as ((message: Wire) => void) | undefined, gone: [] as (() => void)[] };
      links.set(link, state);
      return opened({
        post: (message) => void parent.send?.({ k: "data", link, message }),
        listen(hear) {
          state.hear = hear;
          for (const message of state.early.splice(0)) hear(message);
        },
        onGone: (hear) => void state.gone.push(hear),
      });
    }
    const state = links.get(said.link);
    if (said.k === "gone") {
      links.delete(said.link);
      for (const hear of state?.gone ?? []) hear();
    } else if (state?.hear) state.hear(said.message);
    else state?.early.push(said.message);
  });
  parent.on("disconnect", close);
}

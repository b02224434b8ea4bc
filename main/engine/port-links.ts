import type { Wire } from "#shared/rpc/wire.ts";
import type { LinkHearers } from "./engine-link.ts";
import type { HostMessage } from "./host-message.ts";

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

/** Links that come as message ports of their own, from Electron. */
export function acceptPorts(parent: ParentPort, { opened, close }: LinkHearers): void {
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

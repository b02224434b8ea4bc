import type { Wire } from "#shared/rpc/wire.ts";
import type { LinkHearers } from "./engine-link.ts";
import type { HostMessage } from "./host-message.ts";

/** The part of `process` that is used. */
export interface ParentProcess {
  send?(message: HostMessage): unknown;
  on(event: "message", hear: (message: HostMessage) => void): unknown;
  on(event: "disconnect", hear: () => void): unknown;
}

/** Every link over the one channel to a parent Node. A parent that is gone ends the engine, so that none is ever left behind. */
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

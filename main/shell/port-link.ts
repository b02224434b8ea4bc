import type { MessagePortMain } from "electron";
import type { Link, Wire } from "#shared/rpc/wire.ts";

/** A message port as a link. */
export const portLink = (port: MessagePortMain): Link => ({
  post: (message) => port.postMessage(message),
  listen(hear) {
    port.on("message", (event) => hear(event.data as Wire));
    port.start();
  },
});

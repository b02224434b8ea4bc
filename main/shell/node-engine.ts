import { fork } from "node:child_process";
import { MessageChannelMain } from "electron";
import type { Link, Wire } from "#shared/rpc/wire.ts";
import type { HostMessage } from "../engine/host-message.ts";
import type { EngineProcess } from "./engine-process.ts";
import { portLink } from "./port-link.ts";

/** Runs the engine in a Node beside Electron, for development and tests: their Electron may embed a Node too old for the store. */
export function nodeEngine(entry: string, argument: string, nodePath: string): EngineProcess {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const child = fork(entry, [argument], {
    env,
    execPath: nodePath,
    execArgv: [],
    serialization: "advanced",
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const hearers = new Map<number, (message: Wire) => void>();
  child.on("message", (said) => {
    const { k, ...rest } = said as HostMessage;
    if (k === "data") hearers.get((rest as { link: number }).link)?.((rest as { message: Wire }).message);
  });
  // A question asked of an engine that is just dying fails with it; the pipe's own complaint adds nothing.
  const send = (message: HostMessage) => void (child.connected && child.send(message, () => {}));
  let links = 0;
  const open = (): Link & { gone(): void } => {
    const link = ++links;
    send({ k: "open", link });
    return {
      post: (message) => send({ k: "data", link, message }),
      listen: (hear) => void hearers.set(link, hear),
      gone() {
        hearers.delete(link);
        send({ k: "gone", link });
      },
    };
  };
  return {
    pid: child.pid,
    link: open,
    port() {
      const { port1, port2 } = new MessageChannelMain();
      const windowSide = portLink(port2);
      const engineSide = open();
      windowSide.listen((message) => engineSide.post(message));
      engineSide.listen((message) => windowSide.post(message));
      port2.on("close", () => engineSide.gone());
      return port1;
    },
    onExit: (hear) => void child.once("exit", hear),
    close: () => send({ k: "close" }),
    kill: () => void child.kill("SIGKILL"),
  };
}

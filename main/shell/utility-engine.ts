import { MessageChannelMain, utilityProcess } from "electron";
import type { HostMessage } from "../engine/host-message.ts";
import type { EngineProcess } from "./engine-process.ts";
import { portLink } from "./port-link.ts";

/** Runs the engine in a process of Electron's own: what is shipped. */
export function utilityEngine(entry: string, argument: string): EngineProcess {
  const child = utilityProcess.fork(entry, [argument], { serviceName: "OnePercent engine", stdio: "inherit" });
  let links = 0;
  const port = () => {
    const { port1, port2 } = new MessageChannelMain();
    child.postMessage({ k: "open", link: ++links } satisfies HostMessage, [port2]); // waits until the child listens
    return port1;
  };
  return {
    get pid() {
      return child.pid;
    },
    link: () => portLink(port()),
    port,
    onExit: (hear) => void child.once("exit", hear),
    close: () => child.postMessage({ k: "close" } satisfies HostMessage),
    kill: () => void child.kill(),
  };
}

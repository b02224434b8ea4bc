import type { LinkHearers } from "./engine-link.ts";
import { acceptPorts, type ParentPort } from "./port-links.ts";
import { acceptShared } from "./shared-links.ts";

/** Hears the process that started the engine, whichever it is: Electron, or a plain Node. */
export function acceptLinks(hearers: LinkHearers): void {
  const { parentPort } = process as unknown as { parentPort?: ParentPort };
  if (parentPort) acceptPorts(parentPort, hearers);
  else acceptShared(process, hearers);
}

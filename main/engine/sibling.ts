import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Another composition root beside this one, in the form this one runs in: `.ts` in a checkout, `.js` when built. */
export function sibling(url: string, name: string): string {
  const own = fileURLToPath(url);
  return join(dirname(own), `${name}${extname(own)}`);
}

/** `node build/icon/draw.ts`: draws the program's icon anew, as `icon.svg` and `icon.png` beside this file. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { side } from "./mark.ts";
import { pixels } from "./pixels.ts";
import { png } from "./png.ts";
import { svg } from "./svg.ts";

writeFileSync(join(import.meta.dirname, "icon.svg"), svg());
writeFileSync(join(import.meta.dirname, "icon.png"), png(side, pixels(side)));

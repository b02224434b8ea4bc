import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Wheel } from "./wheel.ts";

/**
 * The wheel as a file whose sum was checked: the one given, one fetched earlier, or a fresh download into the user's cache.
 * @param given a file brought along, for machines without a network. @throws where the sum is another one, or nothing can be fetched.
 */
export async function checkedWheel(wheel: Wheel, given: string | undefined, say: (line: string) => void): Promise<string> {
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "onepercent");
  const kept = given ?? join(cache, wheel.file);
  if (given !== undefined && !existsSync(given)) throw new Error(`There is no file ${given}.`);
  if (!existsSync(kept)) {
    say(`Fetching ${wheel.url} (${Math.round(wheel.bytes / 1e6)} MB, once per user)`);
    mkdirSync(cache, { recursive: true });
    const making = `${kept}.part`;
    const answer = await fetch(wheel.url);
    if (!answer.ok || !answer.body)
      throw new Error(`The package index answered ${answer.status}; bring ${wheel.file} along and name it with --from.`);
    await pipeline(Readable.fromWeb(answer.body as never), createWriteStream(making));
    renameSync(making, kept);
  }
  const hash = createHash("sha256");
  await pipeline(createReadStream(kept), hash);
  const sum = hash.digest("hex");
  if (sum === wheel.sha256) return kept;
  if (given === undefined) rmSync(kept);
  throw new Error(`${kept} has the SHA-256 ${sum}; ${wheel.file} has ${wheel.sha256}.`);
}

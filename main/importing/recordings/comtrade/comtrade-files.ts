import { problem } from "#shared/domain/problem.ts";
import type { ByteSource } from "../../reader.ts";
import { sentence } from "../../sentence.ts";
import { guessEncoding } from "../../text/guess-encoding.ts";
import { readUpTo } from "../byte-window.ts";

export interface ComtradeFiles {
  readonly configFile: string;
  readonly config: readonly string[];
  /** The samples; undefined where their file is missing. */
  readonly data: ByteSource | undefined;
}

const longestConfig = 16 << 20; // bytes; a line per channel
const marker = /^---\s*file\s*type\s*:\s*([A-Za-z]+)\s*([A-Za-z0-9]*)\s*:?\s*(\d*)\s*---\s*$/i;

/** Whether a text begins like the combined file of the revision of 2013. */
export const isCombined = (text: string): boolean => /^\s*---\s*file\s*type\s*:\s*CFG/i.test(text);

/** Configuration and samples of a recording, whichever of its files was opened. Throws `import.comtrade-no-config`. */
export async function comtradeFiles(source: ByteSource): Promise<ComtradeFiles> {
  const head = await readUpTo(source, 0, Math.min(source.size, 4096));
  if (isCombined(textOf(head))) return combined(source);
  if (!/\.dat$/i.test(source.name)) return { configFile: source.name, config: await linesOf(source), data: await source.beside?.("dat") };
  const config = await source.beside?.("cfg");
  if (!config)
    throw problem("import.comtrade-no-config", sentence("import.comtrade-no-config", { file: source.name }), { file: source.name });
  return { configFile: config.name, config: await linesOf(config), data: source };
}

const linesOf = async (source: ByteSource): Promise<string[]> =>
  splitLines(textOf(await readUpTo(source, 0, Math.min(source.size, longestConfig))));

/** Sections one behind the other; the samples come last and are as long as their mark says, or as the file. */
async function combined(source: ByteSource): Promise<ComtradeFiles> {
  const bytes = await readUpTo(source, 0, Math.min(source.size, longestConfig));
  let configFrom = -1;
  let configTo = -1;
  let data: ByteSource | undefined;
  for (let at = 0; at < bytes.length && !data; ) {
    const lf = bytes.indexOf(10, at);
    const end = lf < 0 ? bytes.length : lf;
    const match = bytes[at] === 45 ? marker.exec(textOf(bytes.subarray(at, Math.min(end, at + 200))).trim()) : null;
    const next = Math.min(bytes.length, end + 1);
    if (match) {
      const kind = match[1]!.toUpperCase();
      if (configFrom >= 0 && configTo < 0) configTo = at;
      if (kind === "CFG") configFrom = next;
      if (kind === "DAT") data = section(source, next, match[3] ? Number(match[3]) : Number.POSITIVE_INFINITY);
    }
    at = next;
  }
  const config = splitLines(textOf(bytes.subarray(Math.max(0, configFrom), configTo < 0 ? bytes.length : configTo)));
  return { configFile: source.name, config, data };
}

function section(source: ByteSource, from: number, length: number): ByteSource {
  const size = Math.min(length, source.size - from);
  return {
    name: source.name,
    size,
    read: (offset, into) => source.read(from + offset, into.subarray(0, Math.max(0, Math.min(into.length, size - offset)))),
  };
}

const textOf = (bytes: Uint8Array): string => new TextDecoder(guessEncoding(bytes)).decode(bytes);

const splitLines = (text: string): string[] => text.split(/\r\n|\n|\r/);

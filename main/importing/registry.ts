import type { TextPlan } from "#shared/domain/importing.ts";
import type { FormatReader } from "./reader.ts";
import { delimitedReader } from "./text/delimited-reader.ts";

/** Every format that can be read: one line each. */
export const readers: readonly FormatReader<TextPlan>[] = [delimitedReader];

/** The reader that is surest of a file; undefined where none thinks it its own. */
export function readerFor(head: Uint8Array, name: string): FormatReader<TextPlan> | undefined {
  const rated = readers.map((reader) => ({ reader, sure: reader.sniff(head, name) }));
  return rated.reduce<(typeof rated)[number] | undefined>((best, r) => (r.sure > (best?.sure ?? 0) ? r : best), undefined)?.reader;
}

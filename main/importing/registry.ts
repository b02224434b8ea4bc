import { isRecording, type LogPlan } from "#shared/domain/importing.ts";
import type { FormatReader } from "./reader.ts";
import { comtradeReader } from "./recordings/comtrade/comtrade-reader.ts";
import { hdf5Reader } from "./recordings/hdf5/hdf5-reader.ts";
import { matReader } from "./recordings/mat/mat-reader.ts";
import { mdfReader } from "./recordings/mdf/mdf-reader.ts";
import { tdmsReader } from "./recordings/tdms/tdms-reader.ts";
import { uffReader } from "./recordings/uff/uff-reader.ts";
import { wavReader } from "./recordings/wav/wav-reader.ts";
import { delimitedReader } from "./text/delimited-reader.ts";

/** Every format that can be read: one line each. */
export const readers: readonly FormatReader[] = [
  delimitedReader,
  matReader,
  wavReader,
  tdmsReader,
  comtradeReader,
  mdfReader,
  uffReader,
  hdf5Reader,
];

/** The reader that is surest of a file; undefined where none thinks it its own. */
export function readerFor(head: Uint8Array, name: string): FormatReader | undefined {
  const rated = readers.map((reader) => ({ reader, sure: reader.sniff(head, name) }));
  return rated.reduce<(typeof rated)[number] | undefined>((best, r) => (r.sure > (best?.sure ?? 0) ? r : best), undefined)?.reader;
}

/** The reader a plan was made for. */
export function readerOfPlan(plan: LogPlan): FormatReader {
  const id = isRecording(plan) ? plan.format : delimitedReader.id;
  const reader = readers.find((each) => each.id === id);
  if (!reader) throw new Error(`No reader for the format "${id}".`);
  return reader;
}

import { recordingReader } from "../recording-reader.ts";
import { openWav } from "./open-wav.ts";
import { ascii } from "./riff-chunks.ts";

/** WAV files: recordings of vibration and sound. Integers are the converter's counts; what a count is in g or V stands outside the file. */
export const wavReader = recordingReader("wav", sniffWav, openWav);

const outer: readonly string[] = ["RIFF", "RIFX", "RF64", "BW64"];

function sniffWav(head: Uint8Array): number {
  return outer.includes(ascii(head.subarray(0, 4))) && ascii(head.subarray(8, 12)) === "WAVE" ? 1 : 0;
}

import { recordingReader } from "../recording-reader.ts";
import { openUff } from "./open-uff.ts";

/** Universal files of vibration and modal measurement (SDRC, .uff .unv): functions of data set 58, as text and binary. */
export const uffReader = recordingReader("uff", sniffUff, openUff);

function sniffUff(head: Uint8Array): number {
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 4096)).toString("latin1");
  return /^(?:[ \t]*\r?\n)*(?: {4}-1 *\r?\n)+ {0,5}\d{1,5}b?[ \r\n]/i.test(text) ? 0.95 : 0;
}

import { recordingReader } from "../recording-reader.ts";
import { openMdf } from "./open-mdf.ts";

/** ASAM MDF 4, closed or not; version 3 is recognised, so that it can be said what to do. */
export const mdfReader = recordingReader("mdf", (head) => (isMdf(head) ? 0.98 : 0), openMdf);

const isMdf = (head: Uint8Array): boolean => /^(MDF {5}|UnFinMF )\d\.\d/.test(new TextDecoder("latin1").decode(head.subarray(0, 16)));

import { recordingReader } from "../recording-reader.ts";
import { openTdms } from "./open-tdms.ts";

/** National Instruments' TDMS; the index beside one is recognised, so that it can be said what it is. */
export const tdmsReader = recordingReader("tdms", (head) => (isTdms(head) ? 0.98 : 0), openTdms);

const isTdms = (head: Uint8Array): boolean => {
  const tag = String.fromCharCode(...head.subarray(0, 4));
  return tag === "TDSm" || tag === "TDSh";
};

import { recordingReader } from "../recording-reader.ts";
import { isMat4, isMat5, isMat73, openMat } from "./open-mat.ts";

/** MATLAB's MAT-files: level 4, versions 5 to 7, and version 7.3, which is HDF5 behind a MATLAB head. */
export const matReader = recordingReader("mat", sniff, openMat);

function sniff(head: Uint8Array, name: string): number {
  if (isMat5(head) || isMat73(head)) return 0.97;
  if (isMat4(head)) return /\.mat$/i.test(name) ? 0.9 : 0.6;
  return 0;
}

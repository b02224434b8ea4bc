import type { Finding } from "#shared/domain/finding.ts";
import { problem } from "#shared/domain/problem.ts";
import type { ByteSource } from "../../reader.ts";
import { sentence } from "../../sentence.ts";
import { readUpTo } from "../byte-window.ts";
import { isHdf5At } from "../hdf5/hdf5-signature.ts";
import { openMatHdf5 } from "../hdf5/open-hdf5.ts";
import type { Recording } from "../recording.ts";
import { matRecording } from "./mat-recording.ts";
import type { MatContents } from "./mat-value.ts";
import { mat4Head, readMat4 } from "./read-mat4.ts";
import { readMat5 } from "./read-mat5.ts";

/** A MAT-file of version 5 to 7 says which byte order it has, and that it is of version 1 of that format. */
export function isMat5(head: Uint8Array): boolean {
  if (head.length < 128) return false;
  const little = head[126] === 0x49 && head[127] === 0x4d && head[125] === 1;
  const big = head[126] === 0x4d && head[127] === 0x49 && head[124] === 1;
  return little || big;
}

/** A MAT-file of version 4 begins with the head of a variable whose name is a closed word. */
export function isMat4(head: Uint8Array): boolean {
  const first = mat4Head(head);
  if (!first || head.length < 20 + first.nameBytes) return false;
  const name = new TextDecoder("latin1").decode(head.subarray(20, 20 + first.nameBytes));
  return /^[A-Za-z]\w*\0+$/.test(name);
}

/** MATLAB 7.3 writes HDF5 behind a head of 512 bytes of its own. */
export function isMat73(head: Uint8Array): boolean {
  return head.length > 520 && /^MATLAB 7\.3/.test(new TextDecoder("latin1").decode(head.subarray(0, 10))) && isHdf5At(head, 512);
}

/** The vectors and matrices of a MAT-file. Throws `import.no-variables` where not one variable can be made out. */
export async function openMat(source: ByteSource): Promise<Recording> {
  const head = await readUpTo(source, 0, Math.min(source.size, 2048));
  if (isMat73(head)) return openMatHdf5(source);
  const contents: MatContents & { findings: Finding[] } = await (isMat5(head) ? readMat5(source) : readMat4(source));
  if (contents.variables.length === 0) {
    throw problem("import.no-variables", sentence("import.no-variables", { file: source.name }), { file: source.name });
  }
  return matRecording(contents, contents.findings);
}

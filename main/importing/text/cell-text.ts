import type { Encoding } from "#shared/domain/importing.ts";

/** How the bytes of a cell become text. What was decoded before it was split is UTF-8 by now. */
export function cellText(encoding: Encoding): (bytes: Uint8Array, from: number, to: number) => string {
  const decoder = new TextDecoder(encoding === "windows-1252" ? "windows-1252" : "utf-8");
  return (bytes, from, to) => decoder.decode(bytes.subarray(from, to));
}

import { guessEncoding } from "./guess-encoding.ts";

/** How much a file looks like text, 0 … 1; below 0.3 nobody would call it a log. Other formats with a mark of their own score higher. */
export function textLikeness(head: Uint8Array): number {
  if (head.length === 0) return 0;
  const encoding = guessEncoding(head);
  if (encoding === "utf-16le" || encoding === "utf-16be") return 0.8;
  let control = 0;
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32)) control++;
  const share = control / head.length;
  // Power failures leave stretches of zero bytes in files; a binary file has other control bytes throughout.
  return share > 0.1 ? 0 : share > 0.001 ? 0.4 : 0.8;
}

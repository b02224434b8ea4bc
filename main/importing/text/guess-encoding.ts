import type { Encoding } from "#shared/domain/importing.ts";

/** The encoding of a text from its first bytes: byte order mark, zero bytes, valid UTF-8, then what reads most like a language. */
export function guessEncoding(head: Uint8Array): Encoding {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const wide = wideEncoding(head);
  if (wide) return wide;
  if (head.every((byte) => byte < 0x80)) return "utf-8";
  if (isUtf8(head)) return "utf-8";
  return eastAsian(head);
}

/** Latin text in UTF-16 has a zero in every other byte. */
function wideEncoding(head: Uint8Array): Encoding | undefined {
  const length = Math.min(head.length, 4096) & ~1;
  if (length < 4) return undefined;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (head[i] === 0) even++;
    if (head[i + 1] === 0) odd++;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.4 && even < pairs * 0.05) return "utf-16le";
  if (even > pairs * 0.4 && odd < pairs * 0.05) return "utf-16be";
  return undefined;
}

function isUtf8(head: Uint8Array): boolean {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    // As a stream, so that a character cut off at the end of the sample is no error.
    decoder.decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/**
 * Latin-1 signs stand alone among ASCII (`°C`, `für`); Chinese and Japanese come in pairs of bytes. GB 2312 level 1 holds the 3755
 * commonest characters under the lead bytes B0-D7; Japanese text is full of kana (82 9F-F1, 83 40-96 in Shift JIS).
 */
function eastAsian(head: Uint8Array): Encoding {
  let high = 0;
  let chinese = 0;
  let kana = 0;
  let japanese = 0;
  for (let i = 0; i < head.length; ) {
    const a = head[i]!;
    if (a < 0x80) {
      i++;
      continue;
    }
    const b = head[i + 1] ?? 0;
    high++;
    if ((a === 0x82 && b >= 0x9f && b <= 0xf1) || (a === 0x83 && b >= 0x40 && b <= 0x96)) kana++;
    const shift = (a >= 0x81 && a <= 0x9f) || (a >= 0xe0 && a <= 0xef);
    if (shift && b >= 0x40 && b <= 0xfc && b !== 0x7f) japanese++;
    if (a >= 0xa1 && a <= 0xf7 && b >= 0xa1 && b <= 0xfe) {
      if ((a >= 0xb0 && a <= 0xd7) || a <= 0xa3) chinese++;
      i += 2;
    } else if (shift && b >= 0x40 && b <= 0xfc) i += 2;
    else i++;
  }
  if (kana > 0 && japanese > high * 0.8 && japanese > chinese) return "shift_jis";
  if (chinese > high * 0.8) return "gb18030";
  if (japanese > high * 0.8 && japanese > 2) return "shift_jis";
  return "windows-1252";
}

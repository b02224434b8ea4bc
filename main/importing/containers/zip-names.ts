/** A name as the archive has it. */
export interface RawName {
  readonly bytes: Uint8Array;
  /** The archive says that it is UTF-8. */
  readonly utf8: boolean;
}

/**
 * Names of an archive as text, in order. An archive that does not tell its code page is taken as UTF-8 where every name is valid, then as GBK or
 * Shift JIS where all that is not ASCII comes in their pairs, else as code page 437, which APPNOTE (appendix D) prescribes.
 */
export function zipNames(names: readonly RawName[]): string[] {
  const unknown = names.filter(({ bytes, utf8 }) => !utf8 && bytes.some((byte) => byte >= 0x80)).map(({ bytes }) => bytes);
  const foreign = decoderOf(unknown);
  const plain = new TextDecoder();
  return names.map(({ bytes, utf8 }) => (utf8 ? plain.decode(bytes) : foreign(bytes)));
}

function decoderOf(names: readonly Uint8Array[]): (bytes: Uint8Array) => string {
  const valid = (encoding: string) => {
    const strict = new TextDecoder(encoding, { fatal: true });
    return names.every((bytes) => {
      try {
        strict.decode(bytes);
        return true;
      } catch {
        return false;
      }
    });
  };
  const by = (encoding: string) => {
    const decoder = new TextDecoder(encoding);
    return (bytes: Uint8Array) => decoder.decode(bytes);
  };
  if (valid("utf-8")) return by("utf-8");
  if (names.every(isGb2312)) return by("gb18030");
  if (names.some(hasKana) && valid("shift_jis")) return by("shift_jis");
  return codePage437;
}

/** GB 2312 sets its signs (A1-A9) and characters (B0-F7) as pairs of bytes from A1 on; Western names hardly have two such letters in a row. */
function isGb2312(name: Uint8Array): boolean {
  for (let i = 0; i < name.length; i++) {
    const a = name[i]!;
    if (a < 0x80) continue;
    const b = name[++i] ?? 0;
    if (a < 0xa1 || (a > 0xa9 && a < 0xb0) || a > 0xf7 || b < 0xa1 || b > 0xfe) return false;
  }
  return true;
}

/** Hiragana (82 9F-F1) or katakana (83 40-96) of Shift JIS. */
function hasKana(name: Uint8Array): boolean {
  return name.some((a, i) => {
    const b = name[i + 1] ?? 0;
    return (a === 0x82 && b >= 0x9f && b <= 0xf1) || (a === 0x83 && b >= 0x40 && b <= 0x96);
  });
}

/** https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/PC/CP437.TXT, from 80 on. */
const high =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";

const codePage437 = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : high[byte - 0x80]!)).join("");

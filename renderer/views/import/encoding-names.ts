import type { Encoding } from "#shared/domain/importing.ts";

/** Encodings as engineers know them; the same in every language. */
export const encodingNames: Readonly<Record<Encoding, string>> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16 LE",
  "utf-16be": "UTF-16 BE",
  gb18030: "GB 18030 / GBK",
  shift_jis: "Shift-JIS",
  "windows-1252": "Latin-1 / Windows-1252",
};

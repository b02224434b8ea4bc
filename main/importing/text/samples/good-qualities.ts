import { qualityOf } from "./quality.ts";

const qualityWord = /quality|qualit(?:é|ä|à|y)|calidad|kwaliteit|validity|valid$|gültig|güte|integrity|confidence|质量|品質|有效|良否/i;
const statusWord = /^(?:(?:sample|point|tag|opc)?[ _]?status(?:[ _]?code)?|state|flags?|状态|状態|zustand)$/i;

/** Whether a column holds qualities: it is named so, or named a status and its texts read so, or all its texts do and nothing else would. */
export function isQualityColumn(header: string, texts: readonly string[]): boolean {
  if (texts.length === 0) return false;
  const read = texts.filter((text) => qualityOf(text) !== undefined).length / texts.length;
  const few = new Set(texts).size <= Math.max(8, 0.02 * texts.length);
  if (qualityWord.test(header)) return few;
  const plain = texts.every((text) => /^[0-9]{1,3}$/.test(text));
  if (statusWord.test(header)) return few && (read > 0.5 || plain);
  if (header !== "" || !few) return false;
  // Without a name: words such as "Good", or bytes of OPC, most of them 192.
  if (plain) return texts.filter((text) => text === "192").length > 0.5 * texts.length && texts.every((text) => Number(text) <= 255);
  return read === 1;
}

const always = ["", "good", "ok", "valid", "good, non-specific", "good [non-specific]", "good (192)", "192", "0xc0", "216", "uncertain"];

/**
 * The texts of a quality column under which a value is a sample: good ones and uncertain ones. Numbers that loggers use differently are read
 * by the company they keep: 100 among percents of Proficy, 128 (hexadecimal 80) in WinCC, 1 where 0 and 1 are a validity, 0 where they are a status.
 */
export function goodQualities(texts: readonly string[], header: string): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text.trim().toLowerCase(), (counts.get(text.trim().toLowerCase()) ?? 0) + 1);
  const met = [...counts.keys()];
  const told = met.filter((text) => qualityOf(text) === "good" || qualityOf(text) === "uncertain");
  if (met.some((text) => qualityOf(text) === "good")) return [...new Set([...always, ...told])];
  const good = (...numbers: string[]) => [...new Set([...always, ...told, ...numbers])];
  for (const mark of ["100", "128", "0x80", "80"]) if (counts.has(mark)) return good(mark, ...(mark === "100" ? ["100.0"] : []));
  const isStatus = statusWord.test(header) || /error|fault|bad|fehler/i.test(header);
  if (met.every((text) => /^[0-9]+$/.test(text))) {
    // WinCC writes 1 for valid, 0 and 2 for its own marks; a status is 0 while nothing is wrong.
    if (counts.has("1") && !isStatus) return good("1");
    if (counts.has("0") && isStatus) return good("0");
  }
  // Nothing tells: what most samples have is good.
  const most = [...counts].sort((a, b) => b[1] - a[1])[0];
  return good(...(most ? [most[0]] : []));
}

export type Quality = "good" | "uncertain" | "bad";

/**
 * What a quality says: words of historians in several languages; OPC Data Access 3.0 numbers, decimal or hexadecimal (the two highest bits of
 * the byte: 11 good, 01 uncertain, 00 bad); OPC UA status codes (the two highest of 32 bits: 00 good, 01 uncertain, 10 bad). Undefined where
 * the text alone does not tell: 0, 1 and 100 mean different things to different loggers.
 */
export function qualityOf(text: string): Quality | undefined {
  const plain = text.trim().toLowerCase();
  if (
    /^(?:good|ok|okay|valid|gut|gültig|bon(?:ne)?|bueno|válido|buono|valido|goed|bom|raw|measured|良好|好|正常|有效|良|正常値)\b/u.test(
      plain,
    )
  )
    return "good";
  if (/^(?:良好|好|正常|有效|良)/u.test(plain)) return "good";
  if (
    /^(?:uncertain|questionable|suspect|doubtful|substituted|estimated|unsicher|incertain|incierto|incerto|onzeker|不确定|可疑|不確か)/u.test(
      plain,
    )
  )
    return "uncertain";
  if (
    /^(?:bad|invalid|poor|error|fault|not ?good|no ?good|schlecht|ungültig|mauvais|malo|cattivo|slecht|ruim|坏|无效|差|不良|異常)/u.test(
      plain,
    )
  )
    return "bad";
  const number = /^0x[0-9a-f]{1,8}$/.test(plain) || /^\d{1,10}$/.test(plain) ? Number(plain) : Number.NaN;
  if (Number.isNaN(number)) return undefined;
  if (number >= 0x4000_0000) return number >= 0x8000_0000 ? "bad" : "uncertain";
  if (number >= 192 && number <= 255) return "good";
  if (number >= 64 && number <= 127 && number !== 100) return "uncertain";
  return undefined;
}

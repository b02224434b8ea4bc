import type { Finding } from "#shared/domain/finding.ts";
import { importing } from "#shared/language/importing.ts";
import { fill } from "#shared/language/sentence.ts";

export type ImportCode = keyof typeof importing;

/** The English sentence of one of the import's codes. */
export const sentence = (code: ImportCode, data: Finding["data"]): string => fill(importing[code].en, data);

/** A finding whose message is its English sentence, filled. */
export const finding = (code: ImportCode, severity: Finding["severity"], data: Finding["data"]): Finding => ({
  code,
  severity,
  message: sentence(code, data),
  data,
});

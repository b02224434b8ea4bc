import { importing } from "#shared/language/importing.ts";
import { fill } from "#shared/language/sentence.ts";

/** The English sentence of one of this folder's problems. */
export const sentence = (code: keyof typeof importing, data: Readonly<Record<string, string | number>>): string =>
  fill(importing[code].en, data);

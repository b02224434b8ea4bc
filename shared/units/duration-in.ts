import type { Language } from "../language/sentence.ts";

const zh: Readonly<Record<string, string>> = { d: "天", h: "小时", min: "分", s: "秒" };
const duration = /^−?(?:[\d.,]+ (?:d|h|min|s))(?: \d+ (?:h|min|s))?$/;

/** A length of time as `formatDuration` wrote it in English, in a language; any other text as it is. */
export function durationIn(language: Language, text: string): string {
  if (language === "en" || !duration.test(text)) return text;
  return text.replace(/[a-z]+/g, (unit) => zh[unit]!);
}

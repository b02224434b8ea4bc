import type { Language } from "../language/sentence.ts";
import { formatNumber, noNumber } from "./format-number.ts";

const parts = [
  { ms: 86_400_000, en: "d", zh: "天" },
  { ms: 3_600_000, en: "h", zh: "小时" },
  { ms: 60_000, en: "min", zh: "分" },
  { ms: 1000, en: "s", zh: "秒" },
] as const;

/** A length of time in its two largest parts: `3 d 4 h`, `2 min`, `0.35 s`. A missing one is a dash. */
export function formatDuration(ms: number | null | undefined, language: Language = "en"): string {
  if (ms === null || ms === undefined || !Number.isFinite(ms)) return noNumber;
  const sign = ms < 0 ? "−" : "";
  const length = Math.abs(ms);
  if (length < 10_000) return `${sign}${formatNumber(length / 1000, { significant: 2 })} ${parts[3][language]}`;
  const first = parts.findIndex((part) => length >= part.ms);
  const smallest = parts[Math.min(first + 1, 3)]!;
  // Rounded once, in the smaller part, so that 59.9 s never reads "60 s".
  let rest = Math.round(length / smallest.ms) * smallest.ms;
  const shown: string[] = [];
  for (const part of parts) {
    const count = Math.floor(rest / part.ms);
    rest -= count * part.ms;
    if (count > 0) shown.push(`${count} ${part[language]}`);
  }
  return sign + shown.join(" ");
}

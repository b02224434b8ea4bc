import type { Language } from "#shared/language/sentence.ts";
import { formatTime } from "#shared/units/format-time.ts";

const days = {
  en: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
  zh: ["周日", "周一", "周二", "周三", "周四", "周五", "周六"],
} as const;
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** A moment as said in a sentence, on the window's clock (UTC): `14:20 on Tue 4 Mar 2025`, `2025年3月4日周二 14:20`. */
export function whenWords(ms: number, language: Language, precision: "minute" | "second" = "minute"): string {
  const date = new Date(ms);
  const clock = formatTime(ms, { precision }).slice(11);
  const day = days[language][date.getUTCDay()];
  if (language === "zh") return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日${day} ${clock}`;
  return `${clock} on ${day} ${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

import type { Language } from "#shared/language/sentence.ts";
import { zoneOffset } from "#shared/units/format-time.ts";

/** `Tuesday, 12 March 2024 at 14:05:00`, on the clock of a zone. */
export function timeInWords(at: number, zone: string, language: Language): string {
  const format = new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    ...(at % 1000 === 0 ? {} : { fractionalSecondDigits: 3 }),
    hourCycle: "h23",
    timeZone: "UTC",
  });
  // A zone that is being typed may not exist yet; the time is then shown as UTC.
  let offset = 0;
  try {
    offset = zoneOffset(at, zone);
  } catch {
    offset = 0;
  }
  return format.format(at + offset);
}

import type { Block, Cell } from "#shared/document/block.ts";
import type { Finding } from "#shared/domain/finding.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { isSentence, type SentenceData, type SentenceKey, say, sayCoded } from "#shared/language/index.ts";
import type { Language } from "#shared/language/sentence.ts";
import { formatDuration } from "#shared/units/format-duration.ts";
import { formatNumber, type NumberFormat } from "#shared/units/format-number.ts";
import { formatQuantity } from "#shared/units/format-quantity.ts";
import { formatTime } from "#shared/units/format-time.ts";

/** How a report words things: one language, the same numbers as on screen. */
export interface Words {
  readonly language: Language;
  say(key: SentenceKey, data?: SentenceData): string;
  /** The sentence of a key made at run time, such as a family's name; the key's last part where there is none. */
  name(key: string): string;
  finding(finding: Finding): Block;
  number(value: number | null | undefined, format?: NumberFormat): Cell & { text: string };
  quantity(value: number | null | undefined, unit: string, format?: NumberFormat): string;
  percent(value: number | null | undefined, format?: NumberFormat): string;
  time(ms: number | null | undefined): string;
  period(range: TimeRange): string;
  duration(ms: number): string;
}

export function wordsIn(language: Language): Words {
  return {
    language,
    say: (key, data) => say(language, key, data),
    name: (key) => (isSentence(key) ? say(language, key) : (key.split(".").at(-1) ?? key)),
    finding: (finding) => ({ kind: "finding", finding, text: sayCoded(language, finding) }),
    number: (value, format) => ({
      value: value !== undefined && value !== null && Number.isFinite(value) ? value : null,
      text: formatNumber(value, format),
    }),
    quantity: (value, unit, format) => formatQuantity(value, unit, format),
    percent: (value, format) => formatQuantity(value, "%", { decimals: 2, ...format }),
    time: (ms) => formatTime(ms),
    period: ({ from, to }) => `${formatTime(from)} – ${formatTime(to)} UTC`,
    duration: (ms) => formatDuration(ms, language),
  };
}

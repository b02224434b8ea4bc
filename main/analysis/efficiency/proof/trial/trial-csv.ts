import type { Trial } from "#shared/domain/trial.ts";
import { say } from "#shared/language/index.ts";
import type { Language } from "#shared/language/sentence.ts";
import { offsetText } from "./offset-text.ts";

/** The calendar of a trial as a table for a spreadsheet: a line per block, times of the local clock with their offset. UTF-8 with its mark, CRLF. */
export function trialCsv({ wish, plan, deviations }: Trial, language: Language): string {
  const { clockOffsetMs, settings } = wish;
  const local = (at: number): string => `${new Date(at + clockOffsetMs).toISOString().slice(0, 16)}${offsetText(clockOffsetMs)}`;
  const head = [
    say(language, "trial-view.col.block"),
    say(language, "trial-view.col.pair"),
    say(language, "trial-view.col.from"),
    say(language, "trial-view.col.to"),
    say(language, "trial-view.col.counts-from"),
    say(language, "trial-view.col.state"),
    ...settings.map(({ tag, unit }) => (unit === "" ? tag : `${tag} [${unit}]`)),
    say(language, "trial-view.col.note"),
  ];
  const rows = plan.blocks.map(({ range, state, pair }, number) => [
    number + 1,
    pair + 1,
    local(range.from),
    local(range.to),
    local(range.from + plan.washoutMs),
    say(language, `trial-view.state.${state}`),
    ...settings.map(({ from, to }) => (state === "on" ? to : from)),
    deviations
      .filter(({ block }) => block === number)
      .map(({ what, reason }) => `${say(language, `trial-view.what.${what}`)}: ${reason}`)
      .join("; "),
  ]);
  // The mark tells spreadsheets that the text is UTF-8.
  return `\ufeff${[head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** RFC 4180. A text that a spreadsheet would take for a formula is kept a text. */
function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

import type { Trial } from "#shared/domain/trial.ts";
import { say } from "#shared/language/index.ts";
import type { Language } from "#shared/language/sentence.ts";
import { formatQuantity } from "#shared/units/format-quantity.ts";

const lineBytes = 75; // RFC 5545, 3.1: longer lines are folded

/** The calendar of a trial for a calendar program: an event per block, in UTC (RFC 5545). Read in again, the events take each other's place. */
export function trialIcs({ id, wish, plan, lockedAt }: Trial, language: Language): string {
  const events = plan.blocks.flatMap(({ range, state, pair }, number) => [
    "BEGIN:VEVENT",
    `UID:${id}-${number + 1}@onepercent`,
    `DTSTAMP:${stamp(lockedAt)}`,
    `DTSTART:${stamp(range.from)}`,
    `DTEND:${stamp(range.to)}`,
    `SUMMARY:${text(`${wish.name}: ${say(language, `trial-view.state.${state}`)}`)}`,
    `DESCRIPTION:${text(
      [
        say(language, "trial-view.ics.place", { block: number + 1, blocks: plan.blocks.length, pair: pair + 1 }),
        ...wish.settings.map(
          ({ tag, unit, from, to }) => `${tag}: ${formatQuantity(state === "on" ? to : from, unit, { significant: 4 })}`,
        ),
      ].join("\n"),
    )}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ]);
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//OnePercent//Trial//EN", "CALSCALE:GREGORIAN", ...events, "END:VCALENDAR"];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

const stamp = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
const text = (value: string): string => value.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r?\n/g, "\\n");

/** No line of more than 75 bytes, and no character cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let [part, bytes] = ["", 0];
  for (const sign of line) {
    const size = new TextEncoder().encode(sign).length;
    // The blank that begins a continued line counts as well.
    if (bytes + size > lineBytes - (parts.length > 0 ? 1 : 0)) {
      parts.push(part);
      [part, bytes] = ["", 0];
    }
    part += sign;
    bytes += size;
  }
  return [...parts, part].join("\r\n ");
}

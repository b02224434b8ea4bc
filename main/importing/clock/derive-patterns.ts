import { monthOfName } from "./month-names.ts";

interface Piece {
  kind: "digits" | "letters" | "mark";
  text: string;
}

/** All patterns a text could have been written by; which of them it was, the other texts of the column decide. */
export function derivePatterns(text: string): string[] {
  const pieces = [...text.trim().matchAll(/\d+|\p{L}+|\s+|[^\d\p{L}\s]/gu)].map(
    ([t]): Piece => ({
      kind: /^\d/.test(t) ? "digits" : /^\p{L}/u.test(t) ? "letters" : "mark",
      text: t,
    }),
  );
  const found = new Set<string>();
  for (const { pattern, used } of datesOf(pieces)) {
    const rest = pieces.slice(used);
    if (rest.length === 0) {
      found.add(pattern);
      continue;
    }
    const [join, ...clock] = rest;
    if (join!.kind === "digits") continue;
    const glue = join!.kind === "mark" ? (/^\s+$/.test(join!.text) ? " " : literal(join!.text)) : join!.text === "T" ? "T" : undefined;
    if (glue === undefined) continue;
    // A mark and a blank: "2024-01-01, 10:00".
    const gap = join!.kind === "mark" && glue !== " " && clock[0] && /^\s+$/.test(clock[0].text) ? " " : "";
    for (const time of timesOf(gap ? clock.slice(1) : clock)) found.add(pattern + glue + gap + time);
    for (const { pattern: time, tail } of timesBefore(gap ? clock.slice(1) : clock)) found.add(pattern + glue + gap + time + tail);
  }
  for (const time of timesOf(pieces)) found.add(time);
  return [...found];
}

const literal = (text: string): string => (/[A-Za-z[\]]/.test(text) ? `[${text}]` : text);

function datesOf(pieces: readonly Piece[]): { pattern: string; used: number }[] {
  const found: { pattern: string; used: number }[] = [];
  const [a, b, c, d, e] = pieces;
  if (!a) return found;
  if (a.kind === "digits" && a.text.length === 14) return [{ pattern: "YYYYMMDDHHmmss", used: 1 }];
  if (a.kind === "digits" && a.text.length === 12) return [{ pattern: "YYYYMMDDHHmm", used: 1 }];
  if (a.kind === "digits" && a.text.length === 8) found.push({ pattern: "YYYYMMDD", used: 1 });
  if (a.kind === "digits" && a.text.length === 6) found.push({ pattern: "YYMMDD", used: 1 }, { pattern: "DDMMYY", used: 1 });
  if (a.kind === "digits" && a.text.length === 7) found.push({ pattern: "YYYYDDDD", used: 1 });
  // Mon, 14 May 2011
  if (a.kind === "letters" && monthOfName(a.text) === 0 && b) {
    const skip = b.text === "," || b.text === "." ? (c && /^\s+$/.test(c.text) ? 3 : 2) : 1;
    const glue = pieces.slice(1, skip).map((p) => (/^\s+$/.test(p.text) ? " " : p.text));
    for (const inner of datesOf(pieces.slice(skip)))
      found.push({ pattern: `ddd${glue.join("")}${inner.pattern}`, used: skip + inner.used });
    return found;
  }
  if (!b || !c) return found;
  // 14 de mayo de 2011
  if (a.kind === "digits" && c.text === "de" && e?.kind === "letters" && /^del?$/.test(pieces[6]?.text ?? "")) {
    const last = pieces[8];
    if (last?.kind === "digits" && monthOfName(e.text) > 0)
      for (const year of yearWords(last.text)) found.push({ pattern: `D [de] MMM [${pieces[6]!.text}] ${year}`, used: 9 });
    return found;
  }
  // 2024年3月31日
  if (b.text === "年" && d?.text === "月" && pieces[5]?.text.startsWith("日")) return [{ pattern: "YYYY年M月D日", used: 6 }];
  const mark = (piece: Piece | undefined): string | undefined =>
    piece?.kind === "mark" && piece.text !== ":" ? (/^\s+$/.test(piece.text) ? " " : literal(piece.text)) : undefined;
  const m1 = mark(b);
  const m2 = mark(d);
  if (a.kind === "letters" && m1 !== undefined && c.kind === "digits") {
    // May 14, 2011
    const comma = d?.text === "," && e && /^\s+$/.test(e.text) ? ", " : d?.text === "," ? "," : m2;
    const at = comma === ", " ? 5 : 4;
    if (comma !== undefined && pieces[at]?.kind === "digits") {
      for (const year of yearWords(pieces[at].text)) found.push({ pattern: `MMM${m1}D${comma}${year}`, used: at + 1 });
    }
    return found;
  }
  if (a.kind !== "digits") return found;
  if (m1 === undefined && b.kind === "letters" && c.kind === "digits" && monthOfName(b.text) > 0) {
    // 14May2011
    for (const year of yearWords(c.text)) found.push({ pattern: `DMMM${year}`, used: 3 });
    return found;
  }
  if (m1 === undefined) return found;
  if (c.kind === "letters") {
    // 14-May-11, 14. Mai 2011, 2011-May-14
    const dot = d?.text === "." && e && /^\s+$/.test(e.text);
    const glue = dot ? " " : m2;
    const at = dot ? 5 : 4;
    const last = pieces[at];
    if (glue !== undefined && last?.kind === "digits" && monthOfName(c.text) > 0) {
      if (a.text.length === 4) found.push({ pattern: `YYYY${m1}MMM${glue}D`, used: at + 1 });
      else for (const year of yearWords(last.text)) found.push({ pattern: `D${m1}MMM${glue}${year}`, used: at + 1 });
    } else if (b.text === "." && /^\s+$/.test(c.text)) return found;
    return found;
  }
  if (b.text === "." && /^\s+$/.test(c.text) && d?.kind === "letters") {
    // 14. May 2011
    const last = pieces[5];
    if (last?.kind === "digits") for (const year of yearWords(last.text)) found.push({ pattern: `D. MMM ${year}`, used: 6 });
    return found;
  }
  if (c.kind !== "digits") return found;
  if (a.text.length === 4 && c.text.length === 3) found.push({ pattern: `YYYY${m1}DDDD`, used: 3 });
  if (m2 === undefined || e?.kind !== "digits") return found;
  if (a.text.length === 4) {
    found.push({ pattern: `YYYY${m1}M${m2}D`, used: 5 }, { pattern: `YYYY${m1}D${m2}M`, used: 5 });
    return found;
  }
  for (const year of yearWords(e.text))
    found.push({ pattern: `D${m1}M${m2}${year}`, used: 5 }, { pattern: `M${m1}D${m2}${year}`, used: 5 });
  if (a.text.length === 2 && e.text.length <= 2) found.push({ pattern: `YY${m1}M${m2}D`, used: 5 });
  return found;
}

/** Times with something behind them that every cell has: a stray point, "Uhr", "h". */
function timesBefore(pieces: readonly Piece[]): { pattern: string; tail: string }[] {
  const last = pieces.at(-1);
  if (last?.text === ".") return timesOf(pieces.slice(0, -1)).map((pattern) => ({ pattern, tail: "." }));
  if (!last || !/^(?:uhr|h|hrs?|Uhr)$/.test(last.text)) return [];
  const blank = /^\s+$/.test(pieces.at(-2)?.text ?? "");
  return timesOf(pieces.slice(0, blank ? -2 : -1)).map((pattern) => ({ pattern, tail: `${blank ? " " : ""}[${last.text}]` }));
}

const yearWords = (text: string): string[] => (text.length === 4 ? ["YYYY"] : text.length <= 2 ? ["YY"] : []);

function timesOf(pieces: readonly Piece[]): string[] {
  const [h, m1, m, m2, s] = pieces;
  if (h?.kind !== "digits") {
    // 上午9:30:00
    const blank = m1 !== undefined && /^\s+$/.test(m1.text);
    if (h && /^[上下]午$/.test(h.text))
      return timesOf(pieces.slice(blank ? 2 : 1)).map((t) => `a${blank ? " " : ""}${t.replace("H", "h")}`);
    return [];
  }
  if (h.text.length > 2) {
    const compact = h.text.length === 6 ? "HHmmss" : h.text.length === 4 ? "HHmm" : undefined;
    return compact && pieces.length === 1 ? [compact] : [];
  }
  if (m1?.kind !== "mark" || m?.kind !== "digits" || m.text.length !== 2 || !/^[:.-]$/.test(m1.text)) {
    if (m1?.text === "时" && m?.kind === "digits" && m2?.text === "分") return [pieces[5]?.text === "秒" ? "H时m分s秒" : "H时m分"];
    return [];
  }
  let pattern = `H${m1.text}m`;
  let at = 3;
  if (m2?.kind === "mark" && /^[:.-]$/.test(m2.text) && s?.kind === "digits" && s.text.length <= 2) {
    pattern += `${m2.text}s`;
    at = 5;
    const mark = pieces[5];
    if (mark && /^[.,:]$/.test(mark.text) && pieces[6]?.kind === "digits") {
      pattern += `${mark.text}SSS`;
      at = 7;
    } else pattern += m2.text === "." ? "" : ".SSS";
  }
  let rest = pieces.slice(at);
  if (rest[0] && /^\s+$/.test(rest[0].text) && rest.length > 1) {
    rest = rest.slice(1);
    pattern += " ";
  }
  const half = rest
    .map((p) => p.text)
    .join("")
    .toLowerCase();
  if (/^[ap]\.?m\.?$/.test(half)) return [`${pattern.replace("H", "h")}a`];
  if (rest[0] && /^[上下]午$/.test(rest[0].text)) return [`${pattern.replace("H", "h")}a`];
  if (rest.length === 0) return [pattern];
  if (/^(z|[+-]\d{2}:?(\d{2})?|utc|gmt|cet|cest|mez|mesz)$/.test(half)) return [`${pattern.trimEnd()}Z`];
  return [];
}

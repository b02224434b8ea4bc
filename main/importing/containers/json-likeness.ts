import { textLines, withoutMark } from "./json-lines.ts";
import { jsonValue, NoJson } from "./json-value.ts";

const looked = 50; // lines
const headBytes = 64 << 10;

/** How much the beginning of a file looks like JSON, 0 … 1. */
export function jsonLikeness(head: Uint8Array): number {
  const text = decode(head);
  const start = text.trimStart();
  if (start === "") return 0;
  const lines = recordsInLines(start.split("\n"), head.length >= headBytes);
  if (lines.records > 0 && lines.records >= lines.others) return 0.95;
  if (start[0] !== "{" && start[0] !== "[") return 0;
  return beginsAsJson(start) ? 0.95 : 0;
}

/** Whether each line is a record of its own; a document on one line is none of these. */
export function jsonStandsInLines(path: string): boolean {
  const lines: string[] = [];
  let filled = 0;
  for (const line of textLines(path, 4 << 20)) {
    lines.push(line.length > 4 << 20 ? "" : line);
    if (line.trim() !== "" && ++filled >= looked) break;
  }
  const { records, others } = recordsInLines(lines, false);
  const first = recordsInLines(lines.slice(0, 1), false).records > 0;
  return records > 1 && (records > others || (first && 2 * records >= others));
}

function recordsInLines(lines: readonly string[], open: boolean): { records: number; others: number } {
  let records = 0;
  let others = 0;
  const whole = open ? lines.slice(0, -1) : lines;
  for (const line of whole) {
    const text = withoutMark(line).trim();
    if (text === "") continue;
    if (isRecord(text)) records++;
    else others++;
    if (records + others >= looked) break;
  }
  return { records, others };
}

function isRecord(text: string): boolean {
  if (!/^(?:\{.*\}|\[.*[\]])$/s.test(text)) return false;
  try {
    jsonValue(text);
    return true;
  } catch (error) {
    if (error instanceof NoJson) return false;
    throw error;
  }
}

/** Signs and values follow each other as in JSON, as far as the head goes: `[Data]` of another format does not. */
function beginsAsJson(text: string): boolean {
  const sign = /\s*(?:("(?:[^"\\\n]|\\.)*")|(-?\d[\d.eE+-]*|true|false|null|NaN|-?Infinity)|([{}[\],:]))/y;
  let signs = 0;
  let before = "";
  while (signs < looked * 4) {
    const match = sign.exec(text);
    if (!match) break;
    const what = match[1] !== undefined ? "s" : match[2] !== undefined ? "w" : match[3]!;
    if (!follows(before, what)) return false;
    before = what;
    signs++;
  }
  return signs >= 3;
}

const follows = (before: string, what: string): boolean => {
  if (before === "") return what === "{" || what === "[";
  if (before === "{") return what === "s" || what === "}";
  if (before === "[") return what !== ":" && what !== "," && what !== "}";
  if (before === ":") return what === "s" || what === "w" || what === "{" || what === "[";
  if (before === ",") return what === "s" || what === "w" || what === "{" || what === "[";
  if (before === "s") return what === ":" || what === "," || what === "}" || what === "]";
  return what === "," || what === "}" || what === "]" || (before !== "w" && (what === "{" || what === "["));
};

function decode(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder("utf-16le").decode(head);
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder("utf-16be").decode(head);
  return new TextDecoder().decode(head);
}

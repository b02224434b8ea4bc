import type { ColumnPlan, Layout, SampleColumns } from "#shared/domain/importing.ts";
import { decimalByte, numberCell } from "../../number-cell.ts";
import { isSwitch } from "../switch-words.ts";
import { goodQualities, isQualityColumn } from "./good-qualities.ts";
import { isNamedTag, isStateWord, isStrongTagWord, isUnitWord, isValueWord } from "./long-words.ts";

export interface LongInput {
  readonly columns: readonly ColumnPlan[];
  readonly rows: readonly (readonly string[])[];
  /** Columns of the clock. */
  readonly clock: readonly number[];
  /** [rows] ms, NaN where a row has no time. */
  readonly times: readonly number[];
  readonly decimal: "." | ",";
}

export type LongLayout = Extract<Layout, { shape: "long" }>;

/**
 * Whether the rows of a table name the tags of their values: by the names of its columns, or, where they do not tell, because times stand
 * still or go back just where the text of a column changes. Undefined for a table with a column per tag.
 */
export function guessLong(input: LongInput): LongLayout | undefined {
  const samples = severalPerRow(input) ?? named(input) ?? shown(input);
  if (!samples) return undefined;
  const qualities = [...new Set(samples.flatMap(({ quality }) => (quality === null ? [] : [quality])))];
  const good = qualities.flatMap((k) => goodQualities(textsOf(input, k), input.columns[k]!.header));
  return { shape: "long", samples, good: [...new Set(good)], series: [] };
}

const textsOf = ({ rows }: Pick<LongInput, "rows">, k: number): string[] => rows.map((row) => row[k] ?? "").filter((t) => t !== "");

const distinct = (input: LongInput, k: number): Set<string> => new Set(textsOf(input, k));

/** The columns whose names say what they are: tag, value, and perhaps quality and unit. */
function named(input: LongInput): SampleColumns[] | undefined {
  const { columns, clock } = input;
  const free = columns.map((c, k) => ({ ...c, k })).filter(({ k, kind }) => !clock.includes(k) && kind !== "skip");
  const called = (is: (header: string) => boolean) =>
    free.filter(({ header, kind, k }) => is(header) && (kind === "number" || mayBeValues(input, k)));
  const values = called(isValueWord).length > 0 ? called(isValueWord) : called(isStateWord);
  if (values.length === 0) return undefined;
  const tags = free.filter(({ header, k }) => isNamedTag(header) && !values.some((v) => v.k === k));
  const strong = tags.find(({ header }) => isStrongTagWord(header));
  const tag = strong ?? tags.find(({ k, kind }) => (kind === "text" || kind === "number") && distinct(input, k).size > 1);
  if (!tag) return undefined;
  const keys = withFurtherKeys(input, [tag.k], new Set(values.map((v) => v.k)));
  const taken = new Set([...keys, ...clock]);
  const quality = qualityColumn(
    input,
    taken,
    values.map((v) => v.k),
  );
  const unit = free.find(({ header, k }) => !taken.has(k) && isUnitWord(header))?.k ?? null;
  return values.map((v) => ({ tag: keys, value: v.k, unit, quality }));
}

/** A column of states and numbers, as a historian writes tags of both kinds. */
function mayBeValues(input: LongInput, k: number): boolean {
  const texts = textsOf(input, k);
  return texts.some((text) => isNumber(text, input.decimal)) || isSwitch(texts);
}

/** Quality by its name and texts, or by texts that nothing else has. */
function qualityColumn(input: LongInput, taken: ReadonlySet<number>, values: readonly number[]): number | null {
  const found = input.columns.findIndex(
    (c, k) => !taken.has(k) && !values.includes(k) && c.kind !== "skip" && isQualityColumn(c.header, textsOf(input, k)),
  );
  return found < 0 ? null : found;
}

/** Further columns without which one tag would have several values at one time. */
function withFurtherKeys({ columns, rows, clock, times }: LongInput, keys: readonly number[], values: ReadonlySet<number>): number[] {
  const repeatsOf = (at: readonly number[]): number => {
    const seen = new Set<string>();
    let repeats = 0;
    rows.forEach((row, i) => {
      const key = `${times[i]}\u0000${at.map((k) => row[k] ?? "").join("\u0000")}`;
      if (seen.has(key)) repeats++;
      seen.add(key);
    });
    return repeats;
  };
  let best = [...keys];
  let repeats = repeatsOf(best);
  while (repeats > 0.05 * rows.length) {
    const tried = columns.flatMap((c, k) => {
      if (best.includes(k) || clock.includes(k) || values.has(k) || !(c.kind === "text" || isKeyName(c.header))) return [];
      const at = [...best, k].sort((a, b) => a - b);
      return [{ at, repeats: repeatsOf(at) }];
    });
    const next = tried.sort((a, b) => a.repeats - b.repeats)[0];
    if (!next || next.repeats > 0.7 * repeats) break;
    best = next.at;
    repeats = next.repeats;
  }
  return best;
}

const isKeyName = (header: string): boolean =>
  /^(?:site|area|line|plant|machine|device|asset|station|sensor|unit|pump|channel|equipment|node|anlage|gerät|maschine|设备|站点|机组)(?:[ _-]?(?:id|no|nr|name|number))?$/i.test(
    header,
  );

/** No name tells: one column of texts that repeat, one of numbers, and times that do not go on where the text changes. */
function shown(input: LongInput): SampleColumns[] | undefined {
  const { columns, rows, clock } = input;
  if (clock.length === 0 || rows.length < 6) return undefined;
  const free = columns.map((c, k) => ({ ...c, k })).filter(({ k, kind }) => !clock.includes(k) && kind !== "skip" && kind !== "time");
  const isQuality = ({ header, k }: { header: string; k: number }) => isQualityColumn(header, textsOf(input, k));
  const quality = free.find(isQuality)?.k ?? null;
  const numbers = free.filter(({ kind, k }) => kind === "number" && k !== quality && distinct(input, k).size > 2);
  const texts = free.filter(({ kind, k }) => kind === "text" && k !== quality);
  if (numbers.length !== 1 || texts.length === 0) return undefined;
  const value = numbers[0]!.k;
  for (const { k } of texts) {
    const tags = distinct(input, k).size;
    if (tags < 2 || tags > rows.length / 3 || isSwitch(distinct(input, k)) || !stopsAt(input, k, quality === null ? 2 : 1)) continue;
    return [{ tag: [k], value, unit: texts.find((t) => t.k !== k && isUnitWord(t.header))?.k ?? null, quality }];
  }
  return undefined;
}

/** Whether times stand still or go back nearly always where the text changes, and hardly ever where it stays. */
function stopsAt({ rows, times }: LongInput, k: number, least: number): boolean {
  let changes = 0;
  let stops = 0;
  let stays = 0;
  let others = 0;
  for (let i = 1; i < rows.length; i++) {
    const stop = times[i]! <= times[i - 1]!;
    if (rows[i]![k] !== rows[i - 1]![k]) {
      changes++;
      if (stop) stops++;
    } else {
      stays++;
      if (stop) others++;
    }
  }
  // Scanned in turn, the text changes at every row and the time at every round.
  return changes >= least && stops >= 0.45 * changes && others <= 0.02 * stays;
}

/** `date;tag;value;tag;value`: texts that name tags, each before its number, without a name of their own. */
function severalPerRow(input: LongInput): SampleColumns[] | undefined {
  const { columns, clock, rows } = input;
  if (rows.length === 0) return undefined;
  const found: SampleColumns[] = [];
  for (let k = 0; k + 1 < columns.length; k++) {
    if (clock.includes(k) || columns[k]!.kind !== "text" || columns[k + 1]!.kind !== "number" || clock.includes(k + 1)) continue;
    const names = distinct(input, k);
    const header = columns[k]!.header;
    if (header !== "" && !isNamedTag(header.replace(/[ _]?\d+$/, ""))) return undefined;
    if ([...names].some((name) => isNumber(name, input.decimal)) || isSwitch(names) || isQualityColumn("", [...names])) return undefined;
    found.push({ tag: [k], value: k + 1, unit: null, quality: null });
  }
  const covered = found.length * 2 + clock.length;
  const filled = columns.filter((c) => c.kind !== "skip").length;
  if (found.length < 2 || covered < filled) return undefined;
  const all = found.map(({ tag }) => distinct(input, tag[0]!));
  const names = new Set(all.flatMap((set) => [...set]));
  return names.size > 1 && all.every((set) => set.size <= Math.max(1, rows.length / 2)) ? found : undefined;
}

function isNumber(text: string, decimal: "." | ","): boolean {
  const bytes = Buffer.from(text);
  return !Number.isNaN(numberCell(bytes, 0, bytes.length, decimalByte(decimal)));
}

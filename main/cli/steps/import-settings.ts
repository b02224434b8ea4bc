import { type ClockPlan, type ColumnKind, type ColumnPlan, type Encoding, isRecording, type LogPlan } from "#shared/domain/importing.ts";
import { UsageError } from "../frame/usage-error.ts";

/** Settings by name, as typed behind `--set`. */
export type ImportSettings = Readonly<Record<string, string>>;

const encodings: Readonly<Record<string, Encoding>> = {
  "utf-8": "utf-8",
  utf8: "utf-8",
  "utf-16le": "utf-16le",
  "utf-16be": "utf-16be",
  gb18030: "gb18030",
  gbk: "gb18030",
  gb2312: "gb18030",
  shift_jis: "shift_jis",
  "windows-1252": "windows-1252",
  "latin-1": "windows-1252",
};
const delimiters: Readonly<Record<string, string>> = { tab: "\t", space: " ", blank: " ", comma: ",", semicolon: ";", pipe: "|" };
const kinds: readonly ColumnKind[] = ["number", "text", "time", "skip"];

/** Names of settings that say where cells begin and end; all others speak of columns, which must be known first. */
const layoutNames = ["encoding", "delimiter", "decimal", "header-line", "units-line", "data-line"] as const;
const columnNames = ["tag", "unit", "kind"] as const;
export const settingNames = [
  ...layoutNames,
  "time-columns",
  "time-format",
  "start",
  "step",
  "zone",
  "missing",
  "duplicates",
  ...columnNames.map((name) => `${name}:COLUMN`),
] as const;

/** `key=value` as typed; only the first equals sign divides. */
export function readSettings(typed: readonly string[]): ImportSettings {
  return Object.fromEntries(
    typed.map((text) => {
      const at = text.indexOf("=");
      if (at < 1) throw new UsageError("cli.usage.setting", { value: text });
      return [text.slice(0, at).trim(), text.slice(at + 1)];
    }),
  );
}

/** The plan with the settings that change its layout; columns may have to be found again by it. Throws a usage error where the log is no text. */
export function withLayout(plan: LogPlan, settings: ImportSettings): LogPlan {
  if (isRecording(plan)) {
    const name = layoutNames.find((each) => settings[each] !== undefined);
    if (name) throw new UsageError("cli.usage.setting-text", { name, format: plan.format });
    return plan;
  }
  const { encoding, delimiter, decimal } = settings;
  const line = (name: string): number | null | undefined => {
    const value = settings[name];
    if (value === undefined) return undefined;
    if (value === "none") return null;
    if (/^[1-9]\d*$/.test(value)) return Number(value);
    throw wrong(name, value);
  };
  const data = line("data-line");
  if (data === null) throw wrong("data-line", "none");
  const header = line("header-line");
  const units = line("units-line");
  return {
    ...plan,
    ...(encoding !== undefined && { encoding: encodings[encoding.toLowerCase()] ?? fail("encoding", encoding) }),
    ...(delimiter !== undefined && {
      delimiter: delimiters[delimiter] ?? (delimiter.length === 1 ? delimiter : fail("delimiter", delimiter)),
    }),
    ...(decimal !== undefined && { decimal: oneOf("decimal", decimal, [".", ","] as const) }),
    ...(header !== undefined && { headerLine: header }),
    ...(units !== undefined && { unitsLine: units }),
    ...(data !== undefined && { dataLine: data }),
  };
}

/** The plan with every other setting. Throws a usage error for a name or value nobody knows. */
export function withMeaning(plan: LogPlan, settings: ImportSettings): LogPlan {
  let changed = { ...plan, columns: [...plan.columns] };
  for (const [name, value] of Object.entries(settings)) {
    const column = /^(tag|unit|kind):(.+)$/.exec(name);
    if (column) changed = withColumn(changed, plan, column[1] as (typeof columnNames)[number], column[2]!, value);
    else if (name === "zone") changed = { ...changed, zone: value };
    else if (name === "duplicates") changed = { ...changed, duplicates: oneOf(name, value, ["first", "last", "mean"] as const) };
    else if (name === "missing")
      changed = { ...changed, missing: [...new Set([...changed.missing, ...value.split(",").map((word) => word.trim())])] };
    else if (!isLayout(name) && !isClock(name)) throw new UsageError("cli.usage.setting-unknown", { name, known: settingNames.join(", ") });
  }
  return withClock(changed, settings);
}

const isLayout = (name: string) => (layoutNames as readonly string[]).includes(name);
const isClock = (name: string) => ["time-columns", "time-format", "start", "step"].includes(name);

function withColumn(plan: LogPlan, original: LogPlan, what: (typeof columnNames)[number], which: string, value: string): LogPlan {
  const at = columnAt(original, which);
  const changes: Partial<ColumnPlan> = what === "kind" ? { kind: oneOf(`kind:${which}`, value, kinds) } : { [what]: value };
  return { ...plan, columns: plan.columns.map((column, k) => (k === at ? { ...column, ...changes } : column)) };
}

function withClock(plan: LogPlan, settings: ImportSettings): LogPlan {
  const { "time-columns": columns, "time-format": format, start, step } = settings;
  if (step !== undefined || start !== undefined) {
    const before = plan.clock.source === "rate" ? plan.clock : { start: 0, stepMs: 1000 };
    const stepMs = step === undefined ? before.stepMs : Number(step) * 1000;
    const at =
      start === undefined
        ? before.start
        : Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(start) ? start : `${start}${start.includes("T") ? "" : "T00:00"}Z`);
    if (!(stepMs > 0)) throw wrong("step", step ?? "");
    if (Number.isNaN(at)) throw wrong("start", start ?? "");
    return { ...plan, clock: { source: "rate", start: at, stepMs } };
  }
  if (columns === undefined && format === undefined) return plan;
  const before = plan.clock.source === "columns" ? plan.clock : { columns: [0], format: "iso" };
  const clock: ClockPlan = {
    source: "columns",
    columns: columns === undefined ? before.columns : columns.split("+").map((which) => columnAt(plan, which)),
    format: format ?? before.format,
  };
  const isTime = (k: number) => clock.columns.includes(k);
  const kindOf = (column: ColumnPlan, k: number): ColumnKind => (isTime(k) ? "time" : column.kind === "time" ? "skip" : column.kind);
  return { ...plan, clock, columns: plan.columns.map((column, k) => ({ ...column, kind: kindOf(column, k) })) };
}

/** A column by its tag, its header, or its number counted from 1. */
function columnAt(plan: LogPlan, which: string): number {
  const name = which.trim();
  const found = plan.columns.findIndex(({ tag }) => tag === name);
  const byHeader = found >= 0 ? found : plan.columns.findIndex(({ header }) => header.trim() === name);
  const at = byHeader >= 0 ? byHeader : /^[1-9]\d*$/.test(name) ? Number(name) - 1 : -1;
  if (at >= 0 && at < plan.columns.length) return at;
  throw new UsageError("cli.usage.column", { column: name, known: plan.columns.map(({ tag }) => tag).join(", ") });
}

function oneOf<T extends string>(name: string, value: string, choices: readonly T[]): T {
  const choice = choices.find((each) => each === value);
  return choice ?? fail(name, value);
}

const wrong = (name: string, value: string) => new UsageError("cli.usage.setting-value", { name, value });
function fail(name: string, value: string): never {
  throw wrong(name, value);
}

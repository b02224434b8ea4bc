import type { Finding } from "#shared/domain/finding.ts";
import type { ClockPlan, ColumnPlan, RecordingPlan } from "#shared/domain/importing.ts";
import { defaultStart } from "../clock/row-clock.ts";
import type { LogDescription } from "../reader.ts";
import { finding } from "../sentence.ts";
import type { RecordedTable, Recording } from "./recording.ts";
import { tablesByName } from "./tables-by-name.ts";
import { uniqueNames } from "./unique-names.ts";
import { wallStart } from "./wall-start.ts";

const defaultStepMs = 1000;
const finestMs = 1e-3; // stored times count microseconds

interface Described {
  /** Id of the format's reader. */
  readonly format: string;
  readonly file: string;
  readonly recording: Recording;
}

/** Plans for the tables of a recording, the largest first. A file without a table has a plan without columns and a finding that blocks. */
export function describeRecording({ format, file, recording }: Described): LogDescription<RecordingPlan> {
  const { facts, findings } = recording;
  const size = ({ rows, channels }: RecordedTable): number => rows * channels.length;
  const tables = [...tablesByName(recording)]
    .sort(([, a], [, b]) => size(b) - size(a))
    .map(([name, table]) => planOf(format, name, table, recording));
  const [first, ...others] = tables;
  if (!first) {
    const nothing = finding("import.no-channels", "blocking", { file, inside: recording.inside ?? "—" });
    return { plan: emptyPlan(format), rows: 0, facts, findings: [nothing, ...findings], beside: [] };
  }
  return {
    plan: first.plan,
    rows: first.rows,
    facts,
    findings: [...findings, ...first.findings, ...moreTables(others)],
    beside: others.map(({ plan }) => plan),
    besideRows: others.map(({ rows }) => rows),
  };
}

interface PlannedTable {
  readonly plan: RecordingPlan;
  readonly rows: number;
  readonly findings: readonly Finding[];
}

function planOf(format: string, name: string, table: RecordedTable, recording: Recording): PlannedTable {
  const { channels, rows } = table;
  const { names, repeated } = uniqueNames(
    channels.map((channel) => channel.name.replace(/\s+/g, " ").trim()),
    (k) => `channel_${k + 1}`,
  );
  const at = table.clock.source === "channel" ? table.clock.channel : -1;
  const columns = channels.map(
    ({ name: header, unit }, k): ColumnPlan => ({ header, tag: names[k]!, unit, kind: k === at ? "time" : "number" }),
  );
  const { clock, findings } = clockOf(table, recording, columns);
  if (repeated > 0) findings.push(finding("import.names-repeated", "note", { count: repeated }));
  const plan: RecordingPlan = { ...emptyPlan(format), table: name, columns, clock, zone: recording.zone ?? "UTC" };
  return { plan, rows, findings };
}

function clockOf(table: RecordedTable, recording: Recording, columns: readonly ColumnPlan[]): { clock: ClockPlan; findings: Finding[] } {
  const { clock } = table;
  const findings: Finding[] = [];
  const own = wallStart(table, recording);
  const start = own ?? defaultStart;
  if (own !== null && recording.zone === null) findings.push(finding("import.zone-assumed", "note", {}));
  if (own !== null && recording.zone) findings.push(finding("import.zone-named", "note", { zone: recording.zone }));
  if (clock.source === "channel") {
    const elapsed = clock.format.startsWith("elapsed");
    const column = columns[clock.channel]!.tag;
    if (elapsed && own === null) findings.push(finding("import.elapsed-time", "warning", { column, start: dayText(start) }));
    return { clock: { source: "columns", columns: [clock.channel], format: clock.format, ...(elapsed ? { start } : {}) }, findings };
  }
  const stepMs = clock.stepMs > 0 && Number.isFinite(clock.stepMs) ? clock.stepMs : defaultStepMs;
  if (table.overTime === false) return { clock: { source: "rate", start, stepMs }, findings };
  if (own === null) findings.push(finding("import.no-date", "note", { start: dayText(start) }));
  if (stepMs !== clock.stepMs) findings.push(finding("import.no-rate", "warning", { step: `${defaultStepMs / 1000} s` }));
  if (stepMs < finestMs)
    findings.push(finding("import.finer-than-clock", "warning", { step: `${Number((stepMs * 1e6).toPrecision(4))} ns` }));
  return { clock: { source: "rate", start, stepMs }, findings };
}

const emptyPlan = (format: string): RecordingPlan => ({
  format,
  table: "",
  columns: [],
  clock: { source: "rate", start: defaultStart, stepMs: defaultStepMs },
  zone: "UTC",
  missing: [],
  duplicates: "first",
});

const listed = 10;

function moreTables(others: readonly PlannedTable[]): Finding[] {
  if (others.length === 0) return [];
  const names = others.slice(0, listed).map(({ plan }) => plan.table);
  const tables = others.length > listed ? `${names.join(", ")} ...` : names.join(", ");
  return [finding("import.more-tables", "note", { count: others.length, tables })];
}

const dayText = (ms: number): string => new Date(ms).toISOString().slice(0, 19).replace("T", " ");

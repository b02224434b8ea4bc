import type { ImportPreview, RecordingPlan } from "#shared/domain/importing.ts";
import { quietRun } from "#shared/domain/run.ts";
import { zonedIso } from "../clock/zoned-iso.ts";
import type { ByteSource } from "../reader.ts";
import { readerOfPlan } from "../registry.ts";

const shownRows = 50;

/** The first rows of a recording as they will be read. */
export async function recordedRows(source: ByteSource, plan: RecordingPlan): Promise<ImportPreview["rows"]> {
  if (plan.columns.length === 0) return [];
  for await (const part of readerOfPlan(plan).read([source], plan, quietRun()).parts()) {
    const { frame } = part;
    const values = new Map(frame.columns.map((column) => [column.tag, column.values]));
    const rows = Array.from(frame.time.subarray(0, shownRows), (time, i) => ({
      line: i + 1,
      time: Number.isNaN(time) ? null : time,
      cells: plan.columns.map(({ kind, tag }) => ({
        text: cellText(kind, time, values.get(tag)?.[i], plan.zone),
        ok: kind !== "time" || !Number.isNaN(time),
      })),
    }));
    part.release();
    return rows;
  }
  return [];
}

function cellText(kind: string, time: number, value: number | undefined, zone: string): string {
  if (kind === "time") return Number.isNaN(time) ? "" : (zonedIso(time, zone) ?? "");
  return value === undefined || Number.isNaN(value) ? "" : String(value);
}

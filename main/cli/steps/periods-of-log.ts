import { join } from "node:path";
import { problem } from "#shared/domain/problem.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import type { Session } from "../frame/session.ts";
import { readPeriods } from "./period.ts";

/** A stretch as typed, as times of the asset's log; row numbers are looked up in it. */
export async function periodsOfLog(session: Session, assetId: string, text: string, option: string): Promise<TimeRange[]> {
  const periods = readPeriods(text, option);
  if (periods.every((period) => period.kind === "times")) return periods.map(({ range }) => range);
  const time = await rowTimes(session, assetId);
  return periods.map((period) => {
    if (period.kind === "times") return period.range;
    const from = time[period.first - 1];
    const last = time[Math.min(period.last, time.length) - 1];
    if (from === undefined || last === undefined) {
      const data = { first: period.first, rows: time.length };
      throw problem("cli.no-such-row", session.out.say("cli.no-such-row", data), data);
    }
    // `to` does not belong to a range: it is the time of the row behind, where there is one.
    return { from, to: time[Math.min(period.last, time.length)] ?? last + 1 };
  });
}

/** [rows] ms UTC, ascending. */
async function rowTimes(session: Session, assetId: string): Promise<Float64Array> {
  const { ask } = session;
  const [project, imports] = await Promise.all([ask.project.current({}), ask.importing.list({})]);
  const folders = imports.filter((record) => record.assetId === assetId).map(({ id }) => join(project!.folder, "signals", id));
  const { readSignals } = await import("../../store/signals/read-signals.ts"); // brings the database, which most commands here never need
  return (await readSignals({ folders, tags: [] })).time;
}

import type { Frame } from "#shared/domain/frame.ts";
import type { Run } from "#shared/domain/run.ts";
import type { LogPart } from "../../reader.ts";
import type { RejectedSpool } from "./rejected-spool.ts";

/** Frames as parts, the lines rejected before them handed out with the first ones. */
export function* unionParts(frames: Iterable<Frame>, rejected: RejectedSpool, run: Run): Generator<LogPart> {
  const lines = rejected.taken();
  const release = () => undefined;
  let last: Frame | undefined;
  try {
    for (const frame of frames) {
      run.tick(1, 1);
      const next = lines.next();
      yield { frame, rejected: next.done ? [] : next.value, release };
      last = frame;
    }
    // More chunks of rejected lines than frames: they travel with frames of no rows.
    for (const some of lines) if (last) yield { frame: withoutRows(last), rejected: some, release };
  } finally {
    rejected.close();
  }
}

const withoutRows = (frame: Frame): Frame => ({
  time: new Float64Array(0),
  columns: frame.columns.map((c) => ({ ...c, values: new Float64Array(0) })),
});

import type { QualityReport } from "#shared/domain/quality.ts";
import type { Run } from "#shared/domain/run.ts";
import { judgeLog } from "../../analysis/quality/judge-log.ts";
import { LogPass } from "../../analysis/quality/log-pass.ts";
import { readManifest } from "../../store/signals/manifest.ts";
import { stretches } from "../../store/signals/stretches.ts";

interface AssessInput {
  folder: string;
  /** Texts met instead of numbers, by tag: the samples themselves do not tell. */
  states: Readonly<Record<string, { text: string; count: number }[]>>;
}

type Assessed = Pick<QualityReport, "rows" | "from" | "to" | "intervalMs" | "findings" | "tags">;

/** One pass over all samples of an import, in bounded memory. */
export async function assessQuality({ folder, states }: AssessInput, run: Run): Promise<Assessed> {
  const { rows, from, to, columns } = readManifest(folder);
  const pass = new LogPass({
    rows,
    log: { from: from ?? 0, to: to ?? 0 },
    tags: columns.map(({ tag, unit, valid }) => ({ tag, unit, valid, states: states[tag] ?? [] })),
    seed: run.seed,
  });
  let done = 0;
  run.tick(0, rows);
  await stretches(folder, (frame) => {
    pass.take(frame);
    done += frame.time.length;
    run.tick(done, rows);
  });
  return judgeLog(pass.finish());
}

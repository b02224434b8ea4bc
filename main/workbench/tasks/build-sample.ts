import type { Run } from "#shared/domain/run.ts";
import { threeMonths } from "../../sample/sample-plan.ts";
import { writeSampleLog } from "../../sample/write-sample-log.ts";

/** Simulates the sample plant into a folder: its log and its truth. */
export async function buildSampleTask({ folder }: { folder: string }, run: Run): Promise<{ csvPath: string; truthPath: string }> {
  const { csvPath, truthPath } = await writeSampleLog(folder, threeMonths, run);
  return { csvPath, truthPath };
}

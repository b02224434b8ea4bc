import type { DryRun } from "#shared/domain/dry-run.ts";
import { type DryRunInput, dryRun } from "../../importing/dry-run.ts";

/** Both ends of a log read by a plan; nothing is kept. */
export const dryRunTask = (input: DryRunInput): Promise<DryRun> => dryRun(input);

import type { RegimePlan, RegimeProposal } from "#shared/domain/regime.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { proposeRegimesOf } from "../../analysis/health/propose-regimes-of.ts";
import { readSignals } from "../../store/signals/read-signals.ts";
import type { SignalFolder } from "../../store/signals/signal-folder.ts";

interface RegimesInput {
  folders: SignalFolder[];
  tags: string[];
  reference: TimeRange[];
  commands?: string[] | undefined;
  plan?: RegimePlan | undefined;
}

/** The regimes of a log, found or as a person has changed them, and how much of log and reference lies in each. */
export async function proposeRegimesTask({ folders, tags, reference, commands, plan }: RegimesInput): Promise<RegimeProposal> {
  const read = [...new Set([...tags, ...(commands ?? []), ...(plan?.tags ?? [])])];
  return proposeRegimesOf({ frame: await readSignals({ folders, tags: read }), reference, commands, plan });
}

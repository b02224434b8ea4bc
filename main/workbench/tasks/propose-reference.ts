import type { ReferenceProposal } from "#shared/domain/health.ts";
import { proposeReference } from "../../analysis/health/propose-reference.ts";
import { readSignals } from "../../store/signals/read-signals.ts";
import type { SignalFolder } from "../../store/signals/signal-folder.ts";

/** Where normal behaviour seems to be, over the whole log. */
export async function proposeReferenceTask({ folders, tags }: { folders: SignalFolder[]; tags: string[] }): Promise<ReferenceProposal> {
  return proposeReference(await readSignals({ folders, tags }));
}

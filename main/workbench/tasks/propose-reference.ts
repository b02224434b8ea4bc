import type { ReferenceProposal } from "#shared/domain/health.ts";
import { proposeReference } from "../../analysis/health/propose-reference.ts";
import { readSignals } from "../../store/signals/read-signals.ts";

/** Where normal behaviour seems to be, over the whole log. */
export async function proposeReferenceTask({ folders, tags }: { folders: string[]; tags: string[] }): Promise<ReferenceProposal> {
  return proposeReference(await readSignals({ folders, tags }));
}

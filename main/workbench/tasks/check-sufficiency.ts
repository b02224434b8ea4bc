import { recommendedFamily } from "#shared/domain/health.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import type { TrainingSufficiency } from "#shared/domain/training-sufficiency.ts";
import { sufficiencyOf } from "../../analysis/health/sufficiency.ts";
import { anomalyFamilies } from "../../analysis/models/registry.ts";
import { readSignals } from "../../store/signals/read-signals.ts";
import type { SignalFolder } from "../../store/signals/signal-folder.ts";

interface SufficiencyInput {
  folders: SignalFolder[];
  tags: string[];
  reference: TimeRange[];
  families: { id: string; params: Record<string, string | number | boolean> }[];
}

/** What training on this reference would be told, read from the reference alone. */
export async function checkSufficiencyTask({ folders, tags, reference, families }: SufficiencyInput): Promise<TrainingSufficiency> {
  const range = { from: Math.min(...reference.map(({ from }) => from)), to: Math.max(...reference.map(({ to }) => to)) };
  const frame = await readSignals({ folders, tags, range });
  // A recommendation needs one family that can be trained; what the simplest lacks they all lack.
  const asked = families.map((family) => (family.id === recommendedFamily ? { id: anomalyFamilies[0]!.id, params: {} } : family));
  return sufficiencyOf(frame, reference, asked);
}

import type { FeatureWish } from "#shared/domain/feature-wish.ts";
import type { AlertBudget, HealthModel } from "#shared/domain/health.ts";
import { ProblemError, problem } from "#shared/domain/problem.ts";
import type { RegimeFit, RegimePlan } from "#shared/domain/regime.ts";
import type { Run } from "#shared/domain/run.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { learnsByTensors } from "../../analysis/health/compared-families.ts";
import { type FoundEpisode, findEpisodes } from "../../analysis/health/episodes.ts";
import { regimeOfLog } from "../../analysis/health/regime-of-log.ts";
import { trainHealth } from "../../analysis/health/train.ts";
import type { FitRun } from "../../analysis/models/family.ts";
import { familyById } from "../../analysis/models/registry.ts";
import { tensorBackend, tensorInfo } from "../../compute/backend.ts";
import { readSignals } from "../../store/signals/read-signals.ts";
import type { SignalFolder } from "../../store/signals/signal-folder.ts";
import { writeScores } from "./write-scores.ts";

export type NewEpisode = FoundEpisode;

interface TrainInput {
  folders: SignalFolder[];
  tags: string[];
  reference: TimeRange[];
  familyId: string;
  params: Record<string, string | number | boolean>;
  budget: AlertBudget;
  /** Found by themselves where it is left out; null for none. */
  regimes?: RegimePlan | null | undefined;
  regimeFit?: RegimeFit | undefined;
  features?: FeatureWish | undefined;
  /** Where the scores are staged. */
  scoresFolder: string;
}

/** Trains on the reference rows, drills faults, scores the whole log, finds limit and episodes. Throws the first blocking finding. */
export async function trainHealthTask(
  { folders, tags, reference, familyId, params, budget, regimes, regimeFit, features, scoresFolder }: TrainInput,
  run: Run,
) {
  run.tick(0, 100, "reading");
  const frame = await readSignals({ folders, tags: [...new Set([...tags, ...(regimes?.tags ?? [])])] });
  const tensors = learnsByTensors(familyId, frame.time.length) ? (await tensorBackend()).tf : undefined;
  const share = (from: number, to: number): FitRun => ({
    seed: run.seed,
    tick: (done, total, note, losses) => run.tick(from + (to - from) * (total > 0 ? done / total : 0), 100, note, losses),
    ...(tensors ? { tensors } : {}),
  });
  const { trained, findings } = trainHealth(
    { frame, reference, familyId, params, budget, drills: true, ...regimeWish(regimes, regimeFit), ...(features ? { features } : {}) },
    share(5, 85),
  );
  if (!trained) {
    const blocking = findings.find((finding) => finding.severity === "blocking");
    throw blocking ? new ProblemError(blocking) : problem("health.not-trained", "The model could not be trained on this data.");
  }
  const { saved, score, statistics, heldOut, limit, card, drills } = trained;
  run.tick(86, 100, "episodes");
  const episodes: NewEpisode[] = findEpisodes({ saved, frame, score, limit, reference });
  await writeScores(
    { time: frame.time, score, statistics, heldOut, regime: regimeOfLog(saved, frame), folder: scoresFolder },
    share(92, 99),
  );
  run.tick(100, 100);
  const made: Omit<HealthModel, "id" | "assetId" | "createdAt" | "trainedMs" | "parents"> = {
    ...card,
    familyId: trained.familyId,
    name: trained.familyId,
    reference,
    seed: run.seed,
    limit,
    ...(drills.length > 0 ? { drills: [...drills] } : {}),
    ...(familyById(trained.familyId).work ? { tensors: await learnedBy() } : {}),
    findings,
  };
  return { card: made, saved, episodes };
}

/** What the tensor library runs on here, for the model card. */
async function learnedBy(): Promise<NonNullable<HealthModel["tensors"]>> {
  const { backend, version, gflops } = await tensorInfo();
  return { backend, version, gflops };
}

/** No regimes at all are asked for by an empty plan. */
const regimeWish = (regimes: RegimePlan | null | undefined, regimeFit: RegimeFit | undefined) => ({
  ...(regimes === undefined ? {} : { regimes: regimes ?? { tags: [], regimes: [] } }),
  ...(regimeFit === undefined ? {} : { regimeFit }),
});

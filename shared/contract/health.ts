import { z } from "zod";
import { ContributionStrip } from "../domain/contribution-strip.ts";
import { Envelope } from "../domain/envelope.ts";
import { ExpectedTrend } from "../domain/expected-trend.ts";
import { FamilyInfo } from "../domain/family-info.ts";
import { FeatureWish } from "../domain/feature-wish.ts";
import { AlertBudget, Episode, HealthModel, ReferenceProposal, VerdictKind } from "../domain/health.ts";
import { RegimeFit, RegimePlan, RegimeProposal, RegimeSpan } from "../domain/regime.ts";
import { SimilarEpisode } from "../domain/similar-episode.ts";
import { TimeRange } from "../domain/time-range.ts";
import { TrainingSufficiency } from "../domain/training-sufficiency.ts";
import { call } from "./define.ts";

const ParamValues = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

export const health = {
  /** The anomaly families on offer, with the form of their parameters; first `recommended`, which takes the one that fault drills speak for. */
  families: call(z.object({}), z.array(FamilyInfo)),
  /** Where normal behaviour seems to be, and why. */
  proposeReference: call(z.object({ assetId: z.string(), tags: z.array(z.string()).min(1) }), ReferenceProposal),
  /** The operating regimes that the tags tell, or the cover of a plan as a person has changed it. `commands`: tags that are to tell them. */
  proposeRegimes: call(
    z.object({
      assetId: z.string(),
      tags: z.array(z.string()).min(1),
      reference: z.array(TimeRange).min(1),
      commands: z.array(z.string()).optional(),
      plan: RegimePlan.optional(),
    }),
    RegimeProposal,
  ),
  /** Whether the reference can train these families, and what is missing; nothing is trained. */
  sufficiency: call(
    z.object({
      assetId: z.string(),
      tags: z.array(z.string()).min(1),
      reference: z.array(TimeRange).min(1),
      families: z.array(z.object({ id: z.string(), params: ParamValues.default({}) })).min(1),
    }),
    TrainingSufficiency,
  ),
  /** Trains each family, drills faults with it, scores the whole log, finds limit and episodes. The job's result is `{ modelIds }`. */
  train: call(
    z.object({
      assetId: z.string(),
      tags: z.array(z.string()).min(1),
      reference: z.array(TimeRange).min(1),
      families: z.array(z.object({ id: z.string(), params: ParamValues.default({}) })).min(1),
      budget: AlertBudget,
      seed: z.number().int().nonnegative().default(1),
      /** As a person has chosen them; found by themselves where it is left out, none where it is null. */
      regimes: RegimePlan.nullable().optional(),
      regimeFit: RegimeFit.optional(),
      features: FeatureWish.optional(),
    }),
    z.object({ jobId: z.string() }),
  ),
  /** The models of an asset, the newest first. */
  models: call(z.object({ assetId: z.string() }), z.array(HealthModel)),
  /** Score and statistics of a model as drawn; series `score` first. */
  scores: call(z.object({ modelId: z.string(), range: TimeRange, pixels: z.number().int().min(10).max(8000) }), Envelope),
  /** Stretches of the regimes a model tells, as drawn; none of models made without them. */
  regimeSpans: call(z.object({ modelId: z.string(), range: TimeRange, pixels: z.number().int().min(10).max(8000) }), z.array(RegimeSpan)),
  /** What the score is made of along a stretch of time, in so many cells: the tags with the largest part, at most `most` of them. */
  contributionStrip: call(
    z.object({
      modelId: z.string(),
      range: TimeRange,
      cells: z.number().int().min(10).max(400),
      most: z.number().int().min(1).max(20).default(6),
    }),
    ContributionStrip,
  ),
  /** Picks the one model of its asset whose episodes count, or takes that back: then all that are not retired count. Returns the model. */
  pick: call(z.object({ modelId: z.string(), picked: z.boolean() }), HealthModel),
  /** Scores whatever has been imported since the model was trained, under the limit it has; the job's result is `{ modelId, episodes }`. */
  score: call(z.object({ modelId: z.string() }), z.object({ jobId: z.string() })),
  /** Another budget: limit and episodes are found again from the stored scores. Verdicts move to the episodes that overlap. */
  setBudget: call(z.object({ modelId: z.string(), budget: AlertBudget }), HealthModel),
  /** The episodes of a model, the oldest first. */
  episodes: call(z.object({ modelId: z.string() }), z.array(Episode)),
  /** Records a person's verdict, null takes it back; returns the episode as stored. */
  judge: call(
    z.object({
      episodeId: z.string(),
      verdict: VerdictKind.nullable(),
      note: z.string().default(""),
      /** What it was, in a few words: the name it has when it returns. */
      cause: z.string().max(200).optional(),
      action: z.string().max(2000).optional(),
    }),
    Episode,
  ),
  /** What resembles an episode, the most similar first: other episodes of all models of the asset, and what was judged though its model is gone. */
  similar: call(z.object({ episodeId: z.string() }), z.array(SimilarEpisode)),
  /** What the other tags asked of the tags that were off in an episode and of those named, along a stretch of time. No tags where the model cannot tell. */
  expectedTrend: call(
    z.object({
      episodeId: z.string(),
      tags: z.array(z.string()).min(1).max(8),
      range: TimeRange,
      points: z.number().int().min(10).max(2000).default(300),
    }),
    ExpectedTrend,
  ),
  /** Says that an episode is not what it was taken for, so that it is loud and has no name; or takes that back. */
  declineRecall: call(z.object({ episodeId: z.string(), declined: z.boolean() }), Episode),
  /** Looks at the episodes of a model again with the verdicts of today; nothing is scored. */
  applyVerdicts: call(z.object({ modelId: z.string() }), HealthModel),
  /** Removes a model with its scores, episodes and verdicts. What was learned from the verdicts stays with the asset. */
  remove: call(z.object({ modelId: z.string() }), z.null()),
};

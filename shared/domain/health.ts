import { z } from "zod";
import { FamilyDrills, ParamsTried } from "./fault-drill.ts";
import { Finding } from "./finding.ts";
import { Fingerprint } from "./fingerprint.ts";
import { RegimeCard, UnseenConditions } from "./regime.ts";
import { TimeRange } from "./time-range.ts";

/** How many alerts a person is ready to look at: the only knob of a limit. */
export const AlertBudget = z.object({ alertsPerWeek: z.number().positive().max(1000) });
export type AlertBudget = z.infer<typeof AlertBudget>;

export const defaultAlertBudget: AlertBudget = { alertsPerWeek: 1 };

/** Alerts per week a person may choose from: about evenly spread on a logarithmic scale, round in the words of a plant. */
export const alertBudgetSteps = [0.1, 0.25, 0.5, 1, 2, 3, 5, 7, 10, 14, 21, 35, 50, 70, 100] as const;

/** Stands for a family where the one that the fault drills speak for is to be taken. */
export const recommendedFamily = "recommended";

/** When a score becomes an episode. Delays are counted on the log's own clock. */
export const Limit = z.object({
  /** The score above which a row is abnormal, 0 … 1. */
  value: z.number(),
  /** The budget that was asked for. */
  alertsPerWeek: z.number(),
  /** What the limit is expected to cost on normal data; above the budget where the reference is too short to prove it. */
  expectedAlertsPerWeek: z.number(),
  /** `replay`: counted on the reference. `tail`: beyond what the reference shows, by its extreme-value tail. `bounded`: the tail cut where the reference is too short to carry it. */
  method: z.enum(["replay", "tail", "bounded"]),
  /** Time above the limit before an episode starts (ISA-18.2), ms. */
  onDelayMs: z.number().min(0),
  /** Time below before it ends, ms. */
  offDelayMs: z.number().min(0),
  /** How far the score must fall below the limit to count as below. */
  deadband: z.number().min(0),
  /** A score that normal rows pass once in twenty: pieces between which it stays above are one episode. Missing on models of older versions. */
  elevated: z.number().optional(),
});
export type Limit = z.infer<typeof Limit>;

/** What one tag had to do with an episode, averaged over it. */
export const EpisodeContribution = z.object({
  tag: z.string(),
  unit: z.string(),
  /** 0 … 1; the shares of an episode sum to 1. */
  share: z.number(),
  /** Mean over the episode in the tag's unit; null where nothing was measured. */
  measured: z.number().nullable(),
  /** Mean of what the model expected; null where the family has no expectation. */
  expected: z.number().nullable(),
});
export type EpisodeContribution = z.infer<typeof EpisodeContribution>;

/**
 * What an episode was: something wrong with the machine; nothing wrong; an instrument that did not tell the truth; people at work on the
 * machine; not known.
 */
export const verdictKinds = ["fault", "normal", "sensor", "maintenance", "unclear"] as const;
export const VerdictKind = z.enum(verdictKinds);
export type VerdictKind = z.infer<typeof VerdictKind>;

/** A person's label on an episode. */
export const Verdict = z.object({
  verdict: VerdictKind,
  note: z.string(),
  /** When it was given, ms UTC. */
  at: z.number(),
  /** What it was, in a few words: the name it has when it returns ("seal wear"); for `sensor`, of which. */
  cause: z.string().optional(),
  /** What was done. */
  action: z.string().optional(),
  /** The lesson that was drawn from it, so that later runs know the shape; missing where there is nothing to compare by. */
  lessonId: z.string().optional(),
});
export type Verdict = z.infer<typeof Verdict>;

/**
 * NAMUR NE 107 status: values are not to be trusted for the while; a tag is further off than it moves at all in normal operation; the
 * machine runs outside of what was learned; something departs and should be looked at.
 */
export const severities = ["failure", "function-check", "out-of-specification", "maintenance-required"] as const;
export const Severity = z.enum(severities);
export type Severity = z.infer<typeof Severity>;

/** What an episode resembles of what a person has judged before. */
export const Recall = z.object({
  lessonId: z.string(),
  verdict: VerdictKind,
  /** As the person called it; empty where nothing was said. */
  cause: z.string(),
  /** When the judged episode began, and when it was judged, ms UTC. */
  from: z.number(),
  judgedAt: z.number(),
  /** −1 … 1, see `likeness`. */
  similarity: z.number(),
  /** It raises no alert, because its like was called normal. */
  quiet: z.boolean(),
  /** Why it is loud though its like was called normal: clearly stronger, clearly longer, or as much like one that was not called normal. */
  loudBecause: z.enum(["stronger", "longer", "disputed"]).optional(),
});
export type Recall = z.infer<typeof Recall>;

/** An interval of abnormal score. */
export const Episode = z.object({
  id: z.string(),
  modelId: z.string(),
  assetId: z.string(),
  /** Time of the first and of the last abnormal row, ms UTC. */
  from: z.number(),
  to: z.number(),
  /** When its on-delay had passed: the moment a person watching would have been told, ms UTC. */
  alertAt: z.number(),
  peakAt: z.number(),
  peakScore: z.number(),
  /** The largest share first. */
  contributions: z.array(EpisodeContribution),
  verdict: Verdict.nullable(),
  /** The stretches it was joined from, oldest first; missing where it is of one piece. */
  pieces: z.array(TimeRange).optional(),
  /** Missing on episodes found by older versions. */
  severity: Severity.optional(),
  /** Missing on episodes found by older versions, and where the reference has too few rows to compare by. */
  fingerprint: Fingerprint.optional(),
  /** Missing where it resembles nothing that was judged. */
  recall: Recall.optional(),
  /** A person said that it is not what it was taken for: it stays loud and has no name. */
  recallDeclined: z.boolean().optional(),
  /** Missing where its conditions were seen in the reference. */
  unseen: UnseenConditions.optional(),
});
export type Episode = z.infer<typeof Episode>;

/** How the scores of one statistic lie on the reference. */
export const StatisticSummary = z.object({ median: z.number(), q95: z.number(), q99: z.number(), max: z.number() });
export type StatisticSummary = z.infer<typeof StatisticSummary>;

/** What was made of the samples before the model saw them, in numbers; the window words them. */
export const FeatureCard = z.object({
  /** Median distance between rows, ms. */
  intervalMs: z.number(),
  /** A longer distance between two rows is a gap, ms. */
  gapMs: z.number(),
  /** Each value is the mean of the rows of this span up to its own, ms; 0 where nothing was smoothed. */
  smoothingMs: z.number(),
  /** `ewma`: exponentially weighted over that span; missing where all rows of the span weigh alike. */
  weights: z.enum(["ewma"]).optional(),
  /** Tags that tell by themselves whether the machine runs, and the value below which it is off; empty where it always ran. */
  operating: z.array(z.object({ tag: z.string(), unit: z.string(), offBelow: z.number() })),
  /** After a start, and before a stop, rows of this span are left out, ms. */
  settlingMs: z.number(),
  /** Tags the model does not use, and the code of the finding that says why. */
  leftOut: z.array(z.object({ tag: z.string(), code: z.string() })),
  /** Missing on models of older versions, and where regimes were not asked for. */
  regimes: RegimeCard.optional(),
});
export type FeatureCard = z.infer<typeof FeatureCard>;

/** How a tag of an asset is read by a model that was learned on another one: value in the model's unit = value * scale + shift. */
export const TagMapping = z.object({
  /** Name and unit on the asset. */
  tag: z.string(),
  unit: z.string(),
  /** Name and unit the model knows. */
  as: z.string(),
  asUnit: z.string(),
  scale: z.number(),
  shift: z.number(),
});
export type TagMapping = z.infer<typeof TagMapping>;

/** Where a model that came as a file was learned. */
export const ModelOrigin = z.object({
  project: z.string(),
  asset: z.string(),
  modelId: z.string(),
  exportedAt: z.number(),
  /** Fingerprint of the file. */
  sha256: z.string(),
  mapping: z.array(TagMapping),
});
export type ModelOrigin = z.infer<typeof ModelOrigin>;

/** What verdicts did in the latest run, so that it can be told. Counts are of episodes. */
export const RunChange = z.object({
  why: z.enum(["trained", "scored", "limit", "verdicts"]),
  at: z.number(),
  /** Those a person is told of, in the run before and in this one; before is null for the first. */
  alertsBefore: z.number().nullable(),
  alerts: z.number(),
  /** Those there would have been without any verdict. */
  alertsWithout: z.number().optional(),
  /** What each lesson did; the one that did most first. */
  lessons: z.array(
    z.object({
      lessonId: z.string(),
      verdict: VerdictKind,
      cause: z.string(),
      /** When the judged episode began, ms UTC. */
      from: z.number(),
      episodes: z.number(),
      quiet: z.boolean(),
    }),
  ),
});
export type RunChange = z.infer<typeof RunChange>;

/** The card of a fitted health model; its state and scores lie beside it in the project. */
export const HealthModel = z.object({
  id: z.string(),
  assetId: z.string(),
  familyId: z.string(),
  name: z.string(),
  /** The tags it reads: those it judges, and those that tell whether the machine runs. */
  tags: z.array(z.string()),
  /** The definitions of those tags that are computed from others, as they were; missing where every tag was measured. */
  derived: z.array(z.object({ name: z.string(), formula: z.string(), unit: z.string() })).optional(),
  reference: z.array(TimeRange),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  seed: z.number(),
  /** Reference rows it was fitted on. */
  rows: z.number(),
  features: FeatureCard,
  limit: Limit,
  /** Of the score and of each statistic, over the reference, held out. */
  statistics: z.record(z.string(), StatisticSummary),
  /** What the family has to say about the fit, by name: components, explained variance, trees. */
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Fault drills on the reference: this family's first, then those it was compared with; missing on models made without them. */
  drills: z.array(FamilyDrills).optional(),
  /** Settings that were tried by the same drills, those asked for first; missing where none were. */
  settingsTried: z.array(ParamsTried).optional(),
  findings: z.array(Finding),
  createdAt: z.number(),
  trainedMs: z.number(),
  /** What a network learned by, with its speed in matrix products, 10⁹ operations a second; missing for models that are no networks. */
  tensors: z.object({ backend: z.enum(["native", "wasm"]), version: z.string(), gflops: z.number() }).optional(),
  /** What verdicts changed in its latest run; missing on models of older versions. */
  lastRun: RunChange.optional(),
  /** The imports it was fitted on. */
  parents: z.array(z.object({ importId: z.string(), sha256: z.array(z.string()) })),
  /** Counts the models of its kind on the asset, from 1; missing on models made before they were counted. */
  version: z.number().int().optional(),
  /** The model of that kind it was trained after, null for the first. */
  before: z.object({ id: z.string(), version: z.number().int() }).nullable().optional(),
  /** A person has picked it among the models of its asset; where none is picked, all that are not retired are in use. */
  active: z.boolean().optional(),
  /** Since when it is kept but neither scored nor shown on the board, ms UTC; null or missing while it is not. */
  retiredAt: z.number().nullable().optional(),
  /** Whether what is imported later is scored by itself. */
  scoresNew: z.boolean().optional(),
  /** Where it was learned, for a model that came as a file. */
  origin: ModelOrigin.optional(),
});
export type HealthModel = z.infer<typeof HealthModel>;

/** Where normal behaviour seems to be; a person may choose otherwise. */
export const ReferenceProposal = z.object({ ranges: z.array(TimeRange), findings: z.array(Finding) });
export type ReferenceProposal = z.infer<typeof ReferenceProposal>;

import { columnOf, type Frame } from "#shared/domain/frame.ts";
import { defaultAlertBudget, type Episode, recommendedFamily } from "#shared/domain/health.ts";
import { isAlert } from "#shared/domain/is-alert.ts";
import type { Lesson } from "#shared/domain/lesson.ts";
import { quietRun } from "#shared/domain/run.ts";
import type { SampleTruth } from "#shared/domain/sample-truth.ts";
import { recall } from "../../../main/analysis/episodes/recall.ts";
import { type FoundEpisode, findEpisodes } from "../../../main/analysis/health/episodes.ts";
import { scoreHealth } from "../../../main/analysis/health/score.ts";
import { trainHealth } from "../../../main/analysis/health/train.ts";
import { judgeDetection } from "../../../main/sample/judge.ts";
import { returningFaults } from "../../../main/sample/sample-plan.ts";
import { simulate } from "../../../main/sample/simulate.ts";

const day = 24 * 3600_000;
const judgedOnDay = 46;
const fault = { kind: "seal-leak", cause: "seal wear" } as const;
const normal = { kind: "seal-rinse", cause: "rinsing of the seal" } as const;

/**
 * What two verdicts change in a later run: the sample plant up to day 46 is learned from and looked at; one seal leak is called a fault, one rinsing of the seal normal.
 * Then the rest of the log comes in and is scored by the same model: its episodes without and with the two verdicts.
 */
export function verdictsThatChangeARun(seed: number): object {
  const { frame, truth } = simulate({ ...returningFaults, seed });
  const until = truth.start + judgedOnDay * day;
  const reference = [truth.reference];
  const then = before(frame, until);
  const { trained } = trainHealth(
    { frame: then, reference, familyId: recommendedFamily, params: {}, budget: defaultAlertBudget },
    quietRun(),
  );
  if (!trained) throw new Error("The first part of the sample plant cannot be trained on.");
  const { saved, limit, familyId } = trained;
  const first = findEpisodes({ saved, frame: then, score: trained.score, limit, reference });
  const lessons = [
    lesson("fault", fault.cause, during(first, truth.faults, fault.kind)),
    lesson("normal", normal.cause, during(first, truth.benign, normal.kind)),
  ];

  const whole = findEpisodes({ saved, frame, score: scoreHealth(saved, frame, quietRun()).score, limit, reference });
  const later = whole.filter(({ from }) => from >= until);
  const known = later.map((episode) => {
    const own = recall(episode, lessons);
    return own ? { ...episode, recall: own } : episode;
  });
  const range = { from: until, to: frame.time.at(-1)! };
  const told = (some: readonly FoundEpisode[]) => {
    const { found, planted, falseAlerts, falseAlertsPerWeek } = judgeDetection(truth, some, range);
    return { alerts: some.length, faultsFound: found, faultsPlanted: planted, falseAlerts, falseAlertsPerWeek };
  };
  const named = known.filter((episode) => recallOf(episode)?.verdict === "fault");
  const quiet = known.filter((episode) => recallOf(episode)?.quiet);
  return {
    seed,
    family: familyId,
    judged: { fault: fault.cause, normal: normal.cause },
    before: { ...told(later), named: 0 },
    after: {
      ...told(known.filter((episode) => isAlert({ ...episode, verdict: null }))),
      named: named.length,
      namedRightly: named.filter((episode) => isDuring(episode, truth.faults, fault.kind)).length,
      quiet: quiet.length,
      quietRightly: quiet.filter((episode) => isDuring(episode, truth.benign, normal.kind)).length,
    },
    returned: {
      faults: truth.faults.filter(({ kind, from }) => kind === fault.kind && from >= until).length,
      rinses: truth.benign.filter(({ kind, from }) => kind === normal.kind && from >= until).length,
    },
    episodes: known.map((episode) => ({
      from: new Date(episode.from).toISOString(),
      hours: Math.round((episode.to - episode.from) / 360_000) / 10,
      told: recallOf(episode)?.quiet ? "quiet" : "alert",
      looksLike: recallOf(episode)?.cause ?? null,
      similarity: recallOf(episode) ? Math.round(100 * recallOf(episode)!.similarity) / 100 : null,
    })),
  };
}

const recallOf = (episode: FoundEpisode & Pick<Partial<Episode>, "recall">) => episode.recall;

const before = (frame: Frame, until: number): Frame => {
  const end = frame.time.findIndex((t) => t >= until);
  return {
    time: frame.time.slice(0, end),
    columns: frame.columns.map(({ tag }) => {
      const column = columnOf(frame, tag);
      return { ...column, values: column.values.slice(0, end) };
    }),
  };
};

type Event = { readonly kind: string; readonly from: number; readonly to: number };

const isDuring = (episode: FoundEpisode, events: readonly Event[], kind: string): boolean =>
  events.some((event) => event.kind === kind && episode.from < event.to && episode.to >= event.from);

/** The longest episode of the first such event: the one a person would have judged. */
function during(
  episodes: readonly FoundEpisode[],
  events: readonly Event[],
  kind: SampleTruth["faults"][number]["kind"] | "seal-rinse",
): FoundEpisode {
  const event = events.find((one) => one.kind === kind)!;
  const inside = episodes.filter(({ from, to }) => from < event.to && to >= event.from);
  if (inside.length === 0) throw new Error(`The first ${kind} was not found, so nobody could judge it.`);
  return inside.reduce((longest, one) => (one.to - one.from > longest.to - longest.from ? one : longest));
}

function lesson(verdict: Lesson["verdict"], cause: string, { from, to, peakAt, fingerprint }: FoundEpisode): Lesson {
  if (!fingerprint) throw new Error("An episode of the sample plant has no fingerprint.");
  return {
    id: cause,
    assetId: "",
    modelId: "",
    episodeId: "",
    from,
    to,
    peakAt,
    verdict,
    cause,
    action: "",
    note: "",
    at: to,
    fingerprint,
  };
}

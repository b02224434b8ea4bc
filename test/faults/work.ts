import { join } from "node:path";
import type { MeasurePlan } from "#shared/domain/measure.ts";
import { ProblemError } from "#shared/domain/problem.ts";
import type { TrialWish } from "#shared/domain/trial.ts";
import type { Workbench } from "../../main/workbench/workbench.ts";
import { day, days, start, writePumpLog } from "./pump-log.ts";

const learned = [{ from: start, to: start + 20 * day }];

/** What a piece of work needs to know beside the project that is open. */
export interface Ground {
  readonly bench: Workbench;
  /** Where logs are written; outside the project. */
  readonly logs: string;
}

/** Pieces of work that change a project, in an order in which each finds what it needs. Every one can be done again. */
export const work = {
  import: (ground) => importLog(ground, { path: join(ground.logs, "first.csv"), firstDay: 0, days: 28 }),
  "untidy import": (ground) => importLog(ground, { path: join(ground.logs, "second.csv"), firstDay: 28, days: days - 28, untidy: true }),
  train: async ({ bench }) => {
    const assetId = await asset(bench);
    const tags = ["flow", "power", "temperature"];
    const families = [{ id: "pca", params: {} }];
    await finished(
      bench,
      await bench.handlers.health.train({ assetId, tags, reference: learned, families, budget: { alertsPerWeek: 1 }, seed: 1 }),
    );
  },
  judge: async ({ bench }) => {
    const [episode] = await bench.handlers.health.episodes({ modelId: await model(bench) });
    await bench.handlers.health.judge({ episodeId: episode!.id, verdict: "fault", note: "wear ring" });
  },
  "score again": async ({ bench }) => void (await finished(bench, await bench.handlers.health.score({ modelId: await model(bench) }))),
  "another budget": async ({ bench }) =>
    void (await bench.handlers.health.setBudget({ modelId: await model(bench), budget: { alertsPerWeek: 3 } })),
  efficiency: async ({ bench }) => {
    const assetId = await asset(bench);
    const kpi = {
      id: "kpi-1",
      assetId,
      name: "Specific energy",
      formula: "power / flow",
      unit: "kWh/m3",
      better: "lower" as const,
      validWhen: null,
      throughput: "flow",
      relevantVariables: ["flow"],
      controllableTags: [],
      resolutionMs: 3 * 3_600_000,
    };
    const reporting = { ranges: [{ from: start + 24 * day, to: start + days * day }] };
    await finished(
      bench,
      await bench.handlers.efficiency.fit({ kpi, baseline: { ranges: learned } as never, reporting: reporting as never, seed: 1 }),
    );
  },
  "lock a baseline": async ({ bench }) => {
    const { proof } = bench.handlers;
    const plan = (await proof.propose({ assetId: await asset(bench) })) as MeasurePlan;
    const wish = { ...plan, name: "New impeller", plannedWeeks: 4, baseline: { ranges: learned } as never };
    const { draftId } = (await finished(bench, await proof.weigh(wish))) as { draftId: string };
    await proof.lock({ draftId, lockedBy: "A. Meier" });
  },
  "verify a saving": async ({ bench }) => {
    const { proof } = bench.handlers;
    const period = { ranges: [{ from: start + 21 * day, to: start + days * day }] } as never;
    const plan = { period, exclusions: [], adjustments: [] };
    await finished(bench, await proof.verify({ measureId: await measure(bench), plan, runs: 0, seed: 1 }));
  },
  "take a measure out": async ({ bench }) => void (await bench.handlers.proof.remove({ measureId: await measure(bench) })),
  "lock a trial": async ({ bench }) => {
    const { trial } = bench.handlers;
    const proposed = (await trial.propose({ assetId: await asset(bench) })) as TrialWish;
    const blocks = { from: start + 21 * day, blockMs: day / 4, pairs: 8, intervalMs: day / 8, washoutMs: 0 };
    const wish = { ...proposed, ...blocks, name: "New set point", history: { ranges: learned } as never };
    const { draftId } = (await finished(bench, await trial.weigh(wish))) as { draftId: string };
    await trial.lock({ draftId, lockedBy: "A. Meier" });
  },
  "note a deviation": async ({ bench }) =>
    void (await bench.handlers.trial.note({
      trialId: await trial(bench),
      block: 1,
      what: "skipped",
      reason: "standstill",
      by: "A. Meier",
    })),
  "judge a trial": async ({ bench }) => void (await finished(bench, await bench.handlers.trial.judge({ trialId: await trial(bench) }))),
  report: async ({ bench }) => {
    const assetId = await asset(bench);
    const { health, efficiency, report } = bench.handlers;
    const healthModelIds = (await health.models({ assetId })).map(({ id }) => id);
    const efficiencyModelIds = (await efficiency.models({ assetId })).map(({ id }) => id);
    const wish = {
      assetId,
      title: "January",
      author: "",
      plant: "",
      language: "en" as const,
      healthModelIds,
      efficiencyModelIds,
      range: null,
    };
    await finished(bench, await report.compose(wish));
  },
  "close a case": async ({ bench }) => {
    const [open] = await bench.handlers.cases.list({ assetId: await asset(bench) });
    await bench.handlers.cases.close({
      caseId: open!.case.id,
      verdict: "fault",
      cause: "wear ring",
      action: "replaced",
      note: "",
      cost: { amount: 1200, currency: "EUR" },
      until: null,
    });
  },
  "open a case again": async ({ bench }) => {
    const [closed] = await bench.handlers.cases.list({ assetId: await asset(bench) });
    await bench.handlers.cases.reopen({ caseId: closed!.case.id });
  },
  "retire a model": async ({ bench }) => void (await bench.handlers.models.retire({ modelId: await model(bench) })),
  "save a model": async ({ bench, logs }) =>
    void (await bench.handlers.models.export({ modelId: await model(bench), path: join(logs, "pump.opmodel") })),
  "bring a model in": async ({ bench, logs }) => {
    const path = join(logs, "pump.opmodel");
    await finished(bench, await bench.handlers.models.import({ path, assetId: await asset(bench), chosen: {} }));
  },
  "remove a model": async ({ bench }) => void (await bench.handlers.health.remove({ modelId: await model(bench) })),
  "remove an import": async ({ bench }) => {
    const [record] = await bench.handlers.importing.list({});
    await bench.handlers.importing.remove({ importId: record!.id, force: true });
  },
} as const satisfies Record<string, (ground: Ground) => Promise<void>>;
export type WorkName = keyof typeof work;
export const workNames = Object.keys(work) as WorkName[];

async function importLog({ bench }: Ground, log: Parameters<typeof writePumpLog>[0]): Promise<void> {
  writePumpLog(log);
  const { plan } = await bench.handlers.importing.preview({ files: [log.path] });
  await finished(bench, await bench.handlers.importing.start({ files: [log.path], plan: plan as never, asset: { name: "P-1" } }));
}

const asset = async (bench: Workbench): Promise<string> => (await bench.handlers.project.assets({}))[0]!.id;
const measure = async (bench: Workbench): Promise<string> =>
  (await bench.handlers.proof.measures({ assetId: await asset(bench), removed: true }))[0]!.id;
const trial = async (bench: Workbench): Promise<string> =>
  (await bench.handlers.trial.list({ assetId: await asset(bench), removed: true }))[0]!.id;
const model = async (bench: Workbench): Promise<string> => (await bench.handlers.health.models({ assetId: await asset(bench) }))[0]!.id;

/** Waits for a job; throws its problem, or what became of it instead of done. */
export async function finished(bench: Workbench, { jobId }: { jobId: string }): Promise<unknown> {
  const { status } = await bench.jobEnded(jobId);
  if (status.state === "done") return status.result;
  throw status.state === "failed" ? new ProblemError(status.problem) : new Error(`The job ended as ${status.state}.`);
}

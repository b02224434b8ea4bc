import { randomUUID } from "node:crypto";
import type { BaselinePeriod, EfficiencyModel, EfficiencyResult, ReportingPeriod, ValueOfOnePercent } from "#shared/domain/efficiency.ts";
import type { KpiDefinition } from "#shared/domain/kpi.ts";
import { problem } from "#shared/domain/problem.ts";
import type { RecipeKpi, RecipeValue } from "#shared/domain/recipe.ts";
import type { Session } from "../frame/session.ts";
import { periodsOfLog } from "./periods-of-log.ts";

export interface EfficiencyWish {
  readonly assetId: string;
  /** A definition, or the name of a KPI that is kept or proposed; the likeliest proposal where it is left out. */
  readonly kpi?: string | RecipeKpi | undefined;
  /** As typed; proposed where left out. */
  readonly baseline?: string | undefined;
  readonly reporting?: string | undefined;
  readonly value?: RecipeValue | undefined;
  readonly seed: number;
}

export interface Rated {
  readonly model: EfficiencyModel;
  readonly result: EfficiencyResult;
  readonly value: ValueOfOnePercent | null;
}

const quarterHourMs = 900_000;

/** Fits the expectation of a KPI and rates the reporting period by it. */
export async function efficiencyStep(session: Session, wish: EfficiencyWish): Promise<Rated> {
  const { ask } = session;
  const kpi = await kpiOf(session, wish);
  const typed = (text: string | undefined, option: string) =>
    text === undefined ? undefined : periodsOfLog(session, wish.assetId, text, option).then((ranges) => ({ ranges }));
  const [baseline, reporting] = await Promise.all([typed(wish.baseline, "--baseline"), typed(wish.reporting, "--reporting")]);
  const proposed = baseline && reporting ? undefined : await ask.efficiency.proposeBaseline({ assetId: wish.assetId, kpi });
  session.check();
  const job = await ask.efficiency.fit({
    kpi,
    baseline: (baseline as BaselinePeriod | undefined) ?? proposed!.baseline,
    reporting: (reporting as ReportingPeriod | undefined) ?? proposed!.reporting,
    seed: wish.seed,
  });
  const { modelId } = (await session.finish(job)) as { modelId: string };
  const model = (await ask.efficiency.models({ assetId: wish.assetId })).find(({ id }) => id === modelId)!;
  const result = await ask.efficiency.result({ modelId });
  const value =
    wish.value === undefined
      ? null
      : await ask.efficiency.value({
          modelId,
          input: {
            throughputPerYear: null,
            pricePerUnit: wish.value.price,
            currency: wish.value.currency,
            hoursPerYear: wish.value.hours,
            ...(wish.value.co2 ? { co2: wish.value.co2 } : {}),
          },
        });
  return { model, result, value };
}

async function kpiOf(session: Session, { assetId, kpi }: EfficiencyWish): Promise<KpiDefinition> {
  const { ask, out } = session;
  const [kept, proposals] = await Promise.all([ask.efficiency.kpis({ assetId }), ask.efficiency.propose({ assetId })]);
  const known = [...kept, ...proposals.map((proposal) => proposal.kpi)];
  if (typeof kpi === "object") return define(session, assetId, kpi, kept);
  const found = kpi === undefined ? known[0] : known.find(({ name, id }) => name === kpi || id === kpi);
  if (found) return found;
  const data = { name: kpi ?? "", known: known.map(({ name }) => name).join(", ") };
  const code = kpi === undefined ? "cli.no-kpi" : "cli.unknown-kpi";
  throw problem(code, out.say(code, data), data);
}

async function define(session: Session, assetId: string, wish: RecipeKpi, kept: readonly KpiDefinition[]): Promise<KpiDefinition> {
  const { ask } = session;
  const check = await ask.efficiency.checkFormula({ assetId, formula: wish.formula });
  const blocking = check.findings.find(({ severity }) => severity === "blocking");
  if (blocking) throw problem(blocking.code, blocking.message, blocking.data);
  return {
    id: kept.find(({ name }) => name === wish.name)?.id ?? randomUUID(),
    assetId,
    name: wish.name,
    formula: wish.formula,
    unit: wish.unit ?? check.unit ?? "",
    better: wish.better,
    validWhen: wish.validWhen ?? null,
    throughput: wish.throughput ?? null,
    relevantVariables: wish.relevantVariables,
    controllableTags: wish.controllableTags,
    resolutionMs: wish.resolutionMinutes === undefined ? await stepOf(session, assetId) : wish.resolutionMinutes * 60_000,
  };
}

/** A quarter of an hour, as energy is metered; the log's own step where that is longer or where its rows have no clock. */
async function stepOf({ ask }: Session, assetId: string): Promise<number> {
  const newest = (await ask.importing.list({})).find((record) => record.assetId === assetId);
  if (newest?.plan.clock.source === "rate") return newest.plan.clock.stepMs;
  return Math.max(quarterHourMs, newest?.report.intervalMs ?? 0);
}

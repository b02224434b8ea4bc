import type { Handlers } from "#shared/contract/define.ts";
import type { efficiency } from "#shared/contract/efficiency.ts";
import { crewAt } from "#shared/domain/crew-calendar.ts";
import type { BaselinePeriod, EfficiencyModel, EfficiencyResult, ReportingPeriod } from "#shared/domain/efficiency.ts";
import type { EfficiencyPotential } from "#shared/domain/efficiency-potential.ts";
import { problem } from "#shared/domain/problem.ts";
import { bandsOf, type Regime } from "#shared/domain/regime.ts";
import { checkFormula } from "#shared/formula/check-formula.ts";
import { sentences } from "#shared/language/index.ts";
import { fill } from "#shared/language/sentence.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { printUnit } from "#shared/units/print-unit.ts";
import { advisor } from "../analysis/efficiency/advisor.ts";
import { groupSplit } from "../analysis/efficiency/group-split.ts";
import type { Operation } from "../analysis/efficiency/operation.ts";
import { fillTemplate, proposeKpis, templateForms } from "../analysis/efficiency/propose-kpis.ts";
import { valueOfOnePercent } from "../analysis/efficiency/value-of-one-percent.ts";
import { readModelState, writeModelState } from "../store/model-state.ts";
import type { ProjectStore } from "../store/project-store.ts";
import { removeQuietly } from "../store/remove-quietly.ts";
import type { Bench } from "./bench.ts";
import { signalFolders } from "./signal-folders.ts";
import { stateFile } from "./state-file.ts";

// More values than a person tells products apart by.
const mostProducts = 60;

/** What is kept beside the card of an efficiency model. */
interface Kept {
  saved: unknown;
  result: EfficiencyResult;
  /** Missing in models of earlier versions. */
  operation?: Operation | null;
  potential?: EfficiencyPotential;
}

export function efficiencyHandlers(bench: Bench): Handlers<typeof efficiency> {
  // Sliders ask many times a second: the model asked last stays loaded.
  let asked: { store: ProjectStore; modelId: string; advise: ReturnType<typeof advisor> } | undefined;
  const tagsOf = (assetId: string) => bench.store.catalog.tags.list(assetId);
  return {
    propose: ({ assetId }) => proposeKpis(assetId, tagsOf(assetId)),
    templates: ({ assetId }) => templateForms(tagsOf(assetId)),
    fillTemplate: ({ assetId, templateId, tags }) => fillTemplate(assetId, templateId, tags, tagsOf(assetId)),
    checkFormula: ({ assetId, formula }) => checkFormula(formula, tagsOf(assetId)),
    proposeBaseline: async ({ assetId, kpi }) => {
      const { store } = bench;
      const tags = kpi.relevantVariables.length > 0 ? kpi.relevantVariables : tagsOf(assetId).map((tag) => tag.name);
      const { ranges } = await bench.task("propose-reference", { folders: signalFolders(store, assetId), tags });
      const end = Math.max(...tagsOf(assetId).map((tag) => tag.to)) + 1;
      const learned = Math.max(...ranges.map((range) => range.to));
      return {
        baseline: { ranges } as BaselinePeriod,
        reporting: { ranges: [{ from: Math.min(learned, end - 1), to: end }] } as ReportingPeriod,
      };
    },
    fit: (wish) => {
      const job = bench.start("efficiency", wish.kpi.name, async (run, store) => {
        const id = bench.newId();
        const { catalog } = store;
        const began = performance.now();
        const folders = signalFolders(store, wish.kpi.assetId);
        const { card, saved, result, operation, potential } = await bench.task(
          "fit-efficiency",
          { folders, kpi: wish.kpi, baseline: wish.baseline, reporting: wish.reporting },
          run,
          wish.seed,
        );
        const model: EfficiencyModel = {
          ...card,
          id,
          assetId: wish.kpi.assetId,
          kpi: wish.kpi,
          baselinePeriod: wish.baseline,
          seed: wish.seed,
          parents: catalog.imports.list(wish.kpi.assetId).map((record) => record.id),
          createdAt: Date.now(),
          trainedMs: Math.round(performance.now() - began),
        };
        run.tick(1, 1);
        const kept: Kept = { saved, result, operation, potential };
        const file = stateFile(store, id);
        let stateSha256 = "";
        store.commitFiles(
          [file],
          () => {
            stateSha256 = writeModelState(file, kept);
          },
          () => {
            catalog.kpis.put(wish.kpi);
            catalog.efficiencyModels.put(model);
            catalog.audit.append("efficiency.fitted", id, { kpi: model.kpi, familyId: model.familyId, seed: model.seed, stateSha256 });
          },
        );
        return { modelId: id };
      });
      return { jobId: job.id };
    },
    kpis: ({ assetId }) => bench.store.catalog.kpis.list(assetId),
    models: ({ assetId }) => bench.store.catalog.efficiencyModels.list(assetId).reverse(),
    result: ({ modelId }) => resultOf(bench.store, modelId),
    potential: ({ modelId }) => {
      const { frontier, split } = keptOf(bench.store, modelId).potential ?? { frontier: null, split: null };
      if (!split) return { frontier, split };
      const { rows: _, ...told } = split;
      return { frontier, split: told };
    },
    splitBy: async ({ modelId, by }) => {
      const { store } = bench;
      const { assetId } = store.catalog.efficiencyModels.get(modelId);
      const { potential, result } = keptOf(store, modelId);
      const rows = potential?.split?.rows;
      if (!rows) return [];
      if (by.kind === "crew") {
        const calendar = store.catalog.crews.find(assetId)?.calendar;
        if (!calendar) return [];
        const names = [...new Set(calendar.shifts.flatMap(({ crews }) => crews))].sort();
        const keys = rows.time.map((at) => names.indexOf(crewAt(calendar, at)));
        return groupSplit(rows, "crew", keys).map((group) => ({ ...group, label: names[group.key]! }));
      }
      const folders = signalFolders(store, assetId);
      const step = { folders, time: rows.time, stepMs: result.stepMs };
      if (by.kind === "product") {
        const keys = await bench.task("step-keys", { ...step, by: { tag: by.tag } });
        // A tag with a value for every step tells no product.
        if (new Set(keys).size > mostProducts)
          throw problem("efficiency.no-product", sentences["efficiency.no-product"].en, { tag: by.tag, most: mostProducts });
        return groupSplit(rows, "product", keys);
      }
      const plan = store.catalog.healthModels
        .list(assetId)
        .reverse()
        .find(({ features }) => features.regimes)?.features.regimes?.plan;
      if (!plan) return [];
      const keys = await bench.task("step-keys", { ...step, by: { plan } });
      const bands = bandsOf(plan);
      return groupSplit(rows, "regime", keys).map((group) => ({ ...group, label: bands[group.key]?.name || bandWords(bands[group.key]!) }));
    },
    crews: ({ assetId }) => bench.store.catalog.crews.find(assetId)?.calendar ?? null,
    keepCrews: ({ assetId, calendar }) => {
      const { catalog } = bench.store;
      catalog.assets.get(assetId);
      catalog.commit(() => {
        if (calendar) catalog.crews.put({ id: assetId, calendar });
        else catalog.crews.remove(assetId);
        catalog.audit.append("crews.typed", assetId, calendar ?? {});
      });
      return null;
    },
    advise: ({ modelId, ...question }) => {
      if (asked?.modelId !== modelId || asked.store !== bench.store) {
        asked = { store: bench.store, modelId, advise: advisorOf(bench.store, modelId) };
      }
      return asked.advise?.(question) ?? null;
    },
    limits: ({ modelId, limits }) => {
      const { store } = bench;
      const model = store.catalog.efficiencyModels.get(modelId);
      const wrong = limits.find(({ low, high }) => low !== null && high !== null && low >= high);
      if (wrong)
        throw problem("efficiency.limits-wrong", fill(sentences["efficiency.limits-wrong"].en, { tag: wrong.tag }), { tag: wrong.tag });
      const known = [...model.kpi.controllableTags, ...(model.kpi.constraintTags ?? [])];
      const changed: EfficiencyModel = { ...model, kpi: { ...model.kpi, limits: limits.filter(({ tag }) => known.includes(tag)) } };
      store.catalog.commit(() => {
        store.catalog.efficiencyModels.put(changed);
        const kept = store.catalog.kpis.find(model.kpi.id);
        if (kept) store.catalog.kpis.put({ ...kept, limits: changed.kpi.limits });
        store.catalog.audit.append("efficiency.limits-typed", modelId, { limits: changed.kpi.limits });
      });
      asked = undefined;
      return changed;
    },
    valueInput: ({ modelId }) => bench.store.catalog.values.find(modelId)?.input ?? null,
    value: ({ modelId, input }) => {
      const { store } = bench;
      const { totals, excessUnit } = resultOf(store, modelId);
      const value = valueOfOnePercent(totals, excessUnit, input);
      store.catalog.commit(() => {
        store.catalog.values.put({ id: modelId, input });
        store.catalog.audit.append("value.typed", modelId, input);
      });
      return value;
    },
    remove: ({ modelId }) => {
      const { store } = bench;
      store.catalog.efficiencyModels.get(modelId);
      store.catalog.commit(() => {
        store.catalog.efficiencyModels.remove(modelId);
        store.catalog.values.remove(modelId);
        store.catalog.audit.append("efficiency.removed", modelId);
      });
      removeQuietly(stateFile(store, modelId));
      return null;
    },
  };
}

/** The rated reporting period as it was kept when the model was fitted. */
export function resultOf(store: ProjectStore, modelId: string): EfficiencyResult {
  return keptOf(store, modelId).result;
}

/** Reads what a model knows of settings; undefined where it knows none. Costs a look at its file. */
export function advisorOf(store: ProjectStore, modelId: string): ReturnType<typeof advisor> {
  const { operation } = keptOf(store, modelId);
  const { kpi } = store.catalog.efficiencyModels.get(modelId);
  return operation ? advisor(operation, kpi.unit, kpi.limits) : undefined;
}

function keptOf(store: ProjectStore, modelId: string): Kept {
  store.catalog.efficiencyModels.get(modelId);
  return readModelState(stateFile(store, modelId)) as Kept;
}

/** A band by its stretches of values, as it is read: `flow 80 … 120 m³/h`. */
const bandWords = ({ cells }: Regime): string =>
  (cells[0] ?? [])
    .map(({ tag, unit, from, to }) => {
      const end = (value: number | null) => (value === null ? "" : formatNumber(value, { significant: 3 }));
      return `${tag} ${end(from)} … ${end(to)} ${printUnit(unit)}`.trim();
    })
    .join(", ");

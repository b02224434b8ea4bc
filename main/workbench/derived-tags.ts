import type { Handlers } from "#shared/contract/define.ts";
import type { derived } from "#shared/contract/derived.ts";
import type { Tag } from "#shared/domain/asset.ts";
import type { DerivedTag, DerivedUse } from "#shared/domain/derived-tag.ts";
import { ProblemError, problem } from "#shared/domain/problem.ts";
import { type DerivedSignal, derivedSignals, understandDerived } from "#shared/formula/derived-signal.ts";
import { kpiTags } from "../analysis/efficiency/kpi-meaning.ts";
import { ruleTags } from "../analysis/efficiency/proof/readings-where.ts";
import { trialTags } from "../analysis/efficiency/proof/trial/trial-readings.ts";
import { tagId } from "../store/catalog.ts";
import type { ProjectStore } from "../store/project-store.ts";
import { envelope } from "../store/signals/envelope.ts";
import type { Bench } from "./bench.ts";
import { importFolders } from "./signal-folders.ts";

export function derivedHandlers(bench: Bench): Handlers<typeof derived> {
  return {
    list: ({ assetId }) => bench.store.catalog.derivedTags.list(assetId),
    check: ({ assetId, ...definition }) => {
      const { signal, formulaUnit, usedTags, findings } = understood(bench.store, assetId, definition);
      return { formulaUnit, unit: signal?.unit ?? null, usedTags: [...usedTags], findings: [...findings] };
    },
    preview: async ({ assetId, range, pixels, ...definition }) => {
      const { store } = bench;
      const { signal } = understood(store, assetId, definition);
      if (!signal) return { ...range, series: [] };
      const folders = [...importFolders(store, assetId), { derived: [signal] }];
      return envelope({ folders, tags: [signal.tag], range, pixels });
    },
    save: (wish) => save(bench, wish),
    uses: ({ assetId, name }) => usesOf(bench.store, assetId, name),
    remove: ({ assetId, name, force }) => remove(bench, assetId, name, force),
  };
}

type Definition = Pick<DerivedTag, "name" | "formula" | "unit">;

const measuredTags = (store: ProjectStore, assetId: string): Tag[] =>
  store.catalog.tags.list(assetId).filter((tag) => tag.formula === undefined);

const understood = (store: ProjectStore, assetId: string, definition: Definition) =>
  understandDerived(definition, measuredTags(store, assetId), store.catalog.derivedTags.list(assetId));

function definitionOf(store: ProjectStore, assetId: string, name: string): DerivedTag {
  const found = store.catalog.derivedTags.find(tagId(assetId, name));
  if (!found) throw problem("derived.none", `There is no derived tag called “${name}”.`, { name });
  return found;
}

async function save(
  bench: Bench,
  { assetId, name, formula, unit, note, replaces }: Definition & { assetId: string; note: string; replaces: string | null },
): Promise<DerivedTag> {
  const { store } = bench;
  const { catalog } = store;
  const before = replaces === null ? undefined : definitionOf(store, assetId, replaces);
  if (/["\p{Cc}]/u.test(name))
    throw problem("derived.name-wrong", `“${name}” cannot be a tag: quotation marks are not possible in a name.`, { name });
  if (name !== replaces && catalog.tags.list(assetId).some((tag) => tag.name === name)) {
    throw problem("derived.name-taken", `There is a tag called “${name}” already.`, { name });
  }
  if (before && (before.name !== name || before.formula !== formula || before.unit !== unit)) {
    const { measures, derived, kpis } = usesOf(store, assetId, before.name);
    refuseLocked(before.name, { measures, derived: before.name === name ? [] : [...derived, ...kpis] });
  }
  const { signal, findings } = understandDerived(
    { name, formula, unit },
    measuredTags(store, assetId),
    catalog.derivedTags.list(assetId).filter((tag) => tag.name !== replaces),
  );
  const blocking = findings.find((finding) => finding.severity === "blocking");
  if (blocking) throw new ProblemError(blocking);
  const tag: DerivedTag = {
    assetId,
    name,
    formula,
    unit: signal!.unit,
    note,
    createdAt: before?.createdAt ?? Date.now(),
    changedAt: Date.now(),
  };
  const all = [...catalog.derivedTags.list(assetId).filter((other) => other.name !== name && other.name !== replaces), tag];
  const put = await figuresOf(bench, store, assetId, all);
  catalog.commit(() => {
    if (before) {
      catalog.derivedTags.remove(tagId(assetId, before.name));
      catalog.tags.remove(tagId(assetId, before.name));
    }
    catalog.derivedTags.put(tag);
    put();
    catalog.audit.append(before ? "derived.changed" : "derived.defined", name, {
      assetId,
      formula,
      unit: tag.unit,
      ...(before ? { before: { name: before.name, formula: before.formula, unit: before.unit } } : {}),
    });
  });
  return tag;
}

async function remove(bench: Bench, assetId: string, name: string, force: boolean): Promise<null> {
  const { store } = bench;
  const { catalog } = store;
  const tag = definitionOf(store, assetId, name);
  const { measures, derived, models, kpis } = usesOf(store, assetId, name);
  refuseLocked(name, { measures, derived });
  const count = models.length + kpis.length;
  if (count > 0 && !force) {
    throw problem("derived.in-use", `${count} models and KPIs read ${name}; remove it all the same, or remove them first.`, {
      name,
      count,
    });
  }
  catalog.commit(() => {
    catalog.derivedTags.remove(tagId(assetId, name));
    catalog.tags.remove(tagId(assetId, name));
    catalog.audit.append("derived.removed", name, { assetId, formula: tag.formula, unit: tag.unit });
  });
  return null;
}

/** What was locked rests on the tag as it is, and so does what is computed from it. */
function refuseLocked(name: string, { measures, derived }: Pick<DerivedUse, "measures" | "derived">): void {
  const by = [...measures, ...derived];
  if (by.length > 0) throw problem("derived.locked", `${name} stays as it is: ${by.join(", ")} rests on it.`, { name, by: by.join(", ") });
}

/** What reads a derived tag, straight or through another derived one. */
export function usesOf(store: ProjectStore, assetId: string, name: string): DerivedUse {
  const { catalog } = store;
  const definitions = catalog.derivedTags.list(assetId);
  const measured = measuredTags(store, assetId);
  const reads = (tags: readonly string[]): boolean =>
    tags.some(
      (tag) =>
        tag === name ||
        definitions.some(
          (other) => other.name === tag && other.name !== name && reads(understandDerived(other, measured, definitions).usedTags),
        ),
    );
  return {
    models: catalog.healthModels.list(assetId).flatMap((model) => (reads(model.tags) ? [model.name] : [])),
    kpis: [
      ...new Set(
        [...catalog.kpis.list(assetId), ...catalog.efficiencyModels.list(assetId).map((model) => model.kpi)].flatMap((kpi) =>
          reads([...kpiTags(kpi), ...kpi.controllableTags, ...(kpi.constraintTags ?? [])]) ? [kpi.name] : [],
        ),
      ),
    ],
    measures: [
      ...catalog.measures.list(assetId).flatMap(({ plan, removedAt }) => {
        const rule = plan.validWhen === null ? [] : ruleTags(plan.validWhen);
        return removedAt === null && reads([plan.meter.tag, ...plan.drivers.map(({ tag }) => tag), ...rule]) ? [plan.name] : [];
      }),
      ...catalog.trials.list(assetId).flatMap(({ wish, removedAt }) => (removedAt === null && reads(trialTags(wish)) ? [wish.name] : [])),
    ],
    derived: definitions.flatMap((other) =>
      other.name !== name && reads(understandDerived(other, measured, definitions).usedTags) ? [other.name] : [],
    ),
  };
}

/** The definitions of those tags that are computed, and of what they read in turn; undefined where all are measured. */
export function definitionsRead(store: ProjectStore, assetId: string, tags: readonly string[]): Definition[] | undefined {
  const definitions = store.catalog.derivedTags.list(assetId);
  const measured = measuredTags(store, assetId);
  const found = new Map<string, Definition>();
  const visit = (names: readonly string[]): void => {
    for (const { name, formula, unit } of definitions) {
      if (!names.includes(name) || found.has(name) || measured.some((tag) => tag.name === name)) continue;
      found.set(name, { name, formula, unit });
      visit(understandDerived({ name, formula, unit }, measured, definitions).usedTags);
    }
  };
  visit(tags);
  return found.size > 0 ? [...found.values()] : undefined;
}

/** Takes the figures of the asset's derived tags anew: after an import brought or took samples. */
export async function refreshDerived(bench: Bench, store: ProjectStore, assetId: string): Promise<void> {
  const definitions = store.catalog.derivedTags.list(assetId);
  if (definitions.length === 0) return;
  const put = await figuresOf(bench, store, assetId, definitions);
  store.catalog.commit(put);
}

/** Computes the figures; what it returns puts them among the tags, inside a transaction. */
async function figuresOf(bench: Bench, store: ProjectStore, assetId: string, definitions: readonly DerivedTag[]): Promise<() => void> {
  const measured = measuredTags(store, assetId);
  const derived: DerivedSignal[] = derivedSignals(measured, definitions);
  const folders = importFolders(store, assetId);
  const figures = derived.length > 0 && folders.length > 0 ? await bench.task("derived-figures", { folders, derived }) : [];
  return () => {
    const { tags } = store.catalog;
    for (const tag of derivedRows(assetId, measured, definitions, figures)) tags.put(tag);
  };
}

/** Derived tags as they stand among the tags of an asset; one that cannot be computed now has no samples. */
export function derivedRows(
  assetId: string,
  measured: readonly Tag[],
  definitions: readonly DerivedTag[],
  figures: readonly Omit<Tag, "assetId" | "formula">[],
): Tag[] {
  const names = new Set(measured.map((tag) => tag.name));
  const from = Math.min(...measured.map((tag) => tag.from));
  const to = Math.max(...measured.map((tag) => tag.to));
  if (measured.length === 0) return [];
  return definitions
    .filter(({ name }) => !names.has(name))
    .map(({ name, unit, formula }) => {
      const known = figures.find((tag) => tag.name === name);
      return { valid: 0, min: null, max: null, mean: null, from, to, ...known, assetId, name, unit, formula };
    });
}

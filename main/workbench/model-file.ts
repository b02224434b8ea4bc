import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { z } from "zod";
import type { HealthModel, TagMapping } from "#shared/domain/health.ts";
import { ModelFileHead, type ModelFileInfo, modelFileVersion } from "#shared/domain/model-file.ts";
import { problem } from "#shared/domain/problem.ts";
import type { RegimeCard } from "#shared/domain/regime.ts";
import { readModelState, writeModelState } from "../store/model-state.ts";
import type { ProjectStore } from "../store/project-store.ts";

/** A model file opened: what it says, and what the model learned. */
export interface OpenedModelFile {
  readonly info: ModelFileInfo;
  readonly state: unknown;
}

/** Writes a model to one file that is whole or not there. */
export function writeModelFile(
  store: ProjectStore,
  model: HealthModel,
  stateFile: string,
  path: string,
): { path: string; bytes: number; sha256: string } {
  const { catalog, project } = store;
  const units = new Map(catalog.tags.list(model.assetId).map(({ name, unit }) => [name, unit]));
  const known = new Map((model.origin?.mapping ?? []).map((one) => [one.tag, one]));
  const head: ModelFileHead = {
    version: modelFileVersion,
    card: renamed(model, (tag) => known.get(tag)?.as ?? tag, [...known.values()].map(inverse)),
    tags: model.tags.map((tag) => ({ name: known.get(tag)?.as ?? tag, unit: known.get(tag)?.asUnit ?? units.get(tag) ?? "" })),
    project: project.name,
    asset: catalog.assets.get(model.assetId).name,
    exportedAt: Date.now(),
  };
  writeModelState(path, { modelFile: head, state: readModelState(stateFile) });
  return { path, ...identityOf(path) };
}

/** The way back from the asset's tag to the model's. */
const inverse = ({ tag, unit, as, asUnit, scale, shift }: TagMapping): TagMapping => ({
  tag: as,
  unit: asUnit,
  as: tag,
  asUnit: unit,
  scale: 1 / scale,
  shift: -shift / scale,
});

/** Throws `model-file.unreadable` when it is none, cut or changed, `model-file.newer` when a later program wrote it. */
export function openModelFile(path: string): OpenedModelFile {
  const saved = savedIn(path);
  const version = z.object({ modelFile: z.object({ version: z.number() }) }).safeParse(saved).data?.modelFile.version;
  if (version !== undefined && version > modelFileVersion)
    throw problem("model-file.newer", `The model file ${path} was written by a newer version of OnePercent.`, { file: path });
  const parsed = z.object({ modelFile: ModelFileHead, state: z.unknown() }).safeParse(saved);
  if (!parsed.success) throw unreadable(path, parsed.error);
  return { info: { ...parsed.data.modelFile, path, ...identityOf(path) }, state: parsed.data.state };
}

function savedIn(path: string): unknown {
  try {
    return readModelState(path);
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

const unreadable = (file: string, cause: unknown) =>
  problem("model-file.unreadable", `${file} is no model file of OnePercent, or it is damaged.`, { file }, { cause });

function identityOf(path: string): { bytes: number; sha256: string } {
  const bytes = readFileSync(path);
  return { bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
}

/** A card that speaks of its tags by other names; values that stand beside a tag are converted with it. */
export function renamed(model: HealthModel, nameOf: (tag: string) => string, mapping: readonly TagMapping[] = []): HealthModel {
  const to = new Map(mapping.map((one) => [one.as, one]));
  const convert = <T extends number | null>(tag: string, value: T): T => {
    const one = to.get(tag);
    return one && value !== null ? (((value - one.shift) / one.scale) as T) : value;
  };
  const named = <T extends { tag: string; unit: string }>(of: T): T => ({
    ...of,
    tag: to.get(of.tag)?.tag ?? nameOf(of.tag),
    unit: to.get(of.tag)?.unit ?? of.unit,
  });
  const { features } = model;
  return {
    ...model,
    tags: model.tags.map(nameOf),
    features: {
      ...features,
      operating: features.operating.map((one) => ({ ...named(one), offBelow: convert(one.tag, one.offBelow) })),
      leftOut: features.leftOut.map(({ tag, code }) => ({ tag: nameOf(tag), code })),
      ...(features.regimes ? { regimes: regimesNamed(features.regimes, { nameOf, named, convert }) } : {}),
    },
  };
}

interface Naming {
  nameOf(tag: string): string;
  named<T extends { tag: string; unit: string }>(of: T): T;
  convert<T extends number | null>(tag: string, value: T): T;
}

function regimesNamed({ plan, seen, ...card }: RegimeCard, { nameOf, named, convert }: Naming): RegimeCard {
  return {
    ...card,
    plan: {
      tags: plan.tags.map(nameOf),
      regimes: plan.regimes.map((regime) => ({
        ...regime,
        cells: regime.cells.map((cell) =>
          cell.map((band) => ({ ...named(band), from: convert(band.tag, band.from), to: convert(band.tag, band.to) })),
        ),
      })),
    },
    seen: seen.map((one) => ({ ...named(one), low: convert(one.tag, one.low), high: convert(one.tag, one.high) })),
  };
}

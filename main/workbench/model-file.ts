import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { z } from "zod";
import type { HealthModel, TagMapping } from "#shared/domain/health.ts";
import { ModelFileHead, type ModelFileInfo, modelFileVersion } from "#shared/domain/model-file.ts";
import { problem } from "#shared/domain/problem.ts";
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
    card: renamed(model, (tag) => known.get(tag)?.as ?? tag),
    tags: model.tags.map((tag) => ({ name: known.get(tag)?.as ?? tag, unit: known.get(tag)?.asUnit ?? units.get(tag) ?? "" })),
    project: project.name,
    asset: catalog.assets.get(model.assetId).name,
    exportedAt: Date.now(),
  };
  writeModelState(path, { modelFile: head, state: readModelState(stateFile) });
  return { path, ...identityOf(path) };
}

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

/** A card that speaks of its tags by other names; values of operating tags are converted with them. */
export function renamed(model: HealthModel, nameOf: (tag: string) => string, mapping: readonly TagMapping[] = []): HealthModel {
  const to = new Map(mapping.map((one) => [one.as, one]));
  return {
    ...model,
    tags: model.tags.map(nameOf),
    features: {
      ...model.features,
      operating: model.features.operating.map(({ tag, unit, offBelow }) => {
        const one = to.get(tag);
        return one ? { tag: one.tag, unit: one.unit, offBelow: (offBelow - one.shift) / one.scale } : { tag: nameOf(tag), unit, offBelow };
      }),
      leftOut: model.features.leftOut.map(({ tag, code }) => ({ tag: nameOf(tag), code })),
    },
  };
}

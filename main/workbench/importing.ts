import { existsSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, join } from "node:path";
import type { Handlers } from "#shared/contract/define.ts";
import type { importing } from "#shared/contract/importing.ts";
import type { ImportRecord, LogPlan } from "#shared/domain/importing.ts";
import { problem } from "#shared/domain/problem.ts";
import type { JobRun } from "../jobs/job-queue.ts";
import { placeFile } from "../store/place-file.ts";
import type { ProjectStore } from "../store/project-store.ts";
import { removeQuietly } from "../store/remove-quietly.ts";
import { commitSignals } from "../store/signals/commit.ts";
import { assetTags } from "./asset-tags.ts";
import type { Bench } from "./bench.ts";
import { derivedRows, refreshDerived } from "./derived-tags.ts";
import { ImportProfiles } from "./import-profiles.ts";
import { withTemp } from "./with-temp.ts";

const quarantineShown = 1_000_000; // bytes; more than anybody reads in a window

export function importHandlers(bench: Bench): Handlers<typeof importing> {
  const profiles = new ImportProfiles(bench.options.userData);
  return {
    expand: ({ paths }) => bench.task("expand-logs", { paths }),
    preview: (input) => bench.task("preview", input),
    dryRun: (input) => bench.task("dry-run", { ...input, folder: bench.openStore?.project.folder }),
    start: ({ files, plan, asset }) => {
      const subject = files.map((file) => basename(file)).join(", ");
      const job = bench.start("import", subject, (run, store) => commitImport(bench, store, run, { files, plan, asset }));
      return { jobId: job.id };
    },
    list: () => bench.store.catalog.imports.list().reverse(),
    sameFiles: async ({ files }) => {
      const asked = await bench.task("log-identity", { files });
      const isAsked = (file: ImportRecord["files"][number]): boolean =>
        asked.some(({ sha256, inside }) => sha256 === file.sha256 && (inside === "" || slashed(file.path).endsWith(`/${inside}`)));
      return bench.store.catalog.imports.list().filter((record) => record.files.some(isAsked));
    },
    remove: async ({ importId, force }) => {
      const { store } = bench;
      const { assetId } = store.catalog.imports.get(importId);
      removeImport(store, importId, force);
      await refreshDerived(bench, store, assetId);
      return null;
    },
    profiles: () => profiles.list(),
    saveProfile: (profile) => profiles.save({ ...profile, savedAt: Date.now() }),
    renameProfile: ({ name, to }) => profiles.rename(name, to),
    removeProfile: ({ name }) => {
      profiles.remove(name);
      return null;
    },
    exportProfile: ({ name, folder }) => ({ path: profiles.exportTo(name, folder) }),
    importProfile: ({ path }) => profiles.importFrom(path),
    quarantine: ({ importId }) => {
      const record = bench.store.catalog.imports.get(importId);
      if (!record.quarantine) return { path: "", text: "" };
      const path = bench.store.path("quarantine", record.quarantine);
      return { path, text: existsSync(path) ? readFileSync(path).subarray(0, quarantineShown).toString("utf8") : "" };
    },
  };
}

interface ImportWish {
  files: string[];
  plan: LogPlan;
  asset: { id: string } | { name: string };
}

/** Reads the files in a worker and commits what came of them: whole, or not at all. */
export async function commitImport(bench: Bench, store: ProjectStore, run: JobRun, { files, plan, asset }: ImportWish) {
  const { catalog } = store;
  const id = bench.newId();
  return withTemp(store, id, async (folder) => {
    const staging = join(folder, "signals");
    const quarantineFile = join(folder, "quarantine.txt");
    const threads = Math.max(1, availableParallelism());
    const { report, names, sha256, bytes } = await bench.task(
      "import-log",
      { files, plan, staging, quarantineFile, tempFolder: folder, threads },
      run,
    );
    if (report.rowsKept === 0) {
      throw problem("import.no-rows", `No row of ${basename(files[0]!)} could be read by these settings; nothing was imported.`, {
        file: basename(files[0]!),
      });
    }
    run.tick(1, 1);
    const quarantine = existsSync(quarantineFile) ? `${id}.txt` : null;
    const known = "id" in asset ? catalog.assets.get(asset.id) : catalog.assets.list().find((a) => a.name === asset.name);
    const owner = known ?? { id: bench.newId(), name: (asset as { name: string }).name, createdAt: Date.now() };
    const record: ImportRecord = {
      id,
      assetId: owner.id,
      files: files.map((path, k) => ({ path, name: names[k]!, bytes: bytes[k]!, sha256: sha256[k]! })),
      plan,
      report,
      quarantine,
      importedAt: Date.now(),
    };
    const signals = store.path("signals", id);
    const rejected = quarantine && store.path("quarantine", quarantine);
    store.commitFiles(
      rejected ? [signals, rejected] : [signals],
      () => {
        commitSignals(staging, signals);
        if (rejected) placeFile(quarantineFile, rejected);
      },
      () => {
        catalog.assets.put(owner);
        catalog.imports.put(record);
        putTags(store, owner.id);
        catalog.audit.append("import.committed", id, { files: record.files, rows: report.rowsKept, assetId: owner.id });
      },
    );
    await refreshDerived(bench, store, owner.id);
    return { importId: id, assetId: owner.id };
  });
}

/** Removes the row first: files that no row speaks of are swept, should the program die in between. */
function removeImport(store: ProjectStore, importId: string, force: boolean): void {
  const { catalog } = store;
  const record = catalog.imports.get(importId);
  const resting = catalog.healthModels
    .list(record.assetId)
    .filter((model) => model.parents.some((parent) => parent.importId === importId)).length;
  const efficient = catalog.efficiencyModels.list(record.assetId).filter((model) => model.parents.includes(importId)).length;
  const measures = catalog.measures
    .list(record.assetId)
    .filter((measure) => measure.removedAt === null && measure.parents.includes(importId)).length;
  const trials = catalog.trials.list(record.assetId).filter((trial) => trial.removedAt === null && trial.parents.includes(importId)).length;
  const models = resting + efficient + measures + trials;
  if (models > 0 && !force) {
    throw problem(
      "import.in-use",
      `${models} models and locked baselines rest on this import; remove what rests on it first, or remove the import all the same.`,
      { models },
    );
  }
  catalog.commit(() => {
    catalog.imports.remove(importId);
    catalog.quality.remove(importId);
    putTags(store, record.assetId);
    catalog.audit.append("import.removed", importId, { files: record.files });
  });
  removeQuietly(store.path("signals", importId));
  if (record.quarantine) removeQuietly(store.path("quarantine", record.quarantine));
}

function putTags(store: ProjectStore, assetId: string): void {
  const { tags, imports, derivedTags } = store.catalog;
  const before = tags.list(assetId);
  tags.removeOf(assetId);
  const measured = assetTags(assetId, imports.list(assetId));
  for (const tag of [...measured, ...derivedRows(assetId, measured, derivedTags.list(assetId), before)]) tags.put(tag);
}

const slashed = (path: string): string => path.replaceAll("\\", "/");

import { existsSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Handlers } from "#shared/contract/define.ts";
import type { project } from "#shared/contract/project.ts";
import type { Job } from "#shared/domain/job.ts";
import { problem } from "#shared/domain/problem.ts";
import type { Project } from "#shared/domain/project.ts";
import { diskProblem } from "../store/disk-problem.ts";
import { ProjectStore } from "../store/project-store.ts";
import type { Bench } from "./bench.ts";
import { commitImport } from "./importing.ts";
import { markInterrupted } from "./jobs.ts";
import type { RecentProjects } from "./recent-projects.ts";
import { withTemp } from "./with-temp.ts";

export function projectHandlers(bench: Bench, recent: RecentProjects): Handlers<typeof project> {
  const close = async (): Promise<void> => {
    const store = bench.openStore;
    if (!store) return;
    await bench.jobs.cancelAll();
    bench.jobs.clear();
    bench.hold(null);
    store.close();
  };
  /** The new store is made ready first, so that a refusal leaves the open project open. */
  const change = async (make: () => ProjectStore): Promise<Project> => {
    const store = make();
    const jobs = recover(store);
    await close();
    bench.jobs.restore(jobs);
    bench.hold(store);
    recent.opened(store.project);
    return store.project;
  };
  return {
    current: () => bench.openStore?.project ?? null,
    recent: () => recent.list(),
    forget: ({ folder }) => recent.forget(folder),
    create: ({ folder, name }) => change(() => ProjectStore.create(folder, name)),
    open: ({ folder }) => {
      const current = bench.openStore?.project;
      return current && samePlace(current.folder, folder) ? current : change(() => ProjectStore.open(folder));
    },
    close: async () => {
      await close();
      return null;
    },
    sample: async ({ folder }) => {
      const opened = await change(() => ProjectStore.create(folder ?? freeFolder(), sampleName));
      const job = bench.start("sample", sampleName, (run, store) => buildSample(bench, store, run));
      return { jobId: job.id, project: opened };
    },
    assets: () => bench.store.catalog.assets.list(),
    renameAsset: ({ assetId, name }) => {
      const { catalog } = bench.store;
      const asset = { ...catalog.assets.get(assetId), name };
      if (catalog.assets.list().some((other) => other.name === name && other.id !== assetId)) {
        throw problem("asset.name-taken", `Another asset is called "${name}" already.`, { name });
      }
      catalog.commit(() => {
        catalog.assets.put(asset);
        catalog.audit.append("asset.renamed", assetId, { name });
      });
      return asset;
    },
    tags: ({ assetId }) => bench.store.catalog.tags.list(assetId).sort((a, b) => a.name.localeCompare(b.name)),
    audit: ({ limit }) => {
      const { audit } = bench.store.catalog;
      return { entries: audit.latest(limit), intact: audit.intact() };
    },
  };
}

/** Whether two paths lead to one folder: links followed, because the catalog must not be opened twice in one process. */
function samePlace(a: string, b: string): boolean {
  try {
    return realpathSync(a) === realpathSync(b);
  } catch {
    return false;
  }
}

/** Clears away what an earlier life of the engine left unfinished; the jobs as they stand now. Leaves no store open when it throws. */
function recover(store: ProjectStore): Job[] {
  try {
    store.sweep();
    return markInterrupted(store);
  } catch (error) {
    store.close();
    throw diskProblem(error, store.project.folder);
  }
}

const sampleName = "Sample plant";
const sampleSeed = 1;

/** Simulates the sample plant into a log and imports it like any other. */
async function buildSample(bench: Bench, store: ProjectStore, run: Parameters<Parameters<Bench["start"]>[2]>[0]): Promise<unknown> {
  return withTemp(store, bench.newId(), async (folder) => {
    const { csvPath } = await bench.task("build-sample", { folder }, run, sampleSeed);
    const { plan } = await bench.task("preview", { files: [csvPath] });
    const { importId, assetId } = await commitImport(bench, store, run, { files: [csvPath], plan, asset: { name: "P-101" } });
    return { projectId: store.project.id, importId, assetId };
  });
}

/** A folder in the user's documents that is not there yet. */
function freeFolder(): string {
  const documents = join(homedir(), "Documents");
  const base = join(existsSync(documents) ? documents : homedir(), "OnePercent sample plant");
  for (let k = 1; ; k++) {
    const folder = k === 1 ? base : `${base} ${k}`;
    if (!existsSync(folder)) return folder;
  }
}

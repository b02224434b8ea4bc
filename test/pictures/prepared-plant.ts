import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import type { LogPlan } from "#shared/domain/importing.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { askEngine } from "../e2e/ask-engine.ts";
import { launch } from "../e2e/launch.ts";

export interface Plant {
  readonly name: string;
  readonly folder: string;
}

export interface Wish {
  readonly name: string;
  /** The log to import; the sample plant when left out. */
  readonly log?: string;
  readonly notTags?: readonly string[];
  /** What is normal, where it is known; proposed when left out. */
  readonly reference?: (from: number) => TimeRange[];
  readonly families: readonly string[];
  /** Whether the first proposed KPI is fitted, and a saving is locked and verified. */
  readonly savings?: boolean;
}

/** A project with its log and models, made through the engine's own questions; one that was made before is taken as it is. */
export async function preparedPlant({ name, log, notTags = [], reference, families, savings = false }: Wish): Promise<Plant> {
  const kept = process.env.PICTURES_PROJECTS;
  const folder = join(kept ?? mkdtempSync(join(tmpdir(), "onepercent-pictures-")), name);
  if (existsSync(join(folder, "catalog.sqlite"))) return { name, folder };
  const { app, window: page } = await launch();
  try {
    await expect(page.getByText(/Engine: ready|引擎：就绪/)).toBeVisible();
    if (log === undefined) await done(page, (await askEngine(page, "project", "sample", { folder })).jobId);
    else {
      await askEngine(page, "project", "create", { folder, name });
      const { plan } = await askEngine(page, "importing", "preview", { files: [log] });
      await done(page, (await askEngine(page, "importing", "start", { files: [log], plan: plan as LogPlan, asset: { name } })).jobId);
    }
    const [asset] = await askEngine(page, "project", "assets", {});
    const assetId = asset!.id;
    const all = await askEngine(page, "project", "tags", { assetId });
    const tags = all.filter((tag) => tag.valid > 0 && tag.min !== tag.max && !notTags.includes(tag.name)).map((tag) => tag.name);
    const ranges = reference?.(all[0]!.from) ?? (await askEngine(page, "health", "proposeReference", { assetId, tags })).ranges;
    const wish = { assetId, tags, reference: ranges, families: families.map((id) => ({ id })), budget: { alertsPerWeek: 1 } };
    await done(page, (await askEngine(page, "health", "train", wish)).jobId);
    if (savings) await proveSavings(page, assetId);
    return { name, folder };
  } finally {
    await app.close();
  }
}

async function proveSavings(page: Page, assetId: string): Promise<void> {
  const { kpi } = (await askEngine(page, "efficiency", "propose", { assetId }))[0]!;
  const { baseline, reporting } = await askEngine(page, "efficiency", "proposeBaseline", { assetId, kpi });
  await done(page, (await askEngine(page, "efficiency", "fit", { kpi, baseline, reporting } as never)).jobId);
  const plan = (await askEngine(page, "proof", "propose", { assetId }))!;
  const wish = { ...plan, name: "New impeller", baseline } as never;
  const { draftId } = (await done(page, (await askEngine(page, "proof", "weigh", wish)).jobId)) as { draftId: string };
  const { id: measureId } = await askEngine(page, "proof", "lock", { draftId, lockedBy: "A. Meier" });
  const verified = { measureId, plan: { period: reporting, exclusions: [], adjustments: [] } } as never;
  await done(page, (await askEngine(page, "proof", "verify", verified)).jobId);
}

/** Waits for a job; its result. */
async function done(page: Page, jobId: string): Promise<unknown> {
  const status = async () => (await askEngine(page, "jobs", "list", {})).find(({ id }) => id === jobId)?.status;
  await expect.poll(async () => (await status())?.state, { timeout: 400_000 }).toMatch(/done|failed|cancelled|interrupted/);
  const ended = await status();
  if (ended?.state !== "done") throw new Error(JSON.stringify(ended));
  return ended.result;
}

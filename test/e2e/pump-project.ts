import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import type { BaselinePeriod, ReportingPeriod } from "#shared/domain/efficiency.ts";
import { askEngine } from "./ask-engine.ts";
import { type Launched, launch } from "./launch.ts";
import { planted, writePumpLog } from "./pump-log.ts";

export interface PumpProject extends Launched {
  readonly folder: string;
  readonly assetId: string;
}

/** Waits until a job has ended well. */
export async function jobDone(page: Page, jobId: string): Promise<void> {
  const state = async () => (await askEngine(page, "jobs", "list", {})).find(({ id }) => id === jobId)?.status.state;
  await expect.poll(state, { timeout: 60_000 }).toBe("done");
}

/** Asking over ports of its own may take an event from the window; loaded anew, it knows what there is. */
async function fresh(page: Page): Promise<void> {
  await page.reload();
  await expect(page.getByText("Engine: ready")).toBeVisible();
}

/** The window on a fresh project that holds the pump's log. */
export async function pumpProject(): Promise<PumpProject> {
  const folder = join(mkdtempSync(join(tmpdir(), "onepercent-pump-")), "plant");
  const file = `${folder}.csv`;
  writePumpLog(file);
  const launched = await launch();
  const { window: page } = launched;
  await expect(page.getByText("Engine: ready")).toBeVisible();
  await askEngine(page, "project", "create", { folder, name: "Plant" });
  const { plan } = await askEngine(page, "importing", "preview", { files: [file] });
  await jobDone(page, (await askEngine(page, "importing", "start", { files: [file], plan, asset: { name: "P-7" } })).jobId);
  const [asset] = await askEngine(page, "project", "assets", {});
  await fresh(page);
  return { ...launched, folder, assetId: asset!.id };
}

/** The same project opened once more, as after a night. */
export async function reopened({ folder, userData }: PumpProject): Promise<Launched> {
  const launched = await launch({ project: folder, env: { ONEPERCENT_USER_DATA: userData } });
  await expect(launched.window.getByText("Engine: ready")).toBeVisible();
  return launched;
}

/** A model of each kind, made behind the window's back: for tests of what comes after. */
export async function trained({ window: page, assetId }: PumpProject): Promise<void> {
  const reference = [{ from: planted.loss.from - 16 * 86_400_000, to: planted.loss.from }];
  const tags = ["flow", "motor_power", "bearing_temperature", "ambient_temperature", "valve_position"];
  const { jobId } = await askEngine(page, "health", "train", {
    assetId,
    tags,
    reference,
    families: [{ id: "pca" }],
    budget: { alertsPerWeek: 1 },
  });
  await jobDone(page, jobId);
  const [proposal] = await askEngine(page, "efficiency", "propose", { assetId });
  const fit = await askEngine(page, "efficiency", "fit", {
    kpi: proposal!.kpi,
    baseline: { ranges: reference } as BaselinePeriod,
    reporting: { ranges: [{ from: planted.loss.from, to: planted.loss.from + 12 * 86_400_000 }] } as ReportingPeriod,
  });
  await jobDone(page, fit.jobId);
  await fresh(page);
}

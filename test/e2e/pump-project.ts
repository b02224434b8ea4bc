import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import type { BaselinePeriod, ReportingPeriod } from "#shared/domain/efficiency.ts";
import { askEngine } from "./ask-engine.ts";
import { type Launched, launch } from "./launch.ts";
import { planted, writePumpLog } from "./pump-log.ts";

/** `imported`: the log alone. `trained`: a health model and an efficiency result on top of it. */
export type PumpState = "imported" | "trained";

export interface PumpProject extends Launched {
  readonly folder: string;
  readonly assetId: string;
}

/** The window on a project of its own that holds the pump's log. */
export async function pumpProject(state: PumpState): Promise<PumpProject> {
  const { folder: model, assetId } = await prepared(state);
  const folder = freshFolder();
  cpSync(model, folder, { recursive: true });
  return { ...(await opened(folder)), folder, assetId };
}

/** The same project opened once more, as after a night. */
export const reopened = ({ folder, userData }: PumpProject): Promise<Launched> => opened(folder, { ONEPERCENT_USER_DATA: userData });

const freshFolder = (): string => join(mkdtempSync(join(tmpdir(), "onepercent-pump-")), "plant");

async function opened(project: string, env: Readonly<Record<string, string>> = {}): Promise<Launched> {
  const launched = await launch({ project, env });
  await expect(launched.window.getByText("Engine: ready")).toBeVisible();
  await expect(launched.window.locator("header")).toContainText("Plant");
  return launched;
}

const made = new Map<PumpState, Promise<{ folder: string; assetId: string }>>();

/** The project every test of this state starts from: made once, copied for each. */
function prepared(state: PumpState): Promise<{ folder: string; assetId: string }> {
  const there = made.get(state) ?? prepare(state);
  made.set(state, there);
  return there;
}

async function prepare(state: PumpState): Promise<{ folder: string; assetId: string }> {
  const folder = freshFolder();
  const file = `${folder}.csv`;
  writePumpLog(file);
  const { app, window: page } = await launch();
  try {
    await expect(page.getByText("Engine: ready")).toBeVisible();
    await askEngine(page, "project", "create", { folder, name: "Plant" });
    const { plan } = await askEngine(page, "importing", "preview", { files: [file] });
    await jobDone(page, (await askEngine(page, "importing", "start", { files: [file], plan, asset: { name: "P-7" } })).jobId);
    const [asset] = await askEngine(page, "project", "assets", {});
    if (state === "trained") await train(page, asset!.id);
    return { folder, assetId: asset!.id };
  } finally {
    await app.close();
  }
}

async function train(page: Page, assetId: string): Promise<void> {
  const reference = [{ from: planted.from, to: planted.loss.from }];
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
    reporting: { ranges: [{ from: planted.loss.from, to: planted.to }] } as ReportingPeriod,
  });
  await jobDone(page, fit.jobId);
}

async function jobDone(page: Page, jobId: string): Promise<void> {
  const state = async () => (await askEngine(page, "jobs", "list", {})).find(({ id }) => id === jobId)?.status.state;
  await expect.poll(state, { timeout: 60_000 }).toBe("done");
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { askEngine } from "./ask-engine.ts";
import { type Desk, freshFolder, sitDown } from "./desk.ts";
import { launch } from "./launch.ts";
import { planted as pump } from "./pump-log.ts";
import { pumpProject } from "./pump-project.ts";
import { planted, writeSavingLog } from "./saving-log.ts";

const open: { close(): Promise<void> }[] = [];
test.afterEach(async () => {
  for (const app of open.splice(0)) await app.close();
});

const written = (at: number): string => new Date(at).toISOString().slice(0, 16).replace("T", " ");

const toProof = (page: Page) => page.getByRole("navigation", { name: "Screens" }).getByRole("button", { name: "Proof" }).click();

async function period(page: Page, what: string, from: number, to: number): Promise<void> {
  await page.getByRole("textbox", { name: `${what}, stretch 1, from` }).fill(written(from));
  await page.getByRole("textbox", { name: `${what}, stretch 1, from` }).press("Enter");
  await page.getByRole("textbox", { name: `${what}, stretch 1, to` }).fill(written(to));
  await page.getByRole("textbox", { name: `${what}, stretch 1, to` }).press("Enter");
}

async function lockOne(desk: Desk, name: string): Promise<void> {
  const { page } = desk;
  await page.getByRole("button", { name: "New measure" }).click();
  await page.getByRole("textbox", { name: "Name of the measure" }).fill(name);
  await page.getByText("hourly", { exact: true }).click();
  await period(page, "Baseline period", planted.from, planted.work);
  await page.getByRole("button", { name: "Weigh" }).click();
  await expect(page.getByTestId("weighed")).toContainText("The smallest saving you can prove with this meter in 12 weeks is", {
    timeout: 60_000,
  });
  await page.getByRole("textbox", { name: "Locked by" }).fill("A. Meier");
  await page.getByRole("button", { name: "Lock the baseline" }).click();
  await expect(page.locator(`tr[data-measure="${name}"]`)).toContainText("Locked, waiting for the work");
}

test("a saving planted in the sample plant is weighed, locked, proven, taken out, put back and there after a restart", async () => {
  const log = await writeSavingLog();
  const desk = await sitDown();
  open.push(desk.app);
  const { page } = desk;
  const project = await desk.createProject();
  await desk.importLog(log);
  await toProof(page);
  await expect(page.getByRole("heading", { name: "No measure to prove yet" })).toBeVisible();
  await lockOne(desk, "New impeller");

  await period(page, "Reporting period", planted.work, planted.to);
  await page.getByRole("button", { name: "Verify the saving" }).click();
  const saving = page.getByTestId("saving");
  await expect(saving).toHaveAttribute("data-verdict", "proven", { timeout: 90_000 });
  await expect(saving.locator('[data-series="weekly"]')).toBeVisible();
  await expect(saving.locator('[data-series="cusum-band"]')).toBeVisible();
  await expect(saving).toContainText("simulated meters like this one");
  const row = page.locator('tr[data-measure="New impeller"]');
  await expect(row).toContainText("Proven");
  const [asset] = await askEngine(page, "project", "assets", {});
  const [measure] = await askEngine(page, "proof", "measures", { assetId: asset!.id });
  const found = measure!.results[0]!;
  expect(found.low).toBeLessThan(planted.percent);
  expect(found.high).toBeGreaterThan(planted.percent);

  await page.getByRole("button", { name: "Check lock and data" }).click();
  await expect(page.getByText("Lock and data are as they were")).toBeVisible();

  await page.getByRole("button", { name: "Take out" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Take out" }).click();
  await expect(page.getByRole("heading", { name: "No measure to prove yet" })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row).toBeVisible();

  open.length = 0;
  await desk.app.close();
  const again = await launch({ project });
  open.push(again.app);
  await toProof(again.window);
  await expect(again.window.locator('tr[data-measure="New impeller"]')).toContainText("Proven");
  await expect(again.window.getByTestId("saving")).toBeVisible();
});

test("a trial is planned for the hours it needs, locked, exported, noted on and judged", async () => {
  const { app, window: page, assetId } = await pumpProject("imported");
  open.push(app);
  await toProof(page);
  await page.getByRole("button", { name: "Plan a trial" }).click();
  await page.getByRole("textbox", { name: "Name of the trial" }).fill("Valve at 70 %");
  await period(page, "Time without the measure", pump.from, pump.loss.from);
  await page.getByRole("textbox", { name: "First block begins" }).fill(written(pump.loss.from));
  await page.getByRole("combobox", { name: "Length of a block" }).click();
  await page.getByRole("option", { name: "8 h", exact: true }).click();
  await page.getByRole("textbox", { name: "Pairs of blocks" }).fill("8");
  await page.getByRole("button", { name: "How long must it run?" }).click();
  const weighed = page.getByTestId("weighed-trial");
  await expect(weighed).toContainText(/8 pairs of blocks of 8 h, 128 h in all/, { timeout: 30_000 });
  await expect(weighed.getByRole("button", { name: /^Block \d+, on,/ }).first()).toBeVisible();
  await page.getByRole("textbox", { name: "Locked by" }).fill("A. Meier");
  await page.getByRole("button", { name: "Lock the plan" }).click();
  const row = page.locator('tr[data-measure="Valve at 70 %"]');
  await expect(row).toContainText("Trial over, to be judged");

  const folder = freshFolder();
  const calendar = join(folder, "trial.ics");
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, calendar);
  await page.getByRole("button", { name: "Calendar (.ics)" }).click();
  await expect(page.getByText(`Written to ${calendar}`)).toBeVisible();
  expect(readFileSync(calendar, "utf8").match(/BEGIN:VEVENT/g)).toHaveLength(16);

  await page
    .getByRole("button", { name: /^Block 3,/ })
    .first()
    .click();
  await page.getByRole("textbox", { name: "Why" }).fill("standstill");
  await page.getByRole("textbox", { name: "Noted by" }).fill("B. Lin");
  await page.getByRole("button", { name: "Note it" }).click();
  await expect(page.getByTestId("deviations")).toContainText("standstill");
  await page.getByRole("button", { name: "Judge", exact: true }).click();
  // Nothing was switched in this log.
  await expect(page.getByTestId("trial-result")).toHaveAttribute("data-verdict", "not-proven", { timeout: 30_000 });
  await expect(page.getByTestId("trial-result")).toContainText("7 / 8");
  await expect(row).toContainText("Not proven");
  const [trial] = await askEngine(page, "trial", "list", { assetId });
  expect(trial!.deviations[0]).toMatchObject({ block: 2, what: "skipped", by: "B. Lin" });
});

test("the ledger is walked with the arrows; a reason that is missing keeps a verification from starting", async () => {
  const { app, window: page, assetId } = await pumpProject("imported");
  open.push(app);
  const plan = (await askEngine(page, "proof", "propose", { assetId }))!;
  const day = 86_400_000;
  for (const name of ["Older measure", "Newer measure"]) {
    const baseline = { ranges: [{ from: pump.from, to: pump.loss.from }] } as typeof plan.baseline;
    const { jobId } = await askEngine(page, "proof", "weigh", { ...plan, name, baseline });
    const job = async () => (await askEngine(page, "jobs", "list", {})).find(({ id }) => id === jobId)!.status;
    await expect.poll(async () => (await job()).state, { timeout: 30_000 }).toBe("done");
    const { draftId } = ((await job()) as { result: { draftId: string } }).result;
    await askEngine(page, "proof", "lock", { draftId, lockedBy: "A. Meier" });
  }
  await toProof(page);
  const older = page.locator('tr[data-measure="Older measure"]');
  const newer = page.locator('tr[data-measure="Newer measure"]');
  await expect(newer).toHaveAttribute("aria-selected", "true");
  await page.getByRole("table", { name: "Ledger of measures" }).locator("tbody").press("ArrowDown");
  await expect(older).toHaveAttribute("aria-selected", "true");
  await period(page, "Reporting period", pump.loss.from + day, pump.to);
  const verify = page.getByRole("button", { name: "Verify the saving" });
  await page.getByRole("button", { name: "Leave a time out" }).click();
  await expect(verify).toBeDisabled();
  await page.getByRole("textbox", { name: "Exclusions 1: Reason" }).fill("Commissioning");
  await verify.click();
  const saving = page.getByTestId("saving");
  await expect(saving).toHaveAttribute("data-verdict", "not-proven", { timeout: 60_000 });
  await expect(saving).toContainText("The plant used more than expected");
  await expect(saving).toContainText("Left out because of “Commissioning”");
});

import { expect, type Page, test } from "@playwright/test";
import { askEngine } from "./ask-engine.ts";
import { type Desk, sitDown } from "./desk.ts";
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

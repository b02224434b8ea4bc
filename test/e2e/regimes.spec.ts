import { expect, type Page, test } from "@playwright/test";
import { askEngine } from "./ask-engine.ts";
import type { Launched } from "./launch.ts";
import { type PumpProject, type PumpState, pumpProject } from "./pump-project.ts";

const open: Launched[] = [];
test.afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close();
});
async function pump(state: PumpState): Promise<PumpProject> {
  const project = await pumpProject(state);
  open.push(project);
  return project;
}
const toScreen = (page: Page, name: string) => page.getByRole("navigation", { name: "Screens" }).getByRole("button", { name }).click();

test("regimes are proposed before training, named and joined by a person, kept with the model and drawn behind its charts", async () => {
  const { window: page, assetId } = await pump("imported");
  await toScreen(page, "Health");
  const panel = page.getByRole("region", { name: "Operating regimes" });
  const table = panel.getByRole("table", { name: "Operating regimes" });
  await expect(table).toBeVisible({ timeout: 60_000 });
  await panel.scrollIntoViewIfNeeded();
  const names = table.getByRole("textbox");
  const before = await names.count();
  if (before > 1) {
    await table.getByRole("button", { name: "Join with the next" }).first().click();
    await expect(names).toHaveCount(before - 1);
  }
  await names.first().fill("usual load");
  await names.first().press("Enter");
  await page.getByRole("checkbox", { name: "Recommended" }).uncheck();
  await page.getByRole("checkbox", { name: "PCA (T² and SPE)" }).check();
  await page.getByRole("button", { name: "Train" }).last().click();
  await expect(page.getByRole("region", { name: "Score" })).toBeVisible({ timeout: 240_000 });
  const [model] = await askEngine(page, "health", "models", { assetId });
  expect(model!.features.regimes!.plan.regimes.map(({ name }) => name)).toContain("usual load");
  const legend = page.getByRole("region", { name: "Score" }).getByRole("switch", { name: "Show the operating regimes as bands" });
  await expect(legend).toBeChecked();
  await expect(page.locator('path[data-bands^="regime-"]').first()).toBeAttached();
  await legend.focus();
  await page.keyboard.press("Space");
  await expect(page.locator('path[data-bands^="regime-"]')).toHaveCount(0);
  await page.keyboard.press("Space");
  await toScreen(page, "Explore");
  await expect(page.locator('path[data-bands^="regime-"]').first()).toBeAttached();
});

import { expect, test } from "@playwright/test";
import { askEngine } from "./ask-engine.ts";
import type { Launched } from "./launch.ts";
import { pumpProject } from "./pump-project.ts";

const open: Launched[] = [];
test.afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close();
});

test("a network shows its loss while it learns, and afterwards what it learned by; settings tell the same", async () => {
  const info = test.info();
  test.setTimeout(300_000);
  const project = await pumpProject("imported");
  open.push(project);
  const { window: page, assetId } = project;
  await page.getByRole("navigation", { name: "Screens" }).getByRole("button", { name: "Health" }).click();
  await page.getByRole("textbox", { name: "Reference period, stretch 1, from" }).fill("2025-01-06 00:00", { timeout: 60_000 });
  await page.getByRole("textbox", { name: "Reference period, stretch 1, to" }).fill("2025-01-20 00:00");
  await page.getByRole("textbox", { name: "Reference period, stretch 1, to" }).press("Enter");
  await page.getByRole("checkbox", { name: "Recommended" }).uncheck();
  await page.getByRole("checkbox", { name: "Autoencoder (neural network)" }).check();
  await page.screenshot({ path: info.outputPath("families.png") });
  await page.getByRole("button", { name: "Train", exact: true }).click();
  const losses = page.getByRole("img", { name: /^Loss of the network after each of \d+ pass/ });
  await expect(losses).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/^pass \d+: loss while learning/)).toBeVisible();
  await page.screenshot({ path: info.outputPath("losses.png") });
  await expect(page.getByRole("navigation", { name: "Models" })).toBeVisible({ timeout: 180_000 });
  const [model] = await askEngine(page, "health", "models", { assetId });
  expect(model!.familyId).toBe("autoencoder");
  expect(model!.tensors!.gflops).toBeGreaterThan(0);
  await page.screenshot({ path: info.outputPath("model.png") });

  await page.keyboard.press("Control+,");
  const engine = page.getByRole("region", { name: "What runs here" });
  await expect(engine).toContainText(/(native|WebAssembly), 4\.\d+\.\d+.*billion operations a second/);
  await page.screenshot({ path: info.outputPath("settings.png") });
});

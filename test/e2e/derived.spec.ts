import { expect, type Page, test } from "@playwright/test";
import { askEngine } from "./ask-engine.ts";
import type { Launched } from "./launch.ts";
import { planted } from "./pump-log.ts";
import { type PumpState, pumpProject } from "./pump-project.ts";

const open: Launched[] = [];
test.afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close();
});
async function pump(state: PumpState) {
  const project = await pumpProject(state);
  open.push(project);
  return project;
}
const go = (page: Page, screen: string) =>
  page.getByRole("navigation", { name: "Screens" }).getByRole("button", { name: screen, exact: true }).click();

test("a tag is computed by a formula, drawn while it is typed, used like any tag, and says what rests on it", async () => {
  const { window: page, assetId } = await pump("trained");
  await go(page, "Explore");
  await page.getByRole("button", { name: "Derived tag", exact: true }).click();
  const form = page.getByRole("dialog", { name: "New derived tag" });
  await form.getByRole("textbox", { name: "Formula" }).fill("motor_power / flow +");
  await expect(form.getByText(/The formula ends at 21/)).toBeVisible();
  await expect(form.getByRole("button", { name: "Add the tag" })).toBeDisabled();
  await form.getByRole("textbox", { name: "Formula" }).fill("motor_power / flow");
  await expect(form.getByText(/Units fit: the values are in kWh\/m³/)).toBeVisible();
  await expect(form.locator('path[data-series="…"]')).toHaveAttribute("d", /L/);
  await form.getByRole("textbox", { name: "Name" }).fill("specific_power");
  await form.getByRole("textbox", { name: "Shown in" }).fill("Wh/m3");
  await form.getByRole("button", { name: "Add the tag" }).click();
  await expect(form).toBeHidden();
  await expect(page.locator('path[data-series="specific_power"]')).toHaveAttribute("d", /L/);
  const check = await askEngine(page, "efficiency", "checkFormula", { assetId, formula: "specific_power * flow" });
  expect(check.findings).toEqual([]);
  await go(page, "Health");
  await page.locator("button[data-new]").click();
  await expect(page.getByRole("checkbox", { name: /specific_power/ })).toBeChecked();
  const { jobId } = await askEngine(page, "health", "train", {
    assetId,
    tags: ["flow", "bearing_temperature", "specific_power"],
    reference: [{ from: planted.from, to: planted.loss.from }],
    families: [{ id: "pca" }],
    budget: { alertsPerWeek: 1 },
  });
  const state = async () => (await askEngine(page, "jobs", "list", {})).find(({ id }) => id === jobId)?.status.state;
  await expect.poll(state, { timeout: 60_000 }).toBe("done");
  await go(page, "Explore");
  await page.getByRole("button", { name: "Change specific_power" }).click();
  const edit = page.getByRole("dialog", { name: "Derived tag specific_power" });
  await expect(edit.getByText(/1 health model: .* They keep the definition/)).toBeVisible();
  await edit.getByRole("button", { name: "Remove", exact: true }).click();
  await page.getByRole("button", { name: "Remove for good" }).click();
  await expect(edit).toBeHidden();
  await expect(page.getByRole("button", { name: "Change specific_power" })).toHaveCount(0);
});

test("models stand side by side on one time axis, and the one to use is picked there", async () => {
  const { window: page, assetId } = await pump("trained");
  const [first] = await askEngine(page, "health", "models", { assetId });
  const { jobId } = await askEngine(page, "health", "train", {
    assetId,
    tags: first!.tags,
    reference: first!.reference,
    families: [{ id: "similarity" }],
    budget: { alertsPerWeek: 1 },
  });
  const state = async () => (await askEngine(page, "jobs", "list", {})).find(({ id }) => id === jobId)?.status.state;
  await expect.poll(state, { timeout: 90_000 }).toBe("done");
  await go(page, "Health");
  await page.getByRole("button", { name: "Contributions" }).click();
  await expect(page.getByRole("img", { name: /^Parts of the score over time of/ })).toBeVisible({ timeout: 20_000 });
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  const table = page.getByRole("table", { name: "Models by what is known of them" });
  await expect(table.getByRole("columnheader", { name: "Similarity twin" })).toBeVisible();
  await expect(table.getByRole("row", { name: /^Caught of all/ }).getByRole("cell")).toHaveCount(2);
  await expect(page.getByRole("img", { name: /episodes? of Similarity twin/ })).toBeVisible();
  await expect(page.locator(`path[data-series="${first!.id}"]`)).toHaveAttribute("d", /L/);
  await table.getByRole("columnheader", { name: /PCA/ }).getByRole("button", { name: "Use this one" }).click();
  await expect(table.getByRole("columnheader", { name: /PCA/ }).getByText("in use")).toBeVisible();
  const models = await askEngine(page, "health", "models", { assetId });
  expect(models.filter(({ active }) => active).map(({ id }) => id)).toEqual([first!.id]);
});

test("an end of the reference is moved on the chart, and what is too little to learn from is said before training", async () => {
  const { window: page } = await pump("imported");
  await go(page, "Health");
  const from = page.getByRole("textbox", { name: "Reference period, stretch 1, from" });
  const to = page.getByRole("textbox", { name: "Reference period, stretch 1, to" });
  await from.waitFor();
  await from.fill("2025-01-06 00:00");
  await to.fill("2025-01-20 00:00");
  await to.press("Enter");
  await expect(page.getByRole("region", { name: "Is it enough to learn from?" }).getByText("enough", { exact: true })).toBeVisible();
  const edge = page.getByRole("slider", { name: "Reference period, stretch 1, end" });
  const box = (await edge.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x - 30, box.y + box.height / 2);
  await page.mouse.up();
  await expect(to).not.toHaveValue("2025-01-20 00:00");
  await from.fill("2025-01-06 00:00");
  await to.fill("2025-01-06 00:20");
  await to.press("Enter");
  const told = page.getByRole("region", { name: "Is it enough to learn from?" });
  await expect(told.getByText("not enough")).toBeVisible();
  await expect(told.getByText("Make the reference longer", { exact: false })).toBeVisible();
});

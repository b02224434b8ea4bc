import { expect, type Page, test } from "@playwright/test";
import { askEngine } from "./ask-engine.ts";
import type { Launched } from "./launch.ts";
import { planted } from "./pump-log.ts";
import { type PumpProject, type PumpState, pumpProject, reopened } from "./pump-project.ts";

const open: Launched[] = [];
test.afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close();
});
async function pump(state: PumpState = "trained"): Promise<PumpProject> {
  const project = await pumpProject(state);
  open.push(project);
  return project;
}
const toHealth = (page: Page) => page.getByRole("navigation", { name: "Screens" }).getByRole("button", { name: "Health" }).click();
const episodeRows = (page: Page) => page.locator("tr[data-episode]");

/** The row of the episode that overlaps the planted fault. */
async function faultRow({ window: page, assetId }: PumpProject) {
  const [model] = (await askEngine(page, "health", "models", { assetId })).filter(({ familyId }) => familyId === "pca");
  const episodes = await askEngine(page, "health", "episodes", { modelId: model!.id });
  const found = episodes.filter(({ from, to }) => to > planted.fault.from && from < planted.fault.to);
  expect(found.length, "the planted fault is found").toBeGreaterThan(0);
  const longest = found.sort((a, b) => b.to - b.from - (a.to - a.from))[0]!;
  return page.locator(`tr[data-episode="${longest.id}"]`);
}

test("models are trained from what is proposed, and the planted fault is an episode that names its tag", async () => {
  const project = await pump("imported");
  const { window: page } = project;
  await toHealth(page);
  await expect(page.getByText("There is no health model for P-7 yet.")).toBeVisible();
  const constant = page.locator("li", { hasText: "site" }).getByRole("checkbox");
  await expect(constant, "a tag that never moves is left out, and told why").not.toBeChecked();
  await expect(page.getByText("always 7")).toBeVisible();
  // What is proposed may hold the loss; the person knows better and types the time.
  await page.getByRole("textbox", { name: "Reference period, stretch 1, from" }).waitFor();
  await page.getByRole("textbox", { name: "Reference period, stretch 1, from" }).fill("2025-01-06 00:00");
  await page.getByRole("textbox", { name: "Reference period, stretch 1, to" }).fill("2025-01-20 00:00");
  await page.getByRole("textbox", { name: "Reference period, stretch 1, to" }).press("Enter");
  await expect(page.getByText("14 d in all")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Recommended" }), "is what is proposed").toBeChecked();
  await page.getByRole("checkbox", { name: "PCA (T² and SPE)" }).check();
  await page.getByRole("button", { name: "Train 2 models" }).click();
  await expect(page.getByRole("navigation", { name: "Models" }).getByRole("button")).toHaveCount(3, { timeout: 120_000 });
  await page.getByRole("button", { name: "Show the model PCA (T² and SPE)" }).click();
  await (await faultRow(project)).click();
  await expect(page.getByTestId("episode-sentence")).toContainText(
    /bearing_temperature was on average 1\d(\.\d)? K above what .+ should give/,
  );
  await expect(page.getByRole("table", { name: "What it is made of" }).locator("tbody tr").first()).toContainText("bearing_temperature");
});

test("a reference that is too short is refused with what is missing, and nothing is kept", async () => {
  const project = await pump("imported");
  const { window: page } = project;
  await toHealth(page);
  await page.getByRole("textbox", { name: "Reference period, stretch 1, to" }).waitFor();
  await page.getByRole("textbox", { name: "Reference period, stretch 1, from" }).fill("2025-01-06 00:00");
  await page.getByRole("textbox", { name: "Reference period, stretch 1, to" }).fill("2025-01-06 03:00");
  await page.getByRole("textbox", { name: "Reference period, stretch 1, to" }).press("Enter");
  await page.getByRole("button", { name: "Train", exact: true }).click();
  const alert = page.getByRole("alert").filter({ hasText: "The training did not finish." });
  await expect(alert).toContainText(/The reference period holds \d+ usable rows; \d+ are needed/, { timeout: 60_000 });
  expect(await askEngine(page, "health", "models", { assetId: project.assetId })).toEqual([]);
});

test("a stretch dragged over the chart joins the reference period", async () => {
  const { window: page } = await pump("imported");
  await toHealth(page);
  await page.getByRole("button", { name: "Clear" }).click({ timeout: 30_000 });
  await expect(page.getByText("Choose a reference period.")).toBeVisible();
  const chart = page.getByRole("application", { name: /over time, with the periods chosen/ });
  const box = (await chart.boundingBox())!;
  const drag = async (from: number, to: number) => {
    await page.mouse.move(box.x + box.width * from, box.y + 60);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * to, box.y + 70, { steps: 4 });
    await page.mouse.up();
  };
  await drag(0.1, 0.3);
  await drag(0.5, 0.6);
  const starts = page.getByRole("textbox", { name: /^Reference period, stretch \d, from$/ });
  await expect(starts).toHaveCount(2);
  await drag(0.25, 0.55);
  await expect(starts, "stretches that overlap become one").toHaveCount(1);
  await expect(starts).toHaveValue(/^2025-01-08/);
  await expect(page.getByRole("textbox", { name: "Reference period, stretch 1, to" })).toHaveValue(/^2025-01-22/);
});

test("a verdict and its note, given with the keyboard, are there after a restart", async () => {
  const project = await pump();
  const { window: page } = project;
  await toHealth(page);
  const row = await faultRow(project);
  const rows = episodeRows(page);
  const ids = await rows.evaluateAll((all) => all.map((each) => each.getAttribute("data-episode")));
  const place = ids.indexOf(await row.getAttribute("data-episode"));
  for (let k = 0; k < place; k++) await page.keyboard.press("j");
  await expect(row).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("f");
  await expect(row).toContainText("fault");
  await page.keyboard.press("m");
  await page.keyboard.type("Bearing dry; greased.");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await noteOf(project, ids[place]!))?.note).toBe("Bearing dry; greased.");

  open.length = 0;
  await project.app.close();
  const again = await reopened(project);
  open.push(again);
  await toHealth(again.window);
  const kept = again.window.locator(`tr[data-episode="${ids[place]}"]`);
  await expect(kept).toContainText("fault");
  await kept.click();
  await expect(again.window.getByRole("textbox", { name: "Note" })).toHaveValue("Bearing dry; greased.");
});

const noteOf = async ({ window: page, assetId }: PumpProject, episodeId: string) => {
  const [model] = await askEngine(page, "health", "models", { assetId });
  return (await askEngine(page, "health", "episodes", { modelId: model!.id })).find(({ id }) => id === episodeId)?.verdict;
};

test("a verdict can be undone and taken back", async () => {
  const project = await pump();
  const { window: page } = project;
  await toHealth(page);
  const row = await faultRow(project);
  await row.click();
  await page.keyboard.press("n");
  await expect(row).toContainText("normal");
  await page.keyboard.press("u");
  await expect(row).toContainText("unclear");
  await page.keyboard.press("z");
  await expect(row).toContainText("normal");
  await page.keyboard.press("z");
  await expect(row).toContainText("not judged");
  await page.keyboard.press("f");
  await page.getByRole("button", { name: "Take back" }).click();
  await expect(row).toContainText("not judged");
});

test("another alert budget finds the episodes again and keeps the verdict", async () => {
  const project = await pump();
  const { window: page } = project;
  await toHealth(page);
  await (await faultRow(project)).click();
  await page.keyboard.press("f");
  await expect(page.getByText("1 judged")).toBeVisible();
  const limit = async () => (await askEngine(page, "health", "models", { assetId: project.assetId }))[0]!.limit;
  const before = await limit();
  const slider = page.getByRole("slider", { name: "Alerts per week" });
  await slider.focus();
  for (let k = 0; k < 4; k++) await slider.press("ArrowRight");
  await expect.poll(async () => (await limit()).alertsPerWeek).toBeGreaterThan(before.alertsPerWeek);
  expect((await limit()).value).toBeLessThan(before.value);
  await expect(await faultRow(project)).toContainText("fault");
});

test("a recommended model shows what every kind caught of planted faults, and the budget is chosen on the curve", async () => {
  const project = await pump("imported");
  const { window: page } = project;
  await toHealth(page);
  await page.getByRole("textbox", { name: "Reference period, stretch 1, from" }).waitFor();
  await page.getByRole("button", { name: "Train", exact: true }).click();
  const table = page.getByRole("table", { name: "Planted faults caught, by kind of model" });
  await expect(table).toBeVisible({ timeout: 120_000 });
  await expect(table.locator("thead th")).toHaveCount(5);
  await expect(table.getByRole("row", { name: /^Drift/ })).toContainText(/\d+ %/);
  const curve = page.getByRole("slider", { name: "Alert budget against faults caught" });
  await expect(curve).toHaveAttribute("aria-valuenow", "1");
  await curve.focus();
  await curve.press("ArrowRight");
  const asked = async () => (await askEngine(page, "health", "models", { assetId: project.assetId }))[0]!.limit.alertsPerWeek;
  await expect.poll(asked).toBe(2);
  await expect(curve).toHaveAttribute("aria-valuetext", /at most 2 per week: \d+ % of the planted faults caught/);
  const box = (await curve.boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.3, box.y + 60);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 12, box.y + 60, { steps: 4 });
  await page.mouse.up();
  await expect.poll(asked).toBe(100);
  await page.getByRole("button", { name: "Hide" }).click();
  await expect(table).toBeHidden();
  await expect(page.getByText(/\d+ % of \d+ planted faults caught at this budget/)).toBeVisible();
});

test("a model is removed only after a question, with everything it found", async () => {
  const project = await pump();
  const { window: page } = project;
  await toHealth(page);
  await page.getByRole("button", { name: "About this model" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("One row every 10 min.")).toBeVisible();
  await dialog.getByRole("button", { name: "Remove model" }).click();
  await expect(page.getByText(/is removed with its scores, \d+ episodes/)).toBeVisible();
  expect(await askEngine(page, "health", "models", { assetId: project.assetId })).toHaveLength(1);
  await page.getByRole("button", { name: "Remove model" }).last().click();
  await expect(page.getByText("There is no health model for P-7 yet.")).toBeVisible();
  expect(await askEngine(page, "health", "models", { assetId: project.assetId })).toEqual([]);
});

test("the health screen speaks Chinese throughout", async () => {
  const project = await pump();
  const { window: page } = project;
  await askEngine(page, "system", "change", { language: "zh" });
  await page.reload();
  await page.getByRole("navigation", { name: "界面" }).getByRole("button", { name: "健康" }).click();
  await expect(page.getByTestId("episode-sentence")).toContainText(/应有的值|模型预期/);
  const said = await page.locator("section[data-screen=health]").innerText();
  const names = /motor_power|bearing_temperature|ambient_temperature|valve_position|flow|PCA|SPE|score|kWh?|rpm/g;
  expect(said.replace(names, "").match(/[A-Za-z]{4,}/g)).toBeNull();
});

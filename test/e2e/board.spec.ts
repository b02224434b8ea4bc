import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { askEngine } from "./ask-engine.ts";
import { freshFolder } from "./desk.ts";
import type { Launched } from "./launch.ts";
import { planted } from "./pump-log.ts";
import { type PumpProject, pumpProject, reopened } from "./pump-project.ts";

const open: Launched[] = [];
test.afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close();
});

async function trained(): Promise<PumpProject> {
  const project = await pumpProject("trained");
  open.push(project);
  return project;
}
const toBoard = (page: Page) => page.getByRole("navigation", { name: "Screens" }).getByRole("button", { name: "Board" }).click();
const row = (page: Page, asset: string) => page.locator(`tr[data-asset="${asset}"]`);

async function finished(page: Page, jobId: string): Promise<void> {
  const state = async () => (await askEngine(page, "jobs", "list", {})).find(({ id }) => id === jobId)?.status.state;
  await expect.poll(state, { timeout: 60_000 }).toBe("done");
}

/** A second machine whose log ends ten days before the pump's; one of its sensors stands still for the last two days. */
async function addFan(page: Page): Promise<void> {
  const file = join(freshFolder(), "fan.csv");
  const lines = ["time,speed [rpm],vibration [mm/s],current [A]"];
  let state = 7;
  const noise = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0; // Numerical Recipes, 2nd ed., §7.1
    return state / 2 ** 32 - 0.5;
  };
  const rows = (planted.days - 10) * 144;
  for (let k = 0; k < rows; k++) {
    const vibration = k > rows - 288 ? 2.34 : 2 + noise();
    lines.push(`${new Date(planted.from + k * 600_000).toISOString()},${1480 + 10 * noise()},${vibration},${30 + 2 * noise()}`);
  }
  writeFileSync(file, `${lines.join("\n")}\n`);
  const { plan } = await askEngine(page, "importing", "preview", { files: [file] });
  await finished(page, (await askEngine(page, "importing", "start", { files: [file], plan, asset: { name: "F-3" } })).jobId);
}

test("the board shows the most urgent asset first, and stale data and dead sensors apart from what models find", async () => {
  const { window: page } = await trained();
  await addFan(page);
  await page.keyboard.press("Control+5");
  await expect(page.getByRole("table", { name: "Assets, the most urgent first" }).locator("tbody tr")).toHaveCount(2);
  await expect(row(page, "P-7")).toContainText("Case 1");
  await expect(row(page, "P-7")).toContainText("PCA");
  await expect(row(page, "F-3")).toContainText("Function check", { timeout: 20_000 });
  await expect(row(page, "F-3")).toContainText("10 d before the newest");
  await row(page, "F-3").click();
  await expect(page.getByText(/The log ends at 2025-01-23 23:50 UTC, 10 d before the newest data of the plant/)).toBeVisible();
  await expect(page.getByText(/vibration has stood on 2\.34 mm\/s since .* it moved before/)).toBeVisible();
  await expect(page.getByText("Nobody looks at F-3 yet")).toBeVisible();
  await page.getByRole("button", { name: "Train a model" }).click();
  await expect(page.getByText("There is no health model for F-3 yet.")).toBeVisible();
});

test("the board is gone through with the keyboard, and Enter opens the review at the latest episode", async () => {
  const { window: page } = await trained();
  await addFan(page);
  await toBoard(page);
  await expect(row(page, "F-3")).toBeVisible();
  await page.keyboard.press("/");
  await page.keyboard.type("p-7");
  await expect(row(page, "F-3")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(row(page, "F-3")).toBeVisible();
  await page.keyboard.press("Home");
  const first = page.locator("tr[data-asset]").first();
  await expect(first).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowDown");
  await expect(first).toHaveAttribute("aria-selected", "false");
  while ((await row(page, "P-7").getAttribute("aria-selected")) !== "true") await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("episode-sentence")).toBeVisible();
});

test("a case is described, closed with a verdict that its episodes get, and opened again after a night", async () => {
  const project = await trained();
  const { window: page, assetId } = project;
  await toBoard(page);
  const form = page.getByRole("region", { name: "Close the case" });
  await form.getByRole("button", { name: "Close the case" }).click();
  await expect(form.getByText("Choose a verdict first.")).toBeVisible();
  await form.getByLabel("Cause, in a few words").fill("bearing without grease");
  await form.getByLabel("What was done").fill("greased");
  const cause = async () => (await askEngine(page, "cases", "list", { assetId }))[0]!.case.cause;
  await expect.poll(cause, "what was typed is kept while the case is open").toBe("bearing without grease");
  await form.getByLabel("Cost").fill("350");
  await form.getByText("maintenance", { exact: true }).click();
  await form.getByRole("button", { name: "Close the case" }).click();
  const history = page.getByRole("region", { name: "Closed cases" });
  await expect(history).toContainText("bearing without grease");
  await expect(history).toContainText("350 EUR");
  const verdicts = async () => {
    const [model] = await askEngine(page, "health", "models", { assetId });
    const episodes = await askEngine(page, "health", "episodes", { modelId: model!.id });
    return [...new Set(episodes.map(({ verdict }) => verdict?.verdict))];
  };
  expect(await verdicts()).toEqual(["maintenance"]);
  await expect(page.getByText("P-7 has no open case")).toBeVisible();
  await expect(row(page, "P-7")).toContainText("Good");
  open.splice(open.indexOf(project), 1);
  await project.app.close();
  const next = await reopened(project);
  open.push(next);
  await toBoard(next.window);
  await next.window.getByRole("button", { name: "Open again" }).click();
  await next.window.getByRole("dialog").getByRole("button", { name: "Open again" }).click();
  await expect(row(next.window, "P-7")).toContainText("Case 1");
});

test("a model is saved to a file, retired, brought back, and removed only after a question", async () => {
  const { window: page, app, assetId } = await trained();
  await page.getByRole("navigation", { name: "Screens" }).getByRole("button", { name: "Health" }).click();
  const target = join(freshFolder(), "pump.opmodel");
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
  }, target);
  await page.getByRole("button", { name: "About this model" }).click();
  const card = page.getByRole("dialog").first();
  await expect(card.getByText("1, the first of its kind here")).toBeVisible();
  await card.getByRole("button", { name: "Save to a file …" }).click();
  await expect(card.getByText(/Saved to .*pump\.opmodel/)).toBeVisible();
  await card.getByRole("switch", { name: "Score new data by itself" }).click();
  await expect.poll(async () => (await askEngine(page, "health", "models", { assetId }))[0]!.scoresNew).toBe(true);
  await card.getByRole("button", { name: "Retire" }).click();
  await page.getByRole("dialog").last().getByRole("button", { name: "Retire" }).click();
  await expect(card.getByText(/Retired since/)).toBeVisible();
  await card.getByRole("button", { name: "Close" }).first().click();
  await toBoard(page);
  await expect(row(page, "P-7")).toContainText("Not watched");
  await page.getByRole("button", { name: "Open the review" }).click();
  await page.getByRole("button", { name: "New model" }).click();
  await page.getByRole("button", { name: "Model from a file …" }).click();
  const dialog = page.getByRole("dialog", { name: "Bring in a model" });
  await expect(dialog.getByText("as it is").first()).toBeVisible({ timeout: 30_000 });
  await dialog.getByRole("button", { name: "Bring in and score" }).click();
  await expect(page.getByRole("button", { name: "1 retired" })).toBeVisible({ timeout: 30_000 });
  await toBoard(page);
  await expect(row(page, "P-7")).toContainText("version 2");
});

test("the board speaks Chinese throughout", async () => {
  const { window: page } = await trained();
  await askEngine(page, "system", "change", { language: "zh" });
  await page.reload();
  await page.getByRole("navigation", { name: "界面" }).getByRole("button", { name: "看板" }).click();
  await expect(page.getByRole("region", { name: "关闭事件单" })).toBeVisible();
  const said = await page.locator("section[data-screen=board]").innerText();
  const names = /motor_power|bearing_temperature|ambient_temperature|valve_position|flow|PCA|SPE|NAMUR|Enter|UTC|EUR/g;
  expect(said.replace(names, "").match(/[A-Za-z]{4,}/g)).toBeNull();
});

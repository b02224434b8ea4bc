import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { askEngine } from "./ask-engine.ts";
import type { Launched } from "./launch.ts";
import { type PumpProject, type PumpState, pumpProject } from "./pump-project.ts";

const open: Launched[] = [];
test.afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close();
});
async function pump(state: PumpState = "trained"): Promise<PumpProject> {
  const project = await pumpProject(state);
  open.push(project);
  return project;
}
const toReport = (page: Page) => page.getByRole("navigation", { name: "Screens" }).getByRole("button", { name: "Report" }).click();
const compose = (page: Page) => page.getByRole("button", { name: "Compose", exact: true }).click();

/** Answers the next question for a file name. */
const saveTo = ({ app }: PumpProject, path: string) =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as typeof dialog.showSaveDialog;
  }, path);

test("a report is composed, looked at, and saved whole as HTML, PDF and Excel", async () => {
  const project = await pump();
  const { window: page } = project;
  await toReport(page);
  await expect(page.getByText("No report yet")).toBeVisible();
  await page.getByRole("textbox", { name: "Title" }).fill("Pump seven in winter");
  await page.getByRole("textbox", { name: "Author" }).fill("A. Engineer");
  await compose(page);
  const paper = page.frameLocator("iframe");
  await expect(paper.getByRole("heading", { name: "Pump seven in winter" })).toBeVisible({ timeout: 60_000 });
  await expect(paper.getByText("A. Engineer")).toBeVisible();
  await expect(paper.getByText("bearing_temperature").first()).toBeAttached();
  expect(await page.locator("iframe").getAttribute("sandbox"), "nothing in a report may run").toBe("");

  const folder = dirname(project.folder);
  const save = async (format: "HTML" | "PDF" | "Excel", path: string) => {
    await saveTo(project, path);
    await page.getByRole("button", { name: `Save as ${format}` }).click();
    await expect(page.locator(`[data-path="${path}"]`)).toBeVisible({ timeout: 60_000 });
    return readFileSync(path);
  };
  const html = (await save("HTML", join(folder, "r.html"))).toString("utf8");
  expect(html).toContain("Pump seven in winter");
  expect(html.trimEnd().endsWith("</html>")).toBe(true);
  expect(html).not.toMatch(/<script|src="http|href="http/);

  const pdf = (await save("PDF", join(folder, "r.pdf"))).toString("latin1");
  expect(pdf.startsWith("%PDF-")).toBe(true);
  expect(pdf.trimEnd().endsWith("%%EOF")).toBe(true);

  const xlsx = await save("Excel", join(folder, "r.xlsx"));
  expect(xlsx.subarray(0, 2).toString("latin1")).toBe("PK");
  expect(xlsx.lastIndexOf("PK\u0005\u0006"), "the archive has its end").toBeGreaterThan(xlsx.length - 100);
  expect(xlsx.toString("latin1")).toContain("xl/worksheets/");
});

test("a report holds what was chosen, in the language asked for, and is removed after a question", async () => {
  const project = await pump();
  const { window: page } = project;
  await toReport(page);
  await page.getByRole("checkbox", { name: "PCA (T² and SPE)" }).uncheck();
  await page.locator("label", { hasText: "中文" }).click();
  await page.getByRole("textbox", { name: "Title" }).fill("七号泵");
  await compose(page);
  const paper = page.frameLocator("iframe");
  await expect(paper.getByRole("heading", { name: "七号泵" })).toBeVisible({ timeout: 60_000 });
  const [report] = await askEngine(page, "report", "list", { assetId: project.assetId });
  expect(report!.request.healthModelIds).toEqual([]);
  expect(report!.request.efficiencyModelIds).toHaveLength(1);
  expect(report!.request.language).toBe("zh");

  await page.getByRole("button", { name: "Remove report" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove report" }).click();
  await expect(page.getByText("No report yet")).toBeVisible();
  expect(await askEngine(page, "report", "list", { assetId: project.assetId })).toEqual([]);
});

test("a report can speak of a part of the log only", async () => {
  const project = await pump("imported");
  const { window: page } = project;
  await toReport(page);
  await expect(page.getByText("No health model yet.")).toBeVisible();
  await page.locator("label", { hasText: "From … to …" }).click();
  await page.getByRole("textbox", { name: "Period, stretch 1, from" }).fill("2025-01-10 00:00");
  await page.getByRole("textbox", { name: "Period, stretch 1, to" }).fill("2025-01-12 00:00");
  await page.getByRole("textbox", { name: "Period, stretch 1, to" }).press("Tab");
  await compose(page);
  await expect(page.frameLocator("iframe").getByText("2025-01-10 00:00 – 2025-01-12 00:00").first()).toBeAttached({ timeout: 60_000 });
});

test("the report screen speaks Chinese throughout", async () => {
  const project = await pump();
  const { window: page } = project;
  await askEngine(page, "system", "change", { language: "zh" });
  await page.reload();
  await page.getByRole("navigation", { name: "界面" }).getByRole("button", { name: "报告" }).click();
  await expect(page.getByText("还没有报告")).toBeVisible();
  const [model] = await askEngine(page, "efficiency", "models", { assetId: project.assetId });
  const said = (await page.locator("section[data-screen=report]").innerText()).replace(model!.kpi.name, "");
  expect(said.replace("English", "").match(/[A-Za-z]{4,}/g)).toBeNull();
});

import { expect, type Page, test } from "@playwright/test";
import type { BaselinePeriod, ReportingPeriod } from "#shared/domain/efficiency.ts";
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
const toEfficiency = (page: Page) => page.getByRole("navigation", { name: "Screens" }).getByRole("button", { name: "Efficiency" }).click();
const formula = (page: Page) => page.getByRole("textbox", { name: "Formula" });

test("a formula is checked while it is typed: its unit, or where it is wrong", async () => {
  const { window: page } = await pump("imported");
  await toEfficiency(page);
  await formula(page).fill("motor_power / flow");
  await expect(page.getByText("Computes to kWh/m³")).toBeVisible();
  await formula(page).fill("motor_power / flo");
  await expect(page.locator('[data-code^="formula.tag-unknown"]')).toContainText("flow");
  await expect(page.getByRole("button", { name: "Learn and compare" })).toBeDisabled();
  await formula(page).fill("motor_power + flow");
  await expect(page.locator('[data-code="formula.units-differ"]')).toBeVisible();
  await formula(page).fill("motor_power / flow");
  await page.getByRole("combobox", { name: "Shown in" }).fill("kWh/t");
  await expect(page.getByText("kWh/t does not fit a formula in kWh/m³.")).toBeVisible();
});

test("a template is filled with tags by hand", async () => {
  const { window: page } = await pump("imported");
  await toEfficiency(page);
  await formula(page).fill("flow");
  await page.getByText("From a template").click();
  const choose = async (label: string, option: string | RegExp) => {
    await page.getByRole("combobox", { name: label, exact: true }).click();
    await page.getByRole("option", { name: option }).first().click();
  };
  await choose("Template", /^Specific energy/);
  await choose("Power taken", "motor_power");
  await choose("Flow or throughput", "flow");
  await page.getByRole("button", { name: "Use", exact: true }).click();
  await expect(formula(page)).toHaveValue("motor_power / flow");
});

test("the planted loss is found, priced, and still priced after a restart", async () => {
  const project = await pump("imported");
  const { window: page } = project;
  await toEfficiency(page);
  await page.getByText("Proposals for this asset").waitFor();
  await page.getByRole("textbox", { name: "Name" }).fill("Specific energy");
  await formula(page).fill("motor_power / flow");
  for (const tag of ["flow", "ambient_temperature"]) await page.getByRole("checkbox", { name: `${tag}: Relevant variable` }).check();
  const time = async (what: string, from: string, to: string) => {
    await page.getByRole("textbox", { name: `${what}, stretch 1, from` }).fill(from);
    await page.getByRole("textbox", { name: `${what}, stretch 1, to` }).fill(to);
    await page.getByRole("textbox", { name: `${what}, stretch 1, to` }).press("Enter");
  };
  await time("Reporting period", "2025-01-22 00:00", "2025-02-03 00:00");
  await time("Baseline period", "2025-01-06 00:00", "2025-01-22 00:00");
  await page.getByRole("button", { name: "Learn and compare" }).click();
  await expect(page.getByTestId("headline")).toContainText(/Specific energy was \d.* % higher than expected/, { timeout: 90_000 });
  const [model] = await askEngine(page, "efficiency", "models", { assetId: project.assetId });
  const { totals } = await askEngine(page, "efficiency", "result", { modelId: model!.id });
  expect(totals.lossPercent).toBeGreaterThan(planted.loss.percent * 0.85);
  expect(totals.lossPercent).toBeLessThan(planted.loss.percent * 1.15);

  await page.getByRole("textbox", { name: "Price per kWh" }).fill("0.2");
  await page.getByRole("textbox", { name: "Currency" }).fill("CNY");
  await page.getByRole("textbox", { name: "Hours per year" }).fill("8000");
  await page.getByRole("button", { name: "Show the value" }).click();
  const value = page.getByTestId("value");
  await expect(value).toContainText(/1 % is worth\s*[\d,]+ CNY per year/);
  const shown = await value.innerText();
  const money = (after: RegExp) => Number(after.exec(shown)![1]!.replaceAll(",", ""));
  const ratio = money(/costs\s*([\d,]+) CNY/) / money(/worth\s*([\d,]+) CNY/);
  expect(ratio, "the loss costs as many times one percent as it has percents").toBeCloseTo(totals.lossPercent, 0);

  open.length = 0;
  await project.app.close();
  const again = await reopened(project);
  open.push(again);
  await toEfficiency(again.window);
  await expect(again.window.getByTestId("headline")).toContainText("higher than expected");
  await expect(again.window.getByRole("textbox", { name: "Price per kWh" })).toHaveValue("0.2");
  await expect(again.window.getByTestId("value")).toContainText("CNY per year");
});

test("curves, days and the sum of the loss are drawn, and a zoom shows less of them", async () => {
  const project = await pump();
  const { window: page } = project;
  await toEfficiency(page);
  await expect(page.locator('[data-series="measured"]').first()).toBeVisible();
  await expect(page.locator('[data-series="cumulative"]').first()).toBeVisible();
  const widths = async () => {
    const path = (await page.locator('path[data-series="loss"]').getAttribute("d")) ?? "";
    return [...path.matchAll(/h([\d.]+)/g)].map((bar) => Number(bar[1]));
  };
  const [wide = 0, ...others] = await widths();
  expect(others.length, "the loss was planted on every one of twelve days").toBeGreaterThanOrEqual(10);
  const chart = page.getByRole("application", { name: "Measured against expected" });
  await chart.focus();
  await chart.press("+");
  await chart.press("+");
  await expect.poll(async () => (await widths())[0], { message: "a day is drawn wider" }).toBeGreaterThan(wide * 1.8);
  await page.getByRole("button", { name: "Whole period" }).click();
  await expect.poll(async () => (await widths())[0]).toBeCloseTo(wide, 0);
});

test("the best shown, the causes and advice stand beside the loss, and a tried setting is answered", async () => {
  const project = await pump("imported");
  const { window: page } = project;
  const [proposal] = await askEngine(page, "efficiency", "propose", { assetId: project.assetId });
  const { jobId } = await askEngine(page, "efficiency", "fit", {
    kpi: { ...proposal!.kpi, relevantVariables: ["flow", "ambient_temperature"], controllableTags: ["valve_position"] },
    baseline: { ranges: [{ from: planted.from, to: planted.loss.from }] } as BaselinePeriod,
    reporting: { ranges: [{ from: planted.loss.from, to: planted.to }] } as ReportingPeriod,
  });
  const state = async () => (await askEngine(page, "jobs", "list", {})).find(({ id }) => id === jobId)?.status.state;
  await expect.poll(state, { timeout: 60_000 }).toBe("done");
  await toEfficiency(page);
  await expect(page.locator('[data-series="frontier"]').first()).toBeVisible();
  const opportunity = page.getByTestId("opportunity");
  await expect(opportunity).toContainText(/\d.* % above the best shown/);
  const percent = Number(/([\d.]+) %/.exec(await opportunity.innerText())![1]);
  expect(percent, "nobody set anything better: what is above the best shown is the loss and the scatter of an hour").toBeLessThan(
    planted.loss.percent * 1.6,
  );
  expect(percent).toBeGreaterThan(planted.loss.percent * 0.85);

  const causes = page.getByRole("region", { name: "Why it differs from the baseline" });
  await expect(causes.getByText("The rest: loss")).toBeVisible();
  await causes.getByText("Shift", { exact: true }).first().click();
  await expect(causes.getByRole("row")).toHaveCount(4);
  await causes.getByRole("button", { name: "14 to 22 h" }).click();
  await expect(causes.getByRole("heading", { name: "14 to 22 h" })).toBeVisible();

  const advice = page.getByRole("region", { name: "What better settings would bring" });
  await expect(advice.locator('[data-code="advice.already-best"]')).toBeVisible();
  const tried = advice.getByRole("slider", { name: "Try valve_position" });
  const before = await advice.getByTestId("what-if").innerText();
  await tried.focus();
  for (let k = 0; k < 20; k++) await tried.press("ArrowLeft");
  await expect.poll(() => advice.getByTestId("what-if").innerText()).not.toBe(before);
});

test("settings keep typed bounds, losses are told by crew, in money and in CO2", async () => {
  const project = await pump("imported");
  const { window: page, assetId } = project;
  const [proposal] = await askEngine(page, "efficiency", "propose", { assetId });
  const { jobId } = await askEngine(page, "efficiency", "fit", {
    kpi: { ...proposal!.kpi, relevantVariables: ["flow", "ambient_temperature"], controllableTags: ["valve_position"] },
    baseline: { ranges: [{ from: planted.from, to: planted.loss.from }] } as BaselinePeriod,
    reporting: { ranges: [{ from: planted.loss.from, to: planted.to }] } as ReportingPeriod,
  });
  const state = async () => (await askEngine(page, "jobs", "list", {})).find(({ id }) => id === jobId)?.status.state;
  await expect.poll(state, { timeout: 60_000 }).toBe("done");
  await toEfficiency(page);
  const advice = page.getByRole("region", { name: "What better settings would bring" });
  await expect(advice.getByRole("img", { name: /against valve_position/ })).toBeVisible();
  await advice.getByRole("textbox", { name: "valve_position: Not above" }).fill("70");
  await advice.getByRole("button", { name: "Keep these bounds" }).click();
  const limits = async () => (await askEngine(page, "efficiency", "models", { assetId }))[0]!.kpi.limits;
  await expect.poll(limits).toEqual([{ tag: "valve_position", low: null, high: 70, ratePerHour: null }]);

  const causes = page.getByRole("region", { name: "Why it differs from the baseline" });
  await causes.getByText("Crew", { exact: true }).click();
  await causes.getByRole("button", { name: "Keep the rota" }).click();
  await expect(causes.getByRole("row")).toHaveCount(5);
  const whole = (
    await askEngine(page, "efficiency", "potential", { modelId: (await askEngine(page, "efficiency", "models", { assetId }))[0]!.id })
  ).split!;
  const crews = await askEngine(page, "efficiency", "splitBy", {
    modelId: (await askEngine(page, "efficiency", "models", { assetId }))[0]!.id,
    by: { kind: "crew" },
  });
  const loss = (groups: typeof crews) => groups.reduce((sum, { rest, throughput }) => sum + rest * throughput, 0);
  expect(loss(crews)).toBeCloseTo(loss(whole.groups.filter(({ kind }) => kind === "period")), 6);

  await page.getByRole("textbox", { name: "Price per kWh" }).fill("0.2");
  await page.getByRole("textbox", { name: "Energy carrier" }).fill("electricity");
  await page.getByRole("textbox", { name: "kg CO2 per kWh" }).fill("0.4");
  await expect(page.getByText("carrier, factor and source go together")).toBeVisible();
  await page.getByRole("textbox", { name: "Source of the factor" }).fill("supplier 2025");
  await page.getByRole("button", { name: "Show the value" }).click();
  await expect(page.getByTestId("co2")).toContainText("supplier 2025");
  await page.getByRole("button", { name: /^1 % is worth: / }).click();
  await expect(page.getByTestId("value")).toBeInViewport();
});

test("the efficiency screen speaks Chinese throughout", async () => {
  const project = await pump();
  const { window: page } = project;
  await askEngine(page, "system", "change", { language: "zh" });
  await page.reload();
  await page.getByRole("navigation", { name: "界面" }).getByRole("button", { name: "能效" }).click();
  await expect(page.getByTestId("headline")).toContainText("比预期高");
  const [model] = await askEngine(page, "efficiency", "models", { assetId: project.assetId });
  const said = await page.locator("section[data-screen=efficiency]").innerText();
  const names = new RegExp(
    [model!.kpi.name, model!.id, "motor_power", "bearing_temperature", "ambient_temperature", "valve_position", "flow", "RMSE"].join("|"),
    "g",
  );
  expect(said.replace(names, "").match(/[A-Za-z]{4,}/g)).toBeNull();
});

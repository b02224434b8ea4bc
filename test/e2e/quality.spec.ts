import { expect, type Page, test } from "@playwright/test";
import { askEngine } from "./ask-engine.ts";
import { sitDown } from "./desk.ts";
import { plainLog } from "./logs.ts";

const spikeRow = 12_345;
const wave = (row: number, k: number): number => 50 + 10 * Math.sin(row / (500 + 40 * k)) + Math.sin(row * (1.7 + k)) / 3;

/** Twenty thousand rows of ten seconds: one tag in good order, one that leaps once, one that is stuck for five hours, one that never moves. */
const log = () =>
  plainLog(["good", "leaping", "sticking", "still"], 20_000, 10_000, (row) => [
    wave(row, 0),
    row === spikeRow ? 400 : wave(row, 1),
    row >= 6000 && row < 7800 ? wave(6000, 2) : wave(row, 2),
    7,
  ]);

const tags = (page: Page) => page.getByRole("table", { name: /^(Tags|位号)$/ });
const rowOf = (page: Page, tag: string) => page.locator(`tr[data-tag="${tag}"]`);

async function begin(size = "1280x800") {
  const desk = await sitDown({ env: { ONEPERCENT_WINDOW: size } });
  await desk.createProject();
  await desk.importLog(log());
  await desk.page.getByRole("button", { name: "Look at the data quality" }).click();
  await expect(tags(desk.page)).toBeVisible({ timeout: 30_000 });
  return desk;
}

test.describe("data quality", () => {
  test("looks into the samples by itself, puts the worst first and leads to the place", async () => {
    const { page } = await begin();
    const order = await tags(page)
      .locator("tbody tr")
      .evaluateAll((rows) => rows.map((row) => row.getAttribute("data-tag")));
    expect(new Set(order.slice(0, 2))).toEqual(new Set(["leaping", "sticking"]));
    expect(order.slice(2)).toEqual(["still", "good"]);
    await expect(rowOf(page, "leaping")).toContainText("spikes");
    await expect(rowOf(page, "sticking")).toContainText("stuck");
    await expect(rowOf(page, "still")).toContainText("constant");
    await expect(rowOf(page, "good")).toContainText("fine");

    await rowOf(page, "leaping").click();
    await expect(page.getByText(/1 spike: .* The largest, 400 at 2024-01-02 10:17:30/)).toBeVisible();
    await page.getByRole("button", { name: "Show the place" }).click();
    await expect(page.getByTestId("visible-period")).toHaveText("2024-01-02 09:57:30 – 10:37:30 UTC");
    await expect(page.locator('path[data-series="leaping"]')).toHaveAttribute("d", /L/);
  });

  test("is walked and sorted with the keyboard, and kept for the next time", async () => {
    const { page } = await begin();
    await page.getByRole("button", { name: "Tag", exact: true }).click();
    await expect(tags(page).locator("tbody tr").first()).toHaveAttribute("data-tag", "good");
    await rowOf(page, "good").click();
    await tags(page).locator("tbody").focus();
    await page.keyboard.press("ArrowDown");
    await expect(rowOf(page, "leaping")).toHaveAttribute("aria-selected", "true");
    await page.getByPlaceholder("Search tags, units or remarks").fill("stuck");
    await expect(tags(page).locator("tbody tr")).toHaveCount(1);
    await expect(rowOf(page, "sticking")).toHaveAttribute("aria-selected", "true");
    const looks = async () => (await askEngine(page, "jobs", "list", {})).filter(({ kind }) => kind === "quality").length;
    expect(await looks()).toBe(1);
    await page.reload();
    await page.getByRole("button", { name: "Data quality", exact: true }).first().click();
    await expect(rowOf(page, "leaping")).toBeVisible();
    expect(await looks()).toBe(1);
  });
});

import { expect, type Page, test } from "@playwright/test";
import { referenceData } from "../data/reference.ts";
import { looks, type Sitting, seen } from "./looks.ts";
import { type Plant, preparedPlant, type Wish } from "./prepared-plant.ts";

const skabLog = referenceData("skab/valve1/0.csv");
const second = 1000;
const plants: readonly Wish[] = [
  { name: "sample", families: ["similarity", "pca"] },
  // The first 400 rows are the ones the benchmark calls normal; its last two columns are the truth.
  ...(skabLog
    ? [
        {
          name: "skab-valve",
          log: skabLog,
          notTags: ["anomaly", "changepoint"],
          reference: (from: number) => [{ from, to: from + 430 * second }],
          families: ["similarity", "pca"],
        },
      ]
    : []),
];

for (const wish of plants) {
  test.describe(wish.name, () => {
    let plant: Plant;
    test.beforeAll(async () => {
      plant = await preparedPlant(wish);
    });
    for (const look of looks)
      test(`health screens, ${look.language}, ${look.theme}, ${look.size}`, async () => {
        await seen(plant, look, pictures);
      });
  });
}

async function pictures({ page, say, take, screen }: Sitting): Promise<void> {
  // Some buttons carry a count behind their name.
  const press = (name: string) =>
    page
      .getByRole("button", { name: new RegExp(`^${name}( \\d+|\\d*)$`) })
      .first()
      .click();
  await screen("board");
  await take("board");
  await screen("health");
  await expect(page.locator("[data-model]").first()).toBeVisible();
  await take("review");
  await press(say("health.statistics.show"));
  await press(say("health.strip.show"));
  await expect(page.getByRole("img", { name: new RegExp(say("health.strip.label", { tags: "" }).trim().split(" ")[0]!) })).toBeVisible({
    timeout: 60_000,
  });
  await take("statistics");
  await press(say("health.statistics.show"));
  await press(say("health.strip.show"));
  await press(say("health.drills.show"));
  await take("drills");
  await press(say("health.drills.hide"));
  await press(say("health.model.about"));
  await take("card");
  await page.keyboard.press("Escape");
  await press(say("health.compare.open"));
  await take("compare");
  await scrolled(page, say("health.compare.table"));
  await take("compare-table");
  await press(say("health.compare.back"));
  await page.locator("button[data-new]").click();
  await expect(
    page.getByRole("region", { name: say("health.sufficiency.title") }).getByText(say("health.sufficiency.enough"), { exact: true }),
  ).toBeVisible({
    timeout: 60_000,
  });
  await take("train");
  await page.getByRole("region", { name: say("health.families.title") }).scrollIntoViewIfNeeded();
  await take("train-below");
  await screen("explore");
  await press(say("derived.new"));
  await page.getByRole("dialog").getByLabel(say("derived.template"), { exact: true }).first().click();
  await page.getByRole("option", { name: say("derived.template.moving-mean") }).click();
  await expect(page.getByRole("dialog").locator("[data-series]").first()).toBeAttached({ timeout: 20_000 });
  await take("derived");
}

async function scrolled(page: Page, table: string): Promise<void> {
  await page.getByRole("table", { name: table }).locator("tbody tr").last().scrollIntoViewIfNeeded();
}

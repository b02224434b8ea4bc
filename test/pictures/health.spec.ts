import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { say as words } from "#shared/language/index.ts";
import type { Language } from "#shared/language/sentence.ts";
import { root } from "../../build/root.ts";
import { referenceData } from "../data/reference.ts";
import { askEngine } from "../e2e/ask-engine.ts";
import { launch } from "../e2e/launch.ts";
import { type Plant, preparedPlant, type Wish } from "./prepared-plant.ts";

/** Where the pictures go; another place through PICTURES_OUT. PICTURES_PROJECTS keeps the projects between runs. */
const out = process.env.PICTURES_OUT ?? join(root, "test-results/pictures");

const looks = [
  { language: "en", theme: "light", size: "1280x800" },
  { language: "zh", theme: "dark", size: "1280x800" },
  { language: "en", theme: "dark", size: "1920x1080" },
  { language: "zh", theme: "light", size: "1920x1080" },
] as const satisfies readonly { language: Language; theme: string; size: string }[];

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
        await pictures(plant, look);
      });
  });
}

async function pictures(plant: Plant, { language, theme, size }: (typeof looks)[number]): Promise<void> {
  const { app, window: page } = await launch({ project: plant.folder, env: { ONEPERCENT_WINDOW: size } });
  const say = (key: Parameters<typeof words>[1], data: Parameters<typeof words>[2] = {}) => words(language, key, data);
  const take = async (name: string): Promise<void> => {
    await page.waitForTimeout(700); // curves settle
    mkdirSync(out, { recursive: true });
    await page.screenshot({ path: join(out, `${plant.name}-${name}-${language}-${theme}-${size}.png`) });
  };
  // Some buttons carry a count behind their name.
  const press = (name: string) =>
    page
      .getByRole("button", { name: new RegExp(`^${name}( \\d+|\\d*)$`) })
      .first()
      .click();
  const screen = (name: "board" | "health" | "explore") =>
    page
      .getByRole("navigation", { name: say("app.navigation") })
      .getByRole("button", { name: say(`app.screen.${name}`) })
      .click();
  try {
    await expect(page.getByText(/Engine: ready|引擎：就绪/)).toBeVisible();
    await askEngine(page, "system", "change", { language, theme });
    await page.reload();
    await expect(page.getByRole("navigation", { name: say("app.navigation") })).toBeVisible();
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
  } finally {
    await app.close();
  }
}

async function scrolled(page: Page, table: string): Promise<void> {
  await page.getByRole("table", { name: table }).locator("tbody tr").last().scrollIntoViewIfNeeded();
}

import { expect, test } from "@playwright/test";
import { looks, type Sitting, seen } from "./looks.ts";
import { type Plant, preparedPlant } from "./prepared-plant.ts";

let plant: Plant;
test.beforeAll(async () => {
  plant = await preparedPlant({ name: "savings", families: ["pca"], savings: true });
});
for (const look of looks)
  test(`efficiency and proof screens, ${look.language}, ${look.theme}, ${look.size}`, async () => {
    await seen(plant, look, pictures);
  });

async function pictures({ page, say, take, screen }: Sitting): Promise<void> {
  await screen("efficiency");
  await expect(page.getByTestId("headline")).toBeVisible({ timeout: 60_000 });
  await take("efficiency");
  for (const [name, title] of [
    ["value", "efficiency.value.title"],
    ["causes", "efficiency.split.title"],
    ["advice", "efficiency.advice.title"],
  ] as const) {
    await page
      .getByText(say(title), { exact: true })
      .first()
      .evaluate((element) => element.scrollIntoView({ block: "start" }));
    await take(name);
  }
  await screen("proof");
  await expect(page.getByTestId("saving")).toBeVisible({ timeout: 60_000 });
  await take("proof");
  await page.getByRole("button", { name: say("trial-view.plan") }).click();
  await take("trial-form");
}

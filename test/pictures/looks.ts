import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { say as words } from "#shared/language/index.ts";
import type { Language } from "#shared/language/sentence.ts";
import { root } from "../../build/root.ts";
import { askEngine } from "../e2e/ask-engine.ts";
import { launch } from "../e2e/launch.ts";
import type { Plant } from "./prepared-plant.ts";

/** Where the pictures go; another place through PICTURES_OUT. PICTURES_PROJECTS keeps the projects between runs. */
const out = process.env.PICTURES_OUT ?? join(root, "test-results/pictures");

interface Look {
  readonly language: Language;
  readonly theme: "light" | "dark";
  readonly size: string;
}

export const looks = [
  { language: "en", theme: "light", size: "1280x800" },
  { language: "zh", theme: "dark", size: "1280x800" },
  { language: "en", theme: "dark", size: "1920x1080" },
  { language: "zh", theme: "light", size: "1920x1080" },
] as const satisfies readonly Look[];

/** A window on a plant, in one look. */
export interface Sitting {
  readonly page: Page;
  readonly say: (key: Parameters<typeof words>[1], data?: Parameters<typeof words>[2]) => string;
  /** Takes a picture once curves have settled. */
  take(name: string): Promise<void>;
  screen(name: "board" | "health" | "explore" | "efficiency" | "proof"): Promise<void>;
}

/** Opens the window, shows the work in it, and closes it. */
export async function seen(plant: Plant, { language, theme, size }: Look, work: (sitting: Sitting) => Promise<void>): Promise<void> {
  const { app, window: page } = await launch({ project: plant.folder, env: { ONEPERCENT_WINDOW: size } });
  const say: Sitting["say"] = (key, data = {}) => words(language, key, data);
  try {
    await expect(page.getByText(/Engine: ready|引擎：就绪/)).toBeVisible();
    await askEngine(page, "system", "change", { language, theme });
    await page.reload();
    await expect(page.getByRole("navigation", { name: say("app.navigation") })).toBeVisible();
    await work({
      page,
      say,
      async take(name) {
        await page.waitForTimeout(700);
        mkdirSync(out, { recursive: true });
        await page.screenshot({ path: join(out, `${plant.name}-${name}-${language}-${theme}-${size}.png`) });
      },
      screen: (name) =>
        page
          .getByRole("navigation", { name: say("app.navigation") })
          .getByRole("button", { name: say(`app.screen.${name}`) })
          .click(),
    });
  } finally {
    await app.close();
  }
}

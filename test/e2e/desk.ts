import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { type Launched, type LaunchOptions, launch } from "./launch.ts";

/** A person at the window: the steps that more than one story begins with. */
export interface Desk extends Launched {
  readonly page: Page;
  /** What the system's dialogs for files and folders answer from now on. */
  chooseNext(...paths: string[]): Promise<void>;
  go(screen: "Project" | "Import" | "Explore" | "Health" | "Efficiency" | "Report" | "Settings"): Promise<void>;
  /** Makes a project through the start screen; returns its folder. */
  createProject(name?: string): Promise<string>;
  /** Opens files in the import screen of the open project. */
  openLog(...files: string[]): Promise<void>;
  /** Opens files, agrees to what was understood, waits for the report. */
  importLog(...files: string[]): Promise<void>;
}

export const freshFolder = (): string => mkdtempSync(join(tmpdir(), "onepercent-desk-"));

const open: Launched[] = [];
test.afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close();
});

/** Starts the program; it is closed when the test ends. */
export async function sitDown(options?: LaunchOptions): Promise<Desk> {
  const launched = await launch(options);
  open.push(launched);
  const { app, window: page } = launched;
  await expect(page.getByText(/Engine: ready|引擎：就绪/)).toBeVisible();
  const chooseNext = (...paths: string[]) =>
    app.evaluate(({ dialog }, filePaths) => {
      dialog.showOpenDialog = async () => ({ canceled: filePaths.length === 0, filePaths });
    }, paths);
  const go: Desk["go"] = (screen) => page.getByRole("button", { name: screen, exact: true }).first().click();
  const openLog: Desk["openLog"] = async (...files) => {
    await go("Import");
    const another = page.getByRole("button", { name: "Import another log" });
    if (await another.isVisible()) await another.click();
    await chooseNext(...files);
    await page.getByRole("button", { name: "Choose files …" }).click();
    await expect(page.getByRole("region", { name: "What the first rows become" })).toBeVisible({ timeout: 15_000 });
  };
  return {
    ...launched,
    page,
    chooseNext,
    go,
    async createProject(name = "Pump station") {
      const place = freshFolder();
      await page.getByRole("button", { name: "New empty project …" }).click();
      const dialog = page.getByRole("dialog", { name: "New project" });
      await dialog.getByLabel("Name").fill(name);
      await dialog.getByLabel("Where to put it").fill(place);
      await dialog.getByRole("button", { name: "Create project" }).click();
      await expect(page.getByText("What to do next")).toBeVisible();
      return join(place, name);
    },
    openLog,
    async importLog(...files) {
      await openLog(...files);
      await page.getByTestId("start-import").click();
      await expect(page.getByText(/What became of/)).toBeVisible({ timeout: 30_000 });
    },
  };
}

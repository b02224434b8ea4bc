import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { freshFolder, sitDown } from "./desk.ts";
import { plainLog } from "./logs.ts";

test.describe("projects", () => {
  test("the start screen says what this is and how to begin; a new project says what to do next", async () => {
    const { page, createProject } = await sitDown();
    for (const name of [/Try the sample plant/, /Open a log/, /Open a project/])
      await expect(page.getByRole("button", { name })).toBeVisible();
    const folder = await createProject("North station");
    expect(existsSync(join(folder, "catalog.sqlite"))).toBe(true);
    await expect(page.getByText("Nothing imported yet. Drop a log anywhere on this window.")).toBeVisible();
    await page.getByRole("button", { name: /Import a log of the machine/ }).click();
    await expect(page.getByText("Drop a log here, or anywhere on the window")).toBeVisible();
  });

  test("screens that need a project or data say so and lead there", async () => {
    const { page, go, createProject } = await sitDown();
    await go("Explore");
    await expect(page.getByText("Open a project first")).toBeVisible();
    await page.getByRole("button", { name: "Go to Project" }).click();
    await createProject();
    await page.keyboard.press("Control+3");
    await expect(page.getByRole("region", { name: "Explore" }).getByText("Nothing imported yet")).toBeVisible();
  });

  test("a recent project opens with one click; one whose folder has gone is marked and can be taken off the list", async () => {
    const { page, createProject } = await sitDown();
    const kept = await createProject("Kept");
    await page.getByRole("button", { name: "Close project" }).click();
    const gone = await createProject("Gone");
    await page.getByRole("button", { name: "Close project" }).click();
    rmSync(gone, { recursive: true });
    await page.reload();
    const recent = page.getByRole("region", { name: "Recent projects" });
    await expect(recent.getByText(`folder not found: ${gone}`)).toBeVisible();
    await expect(recent.getByRole("button", { name: "Gone", exact: true })).toBeDisabled();
    await recent.getByRole("button", { name: "Remove Gone from the list; the folder stays" }).click();
    await expect(recent.getByText(gone)).toBeHidden();
    await recent.getByRole("button", { name: "Kept", exact: true }).click();
    await expect(page.getByText(kept)).toBeVisible();
  });

  test("a folder that is no project, and a damaged one, are refused in a sentence and left as they are", async () => {
    const { page, chooseNext } = await sitDown();
    const empty = freshFolder();
    await chooseNext(empty);
    await page.getByRole("button", { name: /Open a project/ }).click();
    await expect(page.getByRole("alert")).toContainText("This project was not opened, and nothing in it was changed");

    const damaged = freshFolder();
    const bytes = Buffer.alloc(8192, "not a database at all ");
    writeFileSync(join(damaged, "catalog.sqlite"), bytes);
    await chooseNext(damaged);
    await page.getByRole("button", { name: /Open a project/ }).click();
    await expect(page.getByRole("alert")).toContainText(damaged);
    expect(readFileSync(join(damaged, "catalog.sqlite")).equals(bytes)).toBe(true);
    await expect(page.getByText("No project open")).toBeVisible();
  });

  test("a folder that holds something else is not made a project", async () => {
    const { page } = await sitDown();
    const place = freshFolder();
    mkdirSync(join(place, "Taken"));
    writeFileSync(join(place, "Taken", "letter.txt"), "Dear Anna");
    await page.getByRole("button", { name: "New empty project …" }).click();
    const dialog = page.getByRole("dialog", { name: "New project" });
    await dialog.getByLabel("Name").fill("Taken");
    await dialog.getByLabel("Where to put it").fill(place);
    await expect(dialog.getByText(`Everything will be kept in ${join(place, "Taken")}`)).toBeVisible();
    await dialog.getByRole("button", { name: "Create project" }).click();
    await expect(dialog.getByRole("alert")).toBeVisible();
    expect(readFileSync(join(place, "Taken", "letter.txt"), "utf8")).toBe("Dear Anna");
  });

  test("the sample plant is built with progress and can be looked at", async () => {
    const home = freshFolder();
    const { page, go } = await sitDown({ env: { HOME: home, USERPROFILE: home } });
    await page.getByRole("button", { name: /Try the sample plant/ }).click();
    await expect(page.getByRole("region", { name: "Work in progress" }).getByText("Building the sample plant")).toBeVisible();
    await expect(page.getByText("No work in progress")).toBeVisible({ timeout: 90_000 });
    await expect(page.getByRole("region", { name: "Assets" }).getByRole("row")).toHaveCount(2);
    await go("Explore");
    await expect(page.locator("path[data-series]").first()).toHaveAttribute("d", /M.*L/, { timeout: 15_000 });
  });

  test("an asset is renamed, an import is removed after a question, and the tags go with it", async () => {
    const { page, go, createProject, importLog } = await sitDown();
    await createProject();
    await importLog(plainLog(["flow"], 50, 60_000, (row) => [Math.sin(row)]));
    await go("Project");
    await page.getByRole("button", { name: /^Rename / }).click();
    await page.getByLabel("Name of the asset").fill("P-101");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("region", { name: "Assets" }).getByRole("button", { name: "P-101", exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Remove the import of log.csv" }).click();
    await expect(page.getByText("The log file itself stays where it is.")).toBeVisible();
    await page.getByRole("dialog").getByRole("button", { name: "Remove", exact: true }).click();
    await expect(page.getByText("Nothing imported yet. Drop a log anywhere on this window.")).toBeVisible();
    await go("Explore");
    await expect(page.getByText("P-101 has no tags yet")).toBeVisible();
  });

  test("a project that was copied elsewhere opens there", async () => {
    const { page, createProject, importLog, chooseNext, go } = await sitDown();
    const folder = await createProject("Original");
    await importLog(plainLog(["flow"], 50, 60_000, (row) => [Math.sin(row)]));
    await go("Project");
    await page.getByRole("button", { name: "Close project" }).click();
    const copy = join(freshFolder(), "Copy");
    cpSync(folder, copy, { recursive: true });
    await chooseNext(copy);
    await page.getByRole("button", { name: /Open a project/ }).click();
    await expect(page.getByText(copy)).toBeVisible();
    await expect(page.getByRole("region", { name: "Imports" }).getByText("log.csv")).toBeVisible();
  });
});

import { expect, test } from "@playwright/test";
import { sitDown } from "./desk.ts";

test.describe("settings", () => {
  test("the language changes the whole window at once, and the next start remembers it", async () => {
    const { page, go, userData, app } = await sitDown();
    await go("Settings");
    await page.getByText("中文", { exact: true }).click();
    await expect(page.getByRole("button", { name: "项目", exact: true })).toBeVisible();
    await expect(page.getByText("引擎：就绪")).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
    await app.close();
    const { page: again } = await sitDown({ env: { ONEPERCENT_USER_DATA: userData } });
    await expect(again.getByRole("button", { name: /试用示例工厂/ })).toBeVisible();
    await again.getByRole("button", { name: "设置", exact: true }).click();
    await again.getByText("English", { exact: true }).click();
    await expect(again.getByRole("button", { name: "Project", exact: true })).toBeVisible();
  });

  test("dark and light can be chosen, and neither changes the language", async () => {
    const { page, go } = await sitDown();
    await go("Settings");
    await page.getByText("中文", { exact: true }).click();
    await page.getByText("深色", { exact: true }).click();
    await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
    await page.getByText("浅色", { exact: true }).click();
    await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "light");
    await expect(page.getByRole("button", { name: "设置", exact: true })).toBeVisible();
  });

  test("what runs here, why there is no network, and an audit chain that holds", async () => {
    const { page, go, createProject } = await sitDown();
    await go("Settings");
    await expect(page.getByRole("region", { name: "What runs here" })).toContainText(/Samples \(DuckDB\)\s*v?1\.\d/);
    await expect(page.getByRole("region", { name: "Network: none" })).toContainText("No host name is ever resolved");
    await go("Project");
    await createProject("Audited");
    await page.keyboard.press("Control+,");
    const audit = page.getByRole("region", { name: "Audit chain of this project" });
    await expect(audit.getByText("Intact")).toBeVisible();
    await expect(audit.getByText("Project created")).toBeVisible();
  });

  test("everything on the way can be reached with the keyboard alone", async () => {
    const { page } = await sitDown();
    const reached: string[] = [];
    await page.locator("body").click({ position: { x: 700, y: 700 } });
    for (let step = 0; step < 14; step++) {
      await page.keyboard.press("Tab");
      reached.push(await page.evaluate(() => document.activeElement?.textContent?.trim() ?? ""));
    }
    for (const name of ["Project", "Import", "Explore", "Health", "Efficiency", "Report", "Settings"]) expect(reached).toContain(name);
    expect(reached.some((text) => text.startsWith("Try the sample plant"))).toBe(true);
    await page.keyboard.press("Control+2");
    await expect(page.getByText("Open a project first")).toBeVisible();
  });
});

import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { freshFolder, sitDown } from "./desk.ts";
import { germanLog, largeLog, plainLog, writeLog } from "./logs.ts";

const tile = (page: Page, name: string) => page.locator(`[data-tile]`, { hasText: name });

test.describe("importing", () => {
  test("a log with decimal commas, units, words, a gap, a double row and half a line is understood and accounted for", async () => {
    const { page, createProject, openLog } = await sitDown();
    await createProject();
    await openLog(germanLog());
    await expect(page.getByTestId("first-time")).toContainText(/Wednesday,? 13 March 2024 at 06:00:00/);
    await expect(page.getByLabel("Delimiter")).toHaveValue(";");
    await expect(page.getByLabel("Decimal sign")).toHaveValue(",");
    await expect(page.getByLabel("Encoding")).toHaveValue("windows-1252");
    await expect(page.getByLabel("Tag of column 4")).toHaveValue("Öltemperatur");
    await expect(page.getByLabel("Unit of Durchfluss")).toHaveValue("m³/h");
    await page.getByTestId("start-import").click();

    await expect(page.getByText("What became of förderpumpe.csv")).toBeVisible();
    await expect(page.getByText("200 rows are in förderpumpe")).toBeVisible();
    await expect(tile(page, "Gaps")).toContainText("1");
    await expect(tile(page, "Gaps")).toContainText("longest 2 h");
    await expect(tile(page, "Rows that repeat a time")).toContainText("1");
    await expect(tile(page, "Rejected lines")).toContainText("2");
    const columns = page.getByRole("region", { name: "Columns" });
    await expect(columns.getByRole("row", { name: /Durchfluss/ })).toContainText("I/O Timeout");
    await expect(page.getByRole("region", { name: "Rejected lines" })).toContainText("*** Neustart der Steuerung ***");
    await page.getByRole("button", { name: "All rejected lines" }).click();
    await expect(page.getByRole("dialog")).toContainText("Neustart der Steuerung");
  });

  test("day and month read the wrong way round are corrected in place, and the preview follows", async () => {
    const { page, createProject, openLog } = await sitDown();
    await createProject();
    const rows = Array.from({ length: 12 }, (_, k) => `03/${String(k + 1).padStart(2, "0")}/2024 08:00:00,${10 + k}`);
    await openLog(writeLog("ambiguous.csv", `time,level\n${rows.join("\n")}\n`));
    const format = page.getByRole("combobox", { name: "Written as" });
    const first = page.getByTestId("first-time");
    const wasDayFirst = (await format.inputValue()).startsWith("D");
    await expect(first).toContainText(wasDayFirst ? "3 January 2024" : "1 March 2024");
    await format.fill(wasDayFirst ? "MM/DD/YYYY HH:mm:ss" : "DD/MM/YYYY HH:mm:ss");
    await expect(first).toContainText(wasDayFirst ? "1 March 2024" : "3 January 2024");
    await format.fill("YYYY/MM/DD");
    await expect(page.getByText("No time could be read. Check the columns and how they are written.")).toBeVisible();
    await page.getByRole("button", { name: "Back to the first guess" }).click();
    await expect(first).toContainText(wasDayFirst ? "3 January 2024" : "1 March 2024");
  });

  test("names, units, kinds and words for no sample are corrected where they stand", async () => {
    const { page, createProject, openLog } = await sitDown();
    await createProject();
    const rows = Array.from({ length: 40 }, (_, k) => `2024-01-01 00:${String(k).padStart(2, "0")}:00,${k === 7 ? "kaputt" : 5 + k},${k}`);
    await openLog(writeLog("words.csv", `time,p,counter\n${rows.join("\n")}\n`));
    const cell = page.getByRole("cell", { name: "kaputt" });
    await expect(cell).toHaveAttribute("data-bad", "true");
    await page.getByPlaceholder("Words or numbers; Enter adds one").fill("kaputt");
    await page.keyboard.press("Enter");
    await expect(cell).not.toHaveAttribute("data-bad");
    await expect(cell).toHaveAttribute("data-missing", "true");
    await page.getByLabel("Tag of column 2").fill("outlet_pressure");
    await page.getByLabel("Unit of outlet_pressure").fill("bar");
    await page.getByLabel("What counter is").selectOption("skip");
    await page.getByLabel("Name of the new asset").fill("Boiler 2");
    await page.getByTestId("start-import").click();
    await expect(page.getByText("40 rows are in Boiler 2")).toBeVisible();
    const columns = page.getByRole("region", { name: "Columns" });
    await expect(columns.getByRole("row", { name: /outlet_pressure bar/ })).toContainText("39");
    await expect(columns.getByText("counter")).toBeHidden();
  });

  test("another delimiter cuts the columns anew and back again", async () => {
    const { page, createProject, openLog } = await sitDown();
    await createProject();
    await openLog(plainLog(["flow", "level"], 30, 1000, (row) => [row, 2 * row]));
    await page.getByLabel("Delimiter").selectOption(";");
    await expect(page.getByText(/No column is read as numbers yet|The file cannot be read this way/)).toBeVisible();
    await expect(page.getByTestId("start-import")).toBeDisabled();
    await page.getByLabel("Delimiter").selectOption(",");
    await expect(page.getByLabel("Tag of column 3")).toHaveValue("level");
    await expect(page.getByTestId("start-import")).toBeEnabled();
  });

  test("a log without any time is given a start and a step", async () => {
    const { page, createProject, openLog } = await sitDown();
    await createProject();
    const rows = Array.from({ length: 30 }, (_, k) => `${(20 + Math.sin(k)).toFixed(3)},${(k * 0.37).toFixed(2)}`);
    await openLog(writeLog("bench.csv", `torque,current\n${rows.join("\n")}\n`));
    await page.getByLabel("Begins at").fill("2024-06-01 12:00:00");
    await page.getByRole("combobox", { name: "Step between rows" }).selectOption("s");
    await page.getByRole("textbox", { name: "Step between rows" }).fill("10");
    await expect(page.getByTestId("first-time")).toContainText(/Saturday,? 1 June 2024 at 12:00:00/);
    await expect(page.getByRole("row").nth(2)).toContainText("2024-06-01 12:00:10");
  });

  test("an import that is stopped leaves no trace", async () => {
    const { page, createProject, openLog, go } = await sitDown();
    const project = await createProject();
    await openLog(await largeLog(250_000));
    await page.getByTestId("start-import").click();
    const view = page.getByRole("region", { name: "Import", exact: true });
    await expect(view.getByText(/rows\/s/)).toBeVisible();
    await view.getByRole("button", { name: "Cancel" }).click();
    await expect(page.getByText("Stopped. Nothing of the file was imported.")).toBeVisible();
    await go("Project");
    await expect(page.getByText("Nothing imported yet. Drop a log anywhere on this window.")).toBeVisible();
    expect(readdirSync(join(project, "signals"))).toEqual([]);
  });

  test("a file that is here already is recognised by its content", async () => {
    const { page, createProject, importLog, openLog } = await sitDown();
    await createProject();
    const file = plainLog(["flow"], 50, 60_000, (row) => [Math.sin(row)]);
    await importLog(file);
    await openLog(file);
    await expect(page.getByText(/This very file was imported before/)).toBeVisible();
    await page.getByRole("button", { name: "Show that import" }).click();
    await expect(page.getByText("What became of log.csv")).toBeVisible();
  });

  test("a file dropped on any screen is opened, by way of a new project where none is open", async () => {
    const { page, go } = await sitDown();
    await go("Settings");
    const file = plainLog(["flow"], 50, 60_000, (row) => [Math.sin(row)]);
    await page.evaluate(() => {
      const input = document.createElement("input");
      input.type = "file";
      input.id = "carrier";
      document.body.append(input);
    });
    // A file from disk reaches a page only through an input; what is dropped is that very file.
    await page.locator("#carrier").setInputFiles(file);
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add((document.getElementById("carrier") as HTMLInputElement).files![0]!);
      for (const name of ["dragenter", "dragover"])
        window.dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }));
    });
    await expect(page.getByText("Drop the log here to look at it")).toBeVisible();
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add((document.getElementById("carrier") as HTMLInputElement).files![0]!);
      window.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    });
    const dialog = page.getByRole("dialog", { name: "New project" });
    await expect(dialog.getByText("The log is opened in it next.")).toBeVisible();
    await dialog.getByRole("button", { name: "Create project" }).click();
    await expect(page.getByLabel("Tag of column 2")).toHaveValue("flow", { timeout: 15_000 });
  });

  test("a file that is no log is refused in a sentence", async () => {
    const { page, createProject, go, chooseNext } = await sitDown();
    await createProject();
    await go("Import");
    await chooseNext(writeLog("picture.png", Buffer.from("89504e470d0a1a0a0000000d4948445200000001", "hex")));
    await page.getByRole("button", { name: "Choose files …" }).click();
    await expect(page.getByText("The file cannot be read this way")).toBeVisible();
    await expect(page.getByText(/picture\.png/).last()).toBeVisible();
    await page.getByRole("button", { name: "Choose another file" }).click();
    await expect(page.getByRole("button", { name: "Choose files …" })).toBeVisible();
  });

  test("a folder is gone through: series are put together, what is no log is told, each log is agreed to in turn", async () => {
    const { page, createProject, go, chooseNext } = await sitDown();
    await createProject();
    const folder = freshFolder();
    const rows = (from: number, names: string, scale: number) =>
      `time,${names}\n${Array.from({ length: 40 }, (_, k) => `${new Date(from + k * 60_000).toISOString()},${k * scale},${40 - k}`).join("\n")}\n`;
    mkdirSync(join(folder, "pump"));
    writeFileSync(join(folder, "pump", "pump_2024-06-01.csv"), rows(Date.UTC(2024, 5, 1), "flow,level", 1));
    writeFileSync(join(folder, "pump", "pump_2024-06-02.csv"), rows(Date.UTC(2024, 5, 2), "flow,level", 1));
    writeFileSync(join(folder, "fan.csv"), rows(Date.UTC(2024, 5, 1), "speed,current", 10));
    writeFileSync(join(folder, "photo.jpg"), Buffer.from("ffd8ffe000104a46494600010101006000600000", "hex"));
    await go("Import");
    await chooseNext(folder);
    await page.getByRole("button", { name: "Choose a folder …" }).click();
    const logs = page.getByRole("region", { name: /2 logs in/ });
    await expect(logs.getByRole("row", { name: /pump/ })).toContainText("2", { timeout: 20_000 });
    await expect(page.getByRole("region", { name: "1 file left out" })).toContainText("photo.jpg");
    await page.getByTestId("choose-logs").click();
    await expect(page.getByText("Log 1 of 2")).toBeVisible({ timeout: 20_000 });
    await page.getByTestId("start-import").click();
    await expect(page.getByText("Log 2 of 2")).toBeVisible({ timeout: 20_000 });
    await expect(page.getByTestId("start-import")).toHaveText("Import all 2");
    await page.getByRole("button", { name: "Back", exact: true }).click();
    await expect(page.getByText("Log 1 of 2")).toBeVisible();
    await page.getByRole("button", { name: "Import the other 1 as understood" }).click();
    const reports = page.getByRole("navigation", { name: "What was imported" });
    await expect(reports.getByRole("button")).toHaveCount(2, { timeout: 30_000 });
    await reports.getByRole("button", { name: /pump/ }).click();
    await expect(page.getByText(/80 rows are in/)).toBeVisible();
  });

  test("two tables beside each other become two imports, each with what was corrected of it", async () => {
    const { page, createProject, openLog } = await sitDown();
    await createProject();
    const day = (k: number) => `${String((k % 28) + 1).padStart(2, "0")}-May-11 ${String(k % 24).padStart(2, "0")}:00:00`;
    const line = (k: number) => `${day(k)},${(k * 1.5).toFixed(2)},,${day(k + 1)},${(k * 0.7).toFixed(3)}`;
    const body = Array.from({ length: 60 }, (_, k) => line(k)).join("\n");
    await openLog(writeLog("two.csv", `Date,power,,Date,energy\n${body}\n`));
    const tables = page.getByRole("region", { name: "2 tables in this file" });
    await expect(tables.getByRole("checkbox")).toHaveCount(2);
    await page.getByLabel("Unit of power").fill("kW");
    await tables.getByRole("button", { name: /energy/ }).click();
    await expect(page.getByLabel("Unit of energy")).toBeVisible({ timeout: 15_000 });
    await page.getByLabel("Unit of energy").fill("kWh");
    await tables.getByRole("button", { name: /power/ }).click();
    await expect(page.getByLabel("Unit of power")).toHaveValue("kW");
    await page.getByTestId("start-import").click();
    const reports = page.getByRole("navigation", { name: "What was imported" });
    await expect(reports.getByRole("button")).toHaveCount(2, { timeout: 30_000 });
    await reports.getByRole("button", { name: /energy/ }).click();
    await expect(page.getByRole("region", { name: "Columns" }).getByRole("row", { name: /energy kWh/ })).toBeVisible();
  });

  test("settings that were saved are proposed for the next log of the shape, used and undone with one click", async () => {
    const { page, createProject, openLog } = await sitDown();
    await createProject();
    const log = (from: number) => plainLog(["Plant.P1.flow", "Plant.P1.level"], 60, 60_000, (row) => [row, 2 * row], from);
    await openLog(log(Date.UTC(2024, 0, 1)));
    await expect(page.getByRole("region", { name: "Check of both ends" })).toContainText("All 60 rows: every line became a row", {
      timeout: 20_000,
    });
    await page.getByRole("button", { name: "Name the tags …" }).click();
    const names = page.getByRole("dialog");
    await names.getByRole("button", { name: "Leave out “Plant.P1.”" }).click();
    await names.getByLabel("From a spreadsheet").fill("Plant.P1.flow\tfeed\tm3/h");
    await expect(names.getByText("1 of 1 names were found in this log.")).toBeVisible();
    await names.getByRole("button", { name: "Use these names" }).click();
    await expect(page.getByLabel("Tag of column 2")).toHaveValue("feed");
    await expect(page.getByLabel("Tag of column 3")).toHaveValue("level");
    await page.getByRole("button", { name: "Save these settings …" }).click();
    await page.getByRole("dialog").getByLabel("Name").fill("Pump log");
    await page.getByRole("dialog").getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText(/Saved as “Pump log”/)).toBeVisible();
    await page.getByTestId("start-import").click();
    await expect(page.getByText(/What became of/)).toBeVisible({ timeout: 30_000 });

    await openLog(log(Date.UTC(2024, 1, 1)));
    await expect(page.getByText("This looks like “Pump log”.")).toBeVisible();
    await page.getByRole("button", { name: "Use its settings" }).click();
    await expect(page.getByLabel("Tag of column 2")).toHaveValue("feed", { timeout: 15_000 });
    await page.getByRole("button", { name: "Back to the guess" }).click();
    await expect(page.getByLabel("Tag of column 2")).toHaveValue("Plant.P1.flow", { timeout: 15_000 });
    await page.getByRole("button", { name: "Do not import" }).click();
    const saved = page.getByRole("region", { name: "Saved settings" });
    await saved.getByRole("button", { name: "Delete Pump log" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete", exact: true }).click();
    await expect(saved.getByText("Pump log")).toBeHidden();
  });
});

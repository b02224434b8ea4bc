import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { sitDown } from "./desk.ts";
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
});

import { expect, type Page, test } from "@playwright/test";
import { sitDown } from "./desk.ts";
import { plainLog } from "./logs.ts";

const spikeRow = 12_345;
/** Twenty thousand rows of ten seconds: a wave with one spike of one row, and a flow with a gap of a day. */
const pumpLog = () =>
  plainLog(["wave", "flow", "level"], 20_000, 10_000, (row) => [
    row === spikeRow ? 100 : Math.sin(row / 500),
    row > 5000 && row < 13_640 ? null : 40 + Math.cos(row / 700),
    row / 1000,
  ]);

const chart = (page: Page) => page.getByRole("application", { name: /^Trend of/ });
const period = (page: Page) => page.getByTestId("visible-period");
const curve = (page: Page, tag: string) => page.locator(`path[data-series="${tag}"]`);

async function begin() {
  const desk = await sitDown();
  await desk.createProject();
  await desk.importLog(pumpLog());
  await desk.page.getByRole("button", { name: "Look at the signals" }).click();
  await expect(curve(desk.page, "wave")).toHaveAttribute("d", /L/);
  return desk;
}

async function dragOver(page: Page, from: number, to: number, key?: "Shift") {
  const box = (await chart(page).boundingBox())!;
  const at = (share: number) => box.x + share * box.width;
  if (key) await page.keyboard.down(key);
  await page.mouse.move(at(from), box.y + 60);
  await page.mouse.down();
  await page.mouse.move(at((from + to) / 2), box.y + 60);
  await page.mouse.move(at(to), box.y + 60);
  await page.mouse.up();
  if (key) await page.keyboard.up(key);
}

test.describe("exploring", () => {
  test("a drag zooms to what it covers, Shift and drag pans, the keys go on and back", async () => {
    const { page } = await begin();
    const whole = "2024-01-01 00:00 – 2024-01-03 07:33 UTC";
    await expect(period(page)).toHaveText(whole);
    await dragOver(page, 0.25, 0.5);
    await expect(period(page)).toHaveText(/2024-01-01 1[34]:\d\d(:\d\d)? – 2024-01-02 0[34]:\d\d/);
    const zoomed = await period(page).textContent();
    await dragOver(page, 0.6, 0.3, "Shift");
    await expect(period(page)).not.toHaveText(zoomed!);
    await page.keyboard.press("Backspace");
    await expect(period(page)).toHaveText(zoomed!);
    await chart(page).focus();
    await page.keyboard.press("ArrowRight");
    await expect(period(page)).not.toHaveText(zoomed!);
    await page.keyboard.press("Home");
    await expect(period(page)).toHaveText(whole);
  });

  test("the wheel zooms about the pointer", async () => {
    const { page } = await begin();
    const box = (await chart(page).boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + 60);
    for (let turn = 0; turn < 8; turn++) await page.mouse.wheel(0, -400);
    // The middle of the log stays in the middle.
    await expect(period(page)).toHaveText(/2024-01-02 03:3\d:\d\d – 04:0\d:\d\d UTC/);
    await expect(page.getByText("Every sample is drawn")).toBeVisible();
  });

  test("a gap is drawn as a gap, and the cursor reads nothing in it", async () => {
    const { page } = await begin();
    await expect(curve(page, "flow")).toHaveAttribute("d", /^M[^M]*M[^M]*$/);
    await expect(curve(page, "wave")).toHaveAttribute("d", /^M[^M]*$/);
    const box = (await chart(page).boundingBox())!;
    const reading = page.getByTestId("reading-flow");
    await page.mouse.move(box.x + box.width * 0.1, box.y + 40);
    await expect(reading).toHaveText(/^\d/);
    await page.mouse.move(box.x + box.width * 0.45, box.y + 40);
    await expect(reading).toHaveText("–");
  });

  test("a spike of one sample is seen however much is looked at", async () => {
    const { page } = await begin();
    // Twenty thousand rows in some hundred pixels: the spike is 100 where all else is within one of zero.
    const share = () =>
      curve(page, "wave").evaluate((element) => {
        const path = element as unknown as SVGPathElement;
        return path.getBBox().height / path.ownerSVGElement!.height.baseVal.value;
      });
    expect(await share()).toBeGreaterThan(0.8);
    const before = await period(page).textContent();
    await page.getByTestId("overview").press("+");
    await expect(period(page)).not.toHaveText(before!);
    await expect.poll(share).toBeGreaterThan(0.8);
  });

  test("tags are found, chosen, and shared by unit; the picture can be emptied", async () => {
    const { page } = await begin();
    await page.getByLabel("Search tags or units").fill("lev");
    await expect(page.getByRole("checkbox")).toHaveCount(1);
    await page.getByRole("checkbox", { name: "level" }).click();
    await page.getByLabel("Search tags or units").fill("");
    await expect(curve(page, "level")).toBeHidden();
    await page.getByText("By unit", { exact: true }).click();
    await expect(page.locator("[data-lane]")).toHaveCount(1);
    await page.getByRole("button", { name: "Clear" }).click();
    await expect(page.getByText("Choose what to look at")).toBeVisible();
  });
});

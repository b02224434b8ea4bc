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

async function begin(log = pumpLog(), size = "1280x800") {
  const desk = await sitDown({ env: { ONEPERCENT_WINDOW: size } });
  await desk.createProject();
  await desk.importLog(log);
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

  test("panning four tags in two thousand pixels moves the picture and draws nothing anew", async () => {
    const waves = plainLog(["wave", "x", "y", "z"], 60_000, 1000, (row) =>
      [0, 1, 2, 3].map((k) => Math.sin(row / (90 + 40 * k)) + (row % 7) / 9),
    );
    const { page } = await begin(waves, "2500x1000");
    await page.getByRole("checkbox", { name: "z", exact: true }).click();
    await expect(page.locator("[data-lane]")).toHaveCount(4);
    await page.getByTestId("overview").press("+");
    await expect(curve(page, "wave")).toHaveAttribute("d", /V/);
    await page.waitForTimeout(1500); // the answer to the last look has come
    const seen = await chart(page).evaluate(async (surface) => {
      const path = document.querySelector('path[data-series="wave"]')!;
      const layer = path.parentElement!;
      const box = surface.getBoundingClientRect();
      const hand = (type: string, x: number) =>
        surface.dispatchEvent(
          new PointerEvent(type, { bubbles: true, clientX: box.left + x, clientY: box.top + 50, pointerId: 1, shiftKey: true }),
        );
      surface.setPointerCapture = () => {}; // this hand is none the system knows
      hand("pointerdown", 900);
      await new Promise(requestAnimationFrame);
      const drawn = path.getAttribute("d");
      const places = new Set<string>();
      let redrawn = 0;
      const start = performance.now();
      for (let frame = 1; frame <= 60; frame++) {
        hand("pointermove", 900 + 200 * Math.sin(frame / 10));
        await new Promise(requestAnimationFrame);
        places.add(layer.style.transform);
        if (path.getAttribute("d") !== drawn) redrawn++;
      }
      const framesPerSecond = 60_000 / (performance.now() - start);
      hand("pointerup", 900);
      return { redrawn, places: places.size, columns: drawn!.match(/[ML]/g)!.length, framesPerSecond };
    });
    test.info().annotations.push({ type: "frames per second", description: seen.framesPerSecond.toFixed(1) });
    console.log(`pan: ${seen.framesPerSecond.toFixed(1)} frames per second, 4 tags, ${seen.columns} pixel columns each`);
    expect(seen.columns).toBeGreaterThan(1500);
    expect(seen.places).toBeGreaterThan(20);
    expect(seen.redrawn).toBeLessThanOrEqual(2); // at most where the hand crossed the edge of a picture
  });
});

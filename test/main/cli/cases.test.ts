import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { random } from "../../../main/analysis/signal/random.ts";
import { onepercent, scratch } from "./onepercent.ts";

const day = 86_400_000;
const start = Date.UTC(2025, 0, 1);
const folder = scratch();
const project = join(folder, "plant");
const at = ["--project", project, "--quiet"];

/** Two weeks of a pump at twenty-minute steps, hot on the twelfth day. */
function writeLog(path: string, firstDay: number, units = "flow [m3/h],power [kW],temperature [degC]", perFlow = 1): void {
  const chance = random(3 + firstDay);
  const lines = [`time,${units}`];
  for (let time = start + firstDay * day; time < start + (firstDay + 14) * day; time += 1_200_000) {
    const days = (time - start) / day;
    const flow = 100 + 20 * Math.sin(days * 2 * Math.PI) + 4 * (chance() - 0.5);
    const hot = days % 14 >= 11 && days % 14 < 12 ? 9 : 0;
    const cells = [flow * perFlow, 10 + 0.2 * flow + 0.2 * (chance() - 0.5), 40 + 0.1 * flow + hot + 0.5 * (chance() - 0.5)];
    lines.push(`${new Date(time).toISOString()},${cells.map((value) => value.toFixed(5)).join(",")}`);
  }
  writeFileSync(path, `${lines.join("\n")}\n`);
}

async function done(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await onepercent(...args);
  expect(stderr).toBe("");
  expect(code).toBe(0);
  return stdout;
}
const answer = async (...args: string[]) => JSON.parse(await done(...args, "--json"));

beforeAll(async () => {
  writeLog(join(folder, "first.csv"), 0);
  await done("import", join(folder, "first.csv"), ...at, "--asset", "P-1");
  const reference = `${new Date(start).toISOString()}..${new Date(start + 10 * day).toISOString()}`;
  await done("train", ...at, "--asset", "P-1", "--family", "pca", "--reference", reference);
}, 180_000);

test("the cases are listed, closed with what was found and done, and opened again", async () => {
  const board = await done("cases", ...at);
  expect(board).toMatch(/status +asset +case/);
  expect(board).toMatch(/P-1 +1 +\d/);
  expect(await done("cases", "P-1", ...at)).toMatch(/case 1 open, \d+ episodes?, \d+ not judged/);
  const { code, stderr } = await onepercent("case", "close", ...at);
  expect([code, stderr]).toEqual([2, expect.stringContaining("--verdict is needed")]);
  const told = await done("case", "close", ...at, "--verdict", "fault", "--cause", "wear ring", "--cost", "1200 EUR");
  expect(told).toContain("Case 1 of P-1 is closed: fault.");
  const [closed] = (await answer("cases", "P-1", ...at)).cases;
  expect(closed.case).toMatchObject({ verdict: "fault", cause: "wear ring", cost: { amount: 1200, currency: "EUR" } });
  expect(closed.episodes.every((episode: { verdict: string }) => episode.verdict === "fault")).toBe(true);
  expect(await done("case", "reopen", ...at)).toContain("Case 1 of P-1 is open again.");
}, 180_000);

test("a model goes to another project as a file, its units converted, and is retired and brought back", async () => {
  const file = join(folder, "pump.opmodel");
  expect(await done("models", "export", file, ...at)).toContain("pump.opmodel");
  const other = ["--project", join(mkdtempSync(join(tmpdir(), "onepercent-cli-")), "sister"), "--quiet"];
  writeLog(join(folder, "sister.csv"), 0, "F_2 [l/s],power [kW],temperature [degC]", 1 / 3.6);
  await done("import", join(folder, "sister.csv"), ...other, "--asset", "P-2");
  const refused = await onepercent("models", "import", file, ...other);
  expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining("The asset has no tag for flow [m3/h]")]);
  const told = await done("models", "import", file, ...other, "--tag", "flow=F_2");
  expect(told).toContain("F_2 is read as flow, converted from l/s to m³/h");
  expect(told).toMatch(/was brought in to P-2: \d+ episodes?/);
  expect(await done("models", "retire", ...other)).toContain("is retired");
  expect((await answer("models", "list", ...other)).models).toMatchObject([{ asset: "P-2", retiredAt: expect.any(Number), inUse: false }]);
  expect(await done("models", "restore", ...other)).toContain("in use again");
}, 180_000);

test("a model that scores by itself scores what the command imports", async () => {
  await done("models", "auto", "on", ...at);
  writeLog(join(folder, "next.csv"), 14);
  await done("import", join(folder, "next.csv"), ...at, "--asset", "P-1");
  expect((await answer("models", "list", ...at)).models).toMatchObject([{ scoresNew: true, unscored: 0 }]);
  const [one] = (await answer("cases", "P-1", ...at)).cases;
  expect(one.episodes.some(({ from }: { from: number }) => from >= start + 25 * day)).toBe(true);
}, 180_000);

import { join } from "node:path";
import { expect, test } from "vitest";
import { quietRun } from "#shared/domain/run.ts";
import { derivedSignals } from "#shared/formula/derived-signal.ts";
import { envelope } from "../../../../main/store/signals/envelope.ts";
import { readSignals } from "../../../../main/store/signals/read-signals.ts";
import { writeSignals } from "../../../../main/store/signals/write-signals.ts";
import { tempFolder } from "../../importing/temp-folder.ts";
import { pieces, seededFrame } from "./frames.ts";

const frame = seededFrame({ seed: 5, rows: 60_000, holes: 0.05, gaps: 0.0003 });
const folder = join(tempFolder(), "signals");
await writeSignals({ folder, frames: pieces(frame, 10_000), run: quietRun() });
const derived = derivedSignals(
  [
    { name: "a", unit: "bar" },
    { name: "b", unit: "bar" },
  ],
  [
    { name: "difference", formula: "a - b", unit: "kPa" },
    { name: "smooth", formula: "mean(a, 1 [min])", unit: "" },
  ],
);
const folders = [folder, { derived }];

test("a computed tag is read like any, in the order asked for, and is missing where one of its tags is", async () => {
  const read = await readSignals({ folders, tags: ["b", "difference"] });
  expect(read.columns.map(({ tag, unit }) => [tag, unit])).toEqual([
    ["b", "bar"],
    ["difference", "kPa"],
  ]);
  const [a, b] = frame.columns.map((column) => column.values);
  expect(read.columns[1]!.values.length).toBe(frame.time.length);
  read.columns[1]!.values.forEach((value, row) => {
    const expected = 100 * (a![row]! - b![row]!);
    if (Number.isNaN(expected)) expect(value).toBeNaN();
    else expect(value).toBeCloseTo(expected, 8);
  });
});

test("a mean over time is the same whether the log is read whole or from its middle", async () => {
  const whole = await readSignals({ folders, tags: ["smooth"] });
  const from = frame.time[30_000]!;
  const part = await readSignals({ folders, tags: ["smooth"], range: { from, to: frame.time[40_000]! } });
  expect(part.time[0]).toBe(from);
  expect(part.columns[0]!.values).toEqual(whole.columns[0]!.values.slice(30_000, 40_000));
});

test("the picture of a computed tag holds its highest and lowest sample at every zoom", async () => {
  const whole = await readSignals({ folders, tags: ["difference"] });
  const end = frame.time.at(-1)! + 1;
  for (const share of [1, 0.2, 0.001]) {
    const range = { from: frame.time[0]!, to: frame.time[0]! + share * (end - frame.time[0]!) };
    const { series } = await envelope({ folders, tags: ["a", "difference"], range, pixels: 200 });
    const [measured, drawn] = series;
    expect(drawn!.unit).toBe("kPa");
    const inside = whole.columns[0]!.values.filter((value, row) => !Number.isNaN(value) && whole.time[row]! < range.to);
    const low = (of: Float64Array) => of.filter((value) => !Number.isNaN(value)).reduce((a, b) => Math.min(a, b), Infinity);
    expect(low(drawn!.min)).toBeLessThanOrEqual(low(inside));
    if (share === 1) expect(low(drawn!.min)).toBe(low(inside));
    expect(drawn!.time.length).toBeLessThan(2 * 201);
    expect(measured!.time.length).toBeGreaterThan(0);
  }
});

import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Frame } from "#shared/domain/frame.ts";
import { quietRun } from "#shared/domain/run.ts";
import { random } from "../../../../main/analysis/signal/random.ts";
import { bucketWidth } from "../../../../main/store/signals/bucket-width.ts";
import { envelope } from "../../../../main/store/signals/envelope.ts";
import { writeSignals } from "../../../../main/store/signals/write-signals.ts";
import { naiveEnvelope } from "../../../naive/signals/naive-envelope.ts";
import { tempFolder } from "../../importing/temp-folder.ts";
import { pieces, seededFrame } from "./frames.ts";

async function written(frame: Frame): Promise<string> {
  const folder = join(tempFolder(), "signals");
  await writeSignals({ folder, frames: pieces(frame, 10_000), run: quietRun() });
  return folder;
}

const rangeOf = (frame: Frame) => ({ from: frame.time[0]!, to: frame.time.at(-1)! + 1 });
const good = (values: Float64Array): number[] => [...values].filter((v) => !Number.isNaN(v));

describe("an envelope", () => {
  test("has min, max, first and last of every pixel column, as the slow way finds them, at every zoom", async () => {
    const frame = seededFrame({ seed: 11, rows: 200_000, holes: 0.02, gaps: 0.0002 });
    const folder = await written(frame);
    const next = random(3);
    const span = frame.time.at(-1)! - frame.time[0]!;
    for (let k = 0; k < 25; k++) {
      const length = span * 2 ** (-k / 2.5);
      const from = frame.time[0]! + next() * (span - length);
      const range = { from, to: from + length };
      const pixels = 50 + Math.floor(next() * 100);
      const { series } = await envelope({ folders: [folder], tags: ["a"], range, pixels });
      const width = bucketWidth(range, pixels) / 1000;
      const inside = (t: number): boolean => t >= Math.floor(range.from / width) * width && t < Math.ceil(range.to / width) * width;
      const rows = [...frame.time.keys()].filter((i) => inside(frame.time[i]!));
      const time = Float64Array.from(rows, (i) => frame.time[i]!);
      const values = Float64Array.from(rows, (i) => frame.columns[0]!.values[i]!);
      // Where the pyramid holds no more cells than pixels they are not made coarser: compared after making them so.
      const expected = naiveEnvelope(time, values, width);
      const s = series[0]!;
      const drawn = new Map<number, { time: number; min: number; max: number; first: number; last: number }>();
      s.time.forEach((t, i) => {
        if (Number.isNaN(s.min[i]!)) return;
        const key = Math.floor(t / width);
        const known = drawn.get(key);
        if (!known) drawn.set(key, { time: t, min: s.min[i]!, max: s.max[i]!, first: s.first[i]!, last: s.last[i]! });
        else drawn.set(key, { ...known, min: Math.min(known.min, s.min[i]!), max: Math.max(known.max, s.max[i]!), last: s.last[i]! });
      });
      expect([...drawn.values()], `zoom ${k}`).toEqual(expected);
    }
  });

  test("never has more columns than pixels, gaps apart", async () => {
    const frame = seededFrame({ seed: 12, rows: 150_000 });
    const folder = await written(frame);
    for (const pixels of [10, 100, 640, 1000, 1920]) {
      const { series } = await envelope({ folders: [folder], tags: ["a"], range: rangeOf(frame), pixels });
      expect(good(series[0]!.min).length).toBeLessThanOrEqual(pixels + 1);
      expect(good(series[0]!.min).length).toBeGreaterThan(pixels / 2 - 2);
    }
  });

  test("shows a spike of one sample at every zoom", async () => {
    const frame = seededFrame({ seed: 13, rows: 300_000 });
    frame.columns[0]!.values[123_456] = 1e6;
    const folder = await written(frame);
    for (const pixels of [10, 57, 500, 2000]) {
      const { series } = await envelope({ folders: [folder], tags: ["a"], range: rangeOf(frame), pixels });
      expect(Math.max(...good(series[0]!.max))).toBe(1e6);
    }
  });

  test("stays the same when the window's width changes by a few pixels", async () => {
    const frame = seededFrame({ seed: 14, rows: 100_000 });
    const folder = await written(frame);
    const at = async (pixels: number) => (await envelope({ folders: [folder], tags: ["a"], range: rangeOf(frame), pixels })).series[0]!;
    expect(await at(1003)).toEqual(await at(1000));
    expect(await at(991)).toEqual(await at(1000));
  });

  test("keeps its columns where they are when the view is panned: their edges lie in time, not in pixels", async () => {
    const frame = seededFrame({ seed: 19, rows: 400_000, holes: 0.01 });
    const folder = await written(frame);
    const { from, to } = rangeOf(frame);
    for (const depth of [2, 20, 300]) {
      const length = (to - from) / depth;
      const at = async (shift: number) => {
        const range = { from: from + length / 3 + shift, to: from + length / 3 + shift + length / 2 };
        return (await envelope({ folders: [folder], tags: ["a"], range, pixels: 800 })).series[0]!;
      };
      const still = await at(0);
      const panned = await at(length / 97);
      const rows = [...still.time.keys()].filter((i) => panned.time.includes(still.time[i]!));
      expect(rows.length, `depth ${depth}`).toBeGreaterThan(0.9 * panned.time.length);
      for (const i of rows) {
        const k = panned.time.indexOf(still.time[i]!);
        expect([panned.min[k], panned.max[k], panned.first[k], panned.last[k]]).toEqual([
          still.min[i],
          still.max[i],
          still.first[i],
          still.last[i],
        ]);
      }
    }
  });

  test("is the samples themselves where there are fewer than pixels", async () => {
    const frame = seededFrame({ seed: 15, rows: 5000 });
    const folder = await written(frame);
    const range = { from: frame.time[100]!, to: frame.time[400]! };
    const { series } = await envelope({ folders: [folder], tags: ["a"], range, pixels: 1000 });
    const s = series[0]!;
    const from = s.time.indexOf(frame.time[100]!);
    expect(s.first.slice(from, from + 300)).toEqual(frame.columns[0]!.values.slice(100, 400));
    expect(s.min).toEqual(s.max);
    expect(s.first).toEqual(s.last);
  });

  test("breaks where the log has a gap of more than three intervals, and only there", async () => {
    const time = Float64Array.from({ length: 1000 }, (_, k) => k * 1000 + (k >= 500 ? 10_000 : 0) + (k >= 700 ? 1500 : 0));
    const folder = await written({ time, columns: [{ tag: "a", unit: "", values: Float64Array.from(time, (_, k) => k) }] });
    const { series } = await envelope({ folders: [folder], tags: ["a"], range: { from: 0, to: time.at(-1)! + 1 }, pixels: 2000 });
    const breaks = [...series[0]!.time].filter((_, i) => Number.isNaN(series[0]!.min[i]!));
    expect(breaks).toHaveLength(1);
    expect(breaks[0]).toBeGreaterThan(time[499]!);
    expect(breaks[0]).toBeLessThan(time[500]!);
  });

  test("of a tag that is logged more rarely than the others breaks by its own interval", async () => {
    const time = Float64Array.from({ length: 20_000 }, (_, k) => k * 1000);
    const values = Float64Array.from(time, (_, k) => (k % 60 === 0 && (k < 6000 || k > 9000) ? k : Number.NaN));
    const folder = await written({ time, columns: [{ tag: "slow", unit: "", values }] });
    const { series } = await envelope({ folders: [folder], tags: ["slow"], range: { from: 0, to: 20_000_000 }, pixels: 1000 });
    expect([...series[0]!.min].filter(Number.isNaN)).toHaveLength(1);
  });

  test("of several folders is one series in order of time", async () => {
    const first = await written(seededFrame({ seed: 16, rows: 1000 }));
    const second = await written(seededFrame({ seed: 17, rows: 1000, start: Date.UTC(2024, 0, 1, 1) }));
    const range = { from: Date.UTC(2024, 0, 1), to: Date.UTC(2024, 0, 1, 2) };
    const { series } = await envelope({ folders: [second, first], tags: ["a"], range, pixels: 8000 });
    expect([...series[0]!.time]).toEqual([...series[0]!.time].sort((a, b) => a - b));
    expect(good(series[0]!.min)).toHaveLength(2000);
    expect([...series[0]!.min].filter(Number.isNaN)).toHaveLength(1);
  });

  test("of a tag nobody logged is empty", async () => {
    const folder = await written(seededFrame({ seed: 18, rows: 10 }));
    const { series } = await envelope({
      folders: [folder],
      tags: ["none", "a"],
      range: { from: Date.UTC(2024, 0, 1), to: Date.UTC(2024, 0, 1, 0, 1) },
      pixels: 100,
    });
    expect(series[0]!.time).toHaveLength(0);
    expect(series[1]!.time).toHaveLength(10);
  });

  test("of bursts in a slow log is right, whatever level of the pyramid is worth keeping", async () => {
    const time = Float64Array.from({ length: 200_000 }, (_, k) => (k < 130_000 ? k : 130_000 + (k - 130_000) * 3_600_000));
    const values = Float64Array.from(time, (_, k) => Math.sin(k) * k);
    const folder = await written({ time, columns: [{ tag: "a", unit: "", values }] });
    const range = { from: 0, to: time.at(-1)! + 1 };
    const { series } = await envelope({ folders: [folder], tags: ["a"], range, pixels: 300 });
    expect(Math.max(...good(series[0]!.max))).toBe(values.reduce((a, b) => Math.max(a, b)));
    expect(Math.min(...good(series[0]!.min))).toBe(values.reduce((a, b) => Math.min(a, b)));
  });
});

import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { describe, expect, test } from "vitest";
import { random } from "../../../../../main/analysis/signal/random.ts";
import { ascendingOrder } from "../../../../../main/importing/text/samples/ascending-order.ts";
import { SampleSorter } from "../../../../../main/importing/text/samples/sample-sorter.ts";
import { unionFrames } from "../../../../../main/importing/text/samples/union-frames.ts";

interface Sample {
  time: number;
  series: number;
  value: number;
}

function sorted(samples: readonly Sample[], most: number): Sample[] {
  const sorter = new SampleSorter(most);
  for (const { time, series, value } of samples) sorter.add(time, series, value);
  const found: Sample[] = [];
  for (const { time, series, value, from, to } of sorter.sorted()) {
    for (let i = from; i < to; i++) found.push({ time: time[i]!, series: series[i]!, value: value[i]! });
  }
  return found;
}

const naive = (samples: readonly Sample[]): Sample[] => [...samples].sort((a, b) => a.time - b.time);
const folders = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith("onepercent-samples-"));

const makes: Record<string, (k: number, next: () => number) => Sample> = {
  "in order": (k) => ({ time: k, series: k % 7, value: k }),
  "one tag after the other": (k) => ({ time: k % 500, series: Math.floor(k / 500), value: k }),
  "in no order, many of one time": (k, next) => ({ time: Math.floor(next() * 300), series: k % 5, value: k }),
  backwards: (k) => ({ time: -k, series: 0, value: k }),
};

describe("samples", () => {
  test.each(Object.entries(makes))("%s come out by time, those of one time as they came, with little memory and with much", (_, make) => {
    const next = random(3);
    const samples = Array.from({ length: 40_000 }, (_, k) => make(k, next));
    for (const most of [100, 9000, 39_999, 40_000, 1 << 20]) expect(sorted(samples, most), `${most} held`).toEqual(naive(samples));
  });

  test("leave no temporary file behind, taken whole or in part", () => {
    const before = folders();
    const sorter = new SampleSorter(100);
    for (let k = 0; k < 50_000; k++) sorter.add(-k, 0, k);
    expect(folders().length).toBe(before.length + 1);
    for (const _ of sorter.sorted()) break;
    expect(folders()).toEqual(before);
  });

  test("none are none", () => {
    expect(sorted([], 100)).toEqual([]);
    expect(ascendingOrder(new Float64Array(0), 0)).toBeUndefined();
  });

  test("become one row per time, NaN where a tag has none, another row for a second one of a tag", () => {
    const sorter = new SampleSorter();
    for (const [time, series, value] of [
      [1, 0, 10],
      [1, 1, 11],
      [2, 1, 21],
      [2, 1, 22],
      [2, 0, 20],
      [3, 2, 99],
    ] as const)
      sorter.add(time, series, value);
    const tags = [
      { tag: "a", unit: "" },
      { tag: "b", unit: "" },
    ];
    const frames = [...unionFrames({ samples: sorter.sorted(), tags, slots: Int32Array.of(0, 1, -1) })];
    expect(frames).toHaveLength(1);
    expect([...frames[0]!.time]).toEqual([1, 2, 2, 3]);
    expect([...frames[0]!.columns[0]!.values]).toEqual([10, Number.NaN, 20, Number.NaN]);
    expect([...frames[0]!.columns[1]!.values]).toEqual([11, 21, 22, Number.NaN]);
  });
});

import { expect, test } from "vitest";
import { findIntervals } from "../../../../main/analysis/episodes/intervals.ts";

const rule = { value: 0.5, onDelayMs: 2000, offDelayMs: 3000, deadband: 0.1, gapMs: 10_000 };
/** One row a second; each figure is tenths of a score, a dot is a missing score. */
const scores = (text: string) => Float64Array.from(text, (c) => (c === "." ? Number.NaN : Number(c) / 10));
const seconds = (count: number) => Float64Array.from({ length: count }, (_, i) => 1000 * i);
const find = (text: string, change: Partial<typeof rule> = {}, time = seconds(text.length)) =>
  findIntervals(time, scores(text), { ...rule, ...change });

test("an episode runs from its first to its last abnormal row and knows its peak and when it became one", () => {
  expect(find("1176981111111")).toEqual([{ from: 2, to: 5, alert: 4, peak: 4 }]);
});

test("a score that is above for less than the on-delay is no episode", () => {
  expect(find("1177111771111")).toEqual([]);
});

test("quiet shorter than the off-delay does not end an episode, quiet as long does", () => {
  expect(find("777117771111")).toHaveLength(1);
  expect(find("777111177711111")).toHaveLength(2);
});

test("a score inside the deadband keeps an episode open but does not start one", () => {
  expect(find("777444441111")).toEqual([{ from: 0, to: 2, alert: 2, peak: 0 }]);
  expect(find("77745454541111", { deadband: 0.2 })).toEqual([{ from: 0, to: 9, alert: 2, peak: 0 }]);
  expect(find("44444444", { deadband: 0.2 })).toEqual([]);
});

test("an episode that crosses a gap in the log ends at the gap", () => {
  const time = Float64Array.of(0, 1000, 2000, 3000, 60_000, 61_000, 62_000);
  expect(find("7777777", {}, time).map(({ from, to }) => [from, to])).toEqual([
    [0, 3],
    [4, 6],
  ]);
});

test("a missing score neither starts nor ends an episode, unless it lasts as long as a gap", () => {
  expect(find("77.7.77111").map(({ from, to }) => [from, to])).toEqual([[0, 6]]);
  expect(find(`777${".".repeat(12)}777`).map(({ from, to }) => [from, to])).toEqual([
    [0, 2],
    [15, 17],
  ]);
});

test("an episode that the log cuts off ends with the log", () => {
  expect(find("1117777").map(({ from, to }) => [from, to])).toEqual([[3, 6]]);
});

test("without delays every row above is abnormal", () => {
  expect(find("1711711", { onDelayMs: 0, offDelayMs: 0 }).map(({ from, to }) => [from, to])).toEqual([
    [1, 1],
    [4, 4],
  ]);
});

test("a score equal to the limit is not above it", () => {
  expect(find("5555555")).toEqual([]);
});

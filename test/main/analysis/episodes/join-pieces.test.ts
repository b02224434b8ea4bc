import { expect, test } from "vitest";
import type { ScoreInterval } from "../../../../main/analysis/episodes/intervals.ts";
import { joinPieces } from "../../../../main/analysis/episodes/join-pieces.ts";
import { joinWindow } from "../../../../main/analysis/episodes/join-window.ts";

const time = Float64Array.from({ length: 100 }, (_, i) => i);
const piece = (from: number, to: number): ScoreInterval => ({ from, to, alert: from, peak: from });
const pieces = [piece(10, 15), piece(20, 25), piece(60, 65)];
const flat = (level: number) => new Float64Array(100).fill(level);
const bounds = (score: Float64Array, alike?: () => boolean) =>
  joinPieces(pieces, { time, score, rule: { joinMs: 10, elevated: 0.5 }, ...(alike ? { alike } : {}) }).map((event) => [
    event[0].from,
    event.at(-1)!.to,
  ]);

test("pieces that are close and alike are one event", () =>
  expect(bounds(flat(0.1), () => true)).toEqual([
    [10, 25],
    [60, 65],
  ]));

test("pieces that are close while the score stays elevated between them are one event, alike or not", () =>
  expect(bounds(flat(0.9), () => false)).toEqual([
    [10, 25],
    [60, 65],
  ]));

test("pieces far apart are one event where they are alike and the score stays elevated", () =>
  expect(bounds(flat(0.9), () => true)).toEqual([[10, 65]]));

test("closeness alone joins nothing, and neither does a score that stays elevated for long", () => {
  expect(bounds(flat(0.1))).toHaveLength(3);
  expect(bounds(flat(0.9), () => false)).toHaveLength(2);
});

test("rows without a score say nothing: three with one are needed to call it elevated", () => {
  const score = flat(Number.NaN);
  expect(bounds(score, () => false)).toHaveLength(3);
  score.fill(0.9, 16, 19);
  expect(bounds(score, () => false)).toHaveLength(2);
});

test("at one alert a week pieces within eight and a half hours are close; never less than the off-delay", () => {
  expect(joinWindow(1, 0) / 3600_000).toBeCloseTo(8.6, 1);
  expect(joinWindow(1e6, 1000)).toBe(1000);
});

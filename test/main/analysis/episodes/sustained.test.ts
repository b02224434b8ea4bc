import { expect, test } from "vitest";
import { findIntervals } from "../../../../main/analysis/episodes/intervals.ts";
import { sustained } from "../../../../main/analysis/episodes/sustained.ts";
import { random } from "../../../../main/analysis/signal/random.ts";
import { naiveSustained } from "../../../naive/analysis/sustained.ts";

/** Irregular rows with some gaps. */
function log(rows: number) {
  const chance = random(4);
  let t = 0;
  const time = Float64Array.from({ length: rows }, () => {
    t += chance() < 0.03 ? 60 : 1 + Math.floor(4 * chance());
    return t;
  });
  return { time, score: Float64Array.from({ length: rows }, () => chance()) };
}

test("equals its slow twin on irregular rows with gaps", () => {
  const { time, score } = log(400);
  for (const onDelay of [0, 5, 20]) {
    expect([...sustained(time, score, onDelay, 10)]).toEqual(naiveSustained([...time], [...score], onDelay, 10));
  }
});

test("there is an episode above a limit exactly where the sustained score passes it", () => {
  const { time, score } = log(300);
  const held = sustained(time, score, 8, 10);
  for (const value of [0.1, 0.2, 0.3, 0.4, 0.6]) {
    const passes = held.some((h) => h > value);
    expect(findIntervals(time, score, { value, onDelayMs: 8, offDelayMs: 5, deadband: 0, gapMs: 10 }).length > 0).toBe(passes);
  }
});

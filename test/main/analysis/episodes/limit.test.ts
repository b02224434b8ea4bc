import { expect, test } from "vitest";
import { usualDelays } from "../../../../main/analysis/episodes/delays.ts";
import { findIntervals } from "../../../../main/analysis/episodes/intervals.ts";
import { findLimit } from "../../../../main/analysis/episodes/limit.ts";
import { scoreOf } from "../../../../main/analysis/episodes/log-odds.ts";
import { random } from "../../../../main/analysis/signal/random.ts";

const minute = 60_000;
const week = 7 * 24 * 60;
const delays = usualDelays(minute);

/** Scores of normal rows, a row a minute: log-odds that wander, some minutes alike. */
function normal(rows: number, seed = 1) {
  const chance = random(seed);
  let odds = 0;
  const score = Float64Array.from({ length: rows }, () => {
    odds = 0.9 * odds + 0.4 * (chance() + chance() + chance() - 1.5);
    return scoreOf(odds - 1);
  });
  return { time: Float64Array.from({ length: rows }, (_, i) => i * minute), score, coveredMs: rows * minute, gapMs: 10 * minute };
}

const fresh = normal(60 * week, 99);

/** Episodes a week on scores that the limit was not found from. */
function alertsPerWeek(limit: ReturnType<typeof findLimit>, weeks: number): number {
  const rows = weeks * week;
  const some = { time: fresh.time.subarray(0, rows), score: fresh.score.subarray(0, rows), gapMs: fresh.gapMs };
  return findIntervals(some.time, some.score, { ...limit, gapMs: some.gapMs }).length / weeks;
}

test("a budget that the reference can count is kept, and nearly spent", () => {
  const limit = findLimit(normal(4 * week), { alertsPerWeek: 10 }, delays);
  expect(limit.method).toBe("replay");
  expect(limit.expectedAlertsPerWeek).toBeLessThanOrEqual(10);
  expect(limit.expectedAlertsPerWeek).toBeGreaterThan(6);
  expect(alertsPerWeek(limit, 20)).toBeGreaterThan(5);
  // This reference may be the one of five whose budget is not quite kept.
  expect(alertsPerWeek(limit, 20)).toBeLessThan(12);
});

test("a budget rarer than the reference can count is kept by the tail", () => {
  const limit = findLimit(normal(12 * week), { alertsPerWeek: 0.5 }, delays);
  expect(limit.method).toBe("tail");
  const found = alertsPerWeek(limit, 60);
  expect(found).toBeGreaterThan(0.05);
  expect(found).toBeLessThan(0.8);
});

test("four of five references keep their budget", () => {
  const kept = Array.from(
    { length: 20 },
    (_, k) => alertsPerWeek(findLimit(normal(4 * week, 200 + k), { alertsPerWeek: 2 }, delays), 20) <= 2,
  );
  expect(kept.filter((k) => k).length).toBeGreaterThanOrEqual(16);
});

test("a smaller budget never lowers the limit", () => {
  const reference = normal(4 * week);
  const values = [100, 30, 10, 5, 2, 1, 0.5, 0.2, 0.1].map((alertsPerWeek) => findLimit(reference, { alertsPerWeek }, delays).value);
  expect(values).toEqual([...values].sort((a, b) => a - b));
});

test("no limit is read off further out than four times the reference", () => {
  const short = normal(400);
  const rare = findLimit(short, { alertsPerWeek: 1 }, delays);
  const rarer = findLimit(short, { alertsPerWeek: 0.01 }, delays);
  expect(rare.method).toBe("bounded");
  expect(rare.expectedAlertsPerWeek).toBeCloseTo(week / 400 / 4, 9);
  expect(rarer.value).toBe(rare.value);
  expect(rarer.alertsPerWeek).toBe(0.01);
});

test("the limit of a short reference lies above what it holds, and is not moved far by its last tenth", () => {
  const short = normal(400);
  const whole = findLimit(short, { alertsPerWeek: 1 }, delays);
  const part = findLimit(
    { ...short, time: short.time.slice(0, 360), score: short.score.slice(0, 360), coveredMs: 360 * minute },
    { alertsPerWeek: 1 },
    delays,
  );
  expect(findIntervals(short.time, short.score, { ...whole, gapMs: short.gapMs })).toEqual([]);
  expect(Math.abs(whole.value - part.value)).toBeLessThan(0.03);
});

test("missing scores have no part in the limit", () => {
  const reference = normal(2 * week);
  const holed = normal(2 * week);
  for (let i = 0; i < holed.score.length; i += 50) holed.score[i] = Number.NaN;
  const a = findLimit(reference, { alertsPerWeek: 1 }, delays).value;
  expect(Math.abs(findLimit(holed, { alertsPerWeek: 1 }, delays).value - a)).toBeLessThan(0.03);
});

test("without any score nothing can pass the limit", () => {
  const none = { time: Float64Array.of(0), score: Float64Array.of(Number.NaN), coveredMs: minute, gapMs: minute };
  expect(findLimit(none, { alertsPerWeek: 1 }, delays).value).toBe(1);
});

test("the deadband is a tenth of the odds", () => {
  const { value, deadband } = findLimit(normal(week), { alertsPerWeek: 5 }, delays);
  const odds = (p: number) => p / (1 - p);
  expect(odds(value - deadband) / odds(value)).toBeCloseTo(0.9, 2);
});

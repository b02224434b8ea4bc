import { expect, test } from "vitest";
import { findStale } from "../../../../main/analysis/quality/find-stale.ts";
import { judgeVitals } from "../../../../main/analysis/quality/judge-vitals.ts";
import { VitalPass } from "../../../../main/analysis/quality/vital-pass.ts";
import { random } from "../../../../main/analysis/signal/random.ts";

const minute = 60_000;
const rows = 3000;
const start = Date.UTC(2025, 4, 1);
const time = Float64Array.from({ length: rows }, (_, i) => start + i * minute);

/** Noise about ten, each tag with its own seed. */
function living(seed: number): Float64Array {
  const chance = random(seed);
  return Float64Array.from({ length: rows }, () => 10 + chance());
}
const dead = (values: Float64Array, from: number, to: number, value: number): Float64Array =>
  values.map((v, i) => (i >= from && i < to ? value : v));

/** The log in stretches of a few hundred rows, as the store hands them over. */
function judged(tags: Readonly<Record<string, Float64Array>>) {
  const pass = new VitalPass();
  for (let begin = 0; begin < rows; begin += 700) {
    const end = Math.min(rows, begin + 700);
    const columns = Object.entries(tags).map(([tag, values]) => ({ tag, unit: "bar", values: values.subarray(begin, end) }));
    pass.take({ time: time.subarray(begin, end), columns });
  }
  return judgeVitals(pass.finish());
}
const codes = (found: ReturnType<typeof judged>) => found.findings.map(({ code, tags }) => [code, ...tags]);

test("sensors in good order raise no alert", () => {
  expect(judged({ a: living(1), b: living(2), c: living(3), d: living(4) })).toMatchObject({ dead: [], findings: [] });
});

test("a sensor that has stood on one value since yesterday is dead, and since when is told", () => {
  const found = judged({ a: dead(living(1), 2000, rows, 10.5), b: living(2), c: living(3), d: living(4), e: living(5) });
  expect(codes(found)).toEqual([["watch.tag-stuck", "a"]]);
  expect(found.findings[0]!.message).toContain("10.5 bar");
  expect(found.dead).toEqual([
    { tag: "a", unit: "bar", kind: "stuck", value: 10.5, from: time[2000]!, to: time[rows - 1]!, ongoing: true },
  ]);
});

test("a sensor that falls to a value it never had is dead, and zero is a value", () => {
  const found = judged({ a: dead(living(1), 2500, rows, 0), b: living(2), c: living(3), d: living(4), e: living(5) });
  expect(codes(found)).toEqual([["watch.tag-stuck", "a"]]);
});

test("a sensor without samples while others have them is silent", () => {
  const found = judged({ a: dead(living(1), 2500, rows, Number.NaN), b: living(2), c: living(3) });
  expect(codes(found)).toEqual([["watch.tag-silent", "a"]]);
  expect(found.dead[0]).toMatchObject({ tag: "a", kind: "silent", from: time[2499]!, to: time[rows - 1]!, ongoing: true });
});

test("three tags that stop together are one alert", () => {
  const gone = (seed: number) => dead(living(seed), 2500, rows, Number.NaN);
  const found = judged({ a: gone(1), b: gone(2), c: gone(3), d: living(4), e: living(5), f: living(6), g: living(7), h: living(8) });
  expect(codes(found)).toEqual([["watch.tags-silent", "a", "b", "c"]]);
});

test("a machine that rests as it rested before is no dead sensor", () => {
  const rests = dead(dead(living(1), 500, 1200, 3), 2400, rows, 3);
  expect(codes(judged({ a: rests, b: living(2), c: living(3) }))).toEqual([]);
});

test("a machine that stops for the first time, every tag on zero, is no dead sensor", () => {
  const off = (seed: number) => dead(living(seed), 2500, rows, 0);
  expect(codes(judged({ a: off(1), b: off(2), c: off(3), d: living(4), e: living(5) }))).toEqual([]);
});

test("a log in which nearly all tags stand still is a logger that repeats itself, and no sensor's fault", () => {
  const frozen = (seed: number) => dead(living(seed), 2500, rows, 10 + seed / 10);
  const found = judged({ a: frozen(1), b: frozen(2), c: frozen(3), d: living(4) });
  expect(codes(found)).toEqual([["watch.log-frozen", "a", "b", "c"]]);
  expect(found.dead).toEqual([]);
});

test("a stretch of the past on one value is kept as a likely reason, without an alert today", () => {
  const found = judged({ a: dead(living(1), 800, 1600, 10.5), b: living(2), c: living(3), d: living(4), e: living(5) });
  expect(found.findings).toEqual([]);
  expect(found.dead).toEqual([{ tag: "a", unit: "bar", kind: "stuck", value: 10.5, from: time[800]!, to: time[1599]!, ongoing: false }]);
});

test("a tag that never moved is not judged", () => {
  expect(codes(judged({ a: new Float64Array(rows).fill(7), b: living(2), c: living(3) }))).toEqual([]);
});

const day = 86_400_000;
const log = { from: start, to: start + 60 * day, intervalMs: 10 * minute, longestGapMs: 3 * 3_600_000 };
test.each([
  ["a log that ends with the newest is fresh", 0, undefined],
  ["a lag no longer than the log's own silences is its habit", 3 * 3_600_000, undefined],
  ["a lag that no silence of the log has reached before is stale", day, "watch.log-stale"],
  ["a log that ended longer ago than it ever lasted is an archive", 100 * day, "watch.log-old"],
] as const)("%s", (_, behind, code) => {
  expect(findStale(log, log.to + behind)?.code).toBe(code);
});

import { expect, test } from "vitest";
import type { Frame } from "#shared/domain/frame.ts";
import { sufficiencyOf } from "../../../../main/analysis/health/sufficiency.ts";
import { random } from "../../../../main/analysis/signal/random.ts";

const minute = 60_000;
const start = Date.UTC(2025, 0, 6);

function log(rows: number): Frame {
  const next = random(4);
  const time = Float64Array.from({ length: rows }, (_, i) => start + i * minute);
  const load = time.map((_, i) => 50 + 10 * Math.sin(i / 300) + next());
  return {
    time,
    columns: [
      { tag: "load", unit: "%", values: load },
      { tag: "power", unit: "kW", values: load.map((x) => 2 * x + next()) },
      { tag: "spare", unit: "bar", values: load.map(() => 7) },
    ],
  };
}

const pca = [{ id: "pca", params: {} }];
const codes = (of: ReturnType<typeof sufficiencyOf>) => of.findings.map(({ code }) => code);

test("ten days are enough, and a tag that never changes is named before anything is trained", () => {
  const frame = log(10 * 1440);
  const told = sufficiencyOf(frame, [{ from: start, to: start + 10 * 1440 * minute }], pca);
  expect(told).toMatchObject({ rows: 14_400, tags: 2 });
  expect(told.usable).toBeGreaterThan(14_000);
  expect(codes(told)).toEqual(["health.tag-left-out"]);
});

test("half an hour is refused with what is needed", () => {
  const told = sufficiencyOf(log(2_000), [{ from: start, to: start + 30 * minute }], pca);
  expect(told.findings.find(({ severity }) => severity === "blocking")).toMatchObject({ code: "health.too-few-rows" });
  expect(codes(told)).toContain("health.reference-under-a-day");
});

test("a period beside the log is said to hold no rows", () => {
  expect(codes(sufficiencyOf(log(2_000), [{ from: 0, to: 1 }], pca))).toEqual(["health.reference-empty"]);
});

test("several families are told of one lack once", () => {
  const told = sufficiencyOf(log(2_000), [{ from: start, to: start + 30 * minute }], [...pca, { id: "similarity", params: {} }]);
  expect(codes(told).filter((code) => code === "health.too-few-rows")).toHaveLength(1);
});

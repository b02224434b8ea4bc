import { describe, expect, test } from "vitest";
import { Cancelled } from "#shared/domain/problem.ts";
import { quietRun } from "#shared/domain/run.ts";
import { expectationFamilies, expectationFamily } from "../../main/analysis/efficiency/expectation-families.ts";
import type { Answer, FitRun } from "../../main/analysis/models/family.ts";
import { familyInfo } from "../../main/analysis/models/family-info.ts";
import { type AnyFamily, anomalyFamilies, familyById } from "../../main/analysis/models/registry.ts";
import { tensorBackend } from "../../main/compute/backend.ts";
import { copyOf, exampleFrame, rowsOf } from "./example-frame.ts";

const families = [...anomalyFamilies, ...expectationFamilies];
const train = [exampleFrame({ rows: 300 }), exampleFrame({ rows: 300, seed: 2 })];
const everyRow = Array.from({ length: 120 }, (_, i) => i);
const past = 400; // rows before, for families that look back
const whole = exampleFrame({ rows: past + everyRow.length, seed: 3, faultAt: past + 60 });
const { tf: tensors } = await tensorBackend();
const run = (seed = 1): FitRun => ({ ...quietRun(seed), tensors });

/** 120 rows the families have not seen, with what a family that looks back sees of those before; the fault is in row 60. */
const askedOf = (family: AnyFamily, state: unknown) =>
  rowsOf(
    family.lookBack ? family.lookBack.widen(state, whole) : whole,
    everyRow.map((row) => past + row),
  );

/** Everything a family answered about the rows, each [rows]. */
const numbersIn = (answer: Answer): Float64Array[] =>
  answer.kind === "anomaly" ? [answer.score, ...Object.values(answer.statistics)] : [answer.expected, answer.sigma];

/** The tick of that number is the one at which a person stops the work; counts those that came. */
function stoppingRun(at: number): FitRun & { ticks: () => number } {
  let ticks = 0;
  return {
    seed: 1,
    tensors,
    ticks: () => ticks,
    tick: () => {
      if (ticks++ === at) throw new Cancelled();
    },
  };
}

test("every family has an id of its own and is found by it", () => {
  expect(new Set(families.map((f) => f.id)).size).toBe(families.length);
  for (const family of anomalyFamilies) expect(familyById(family.id)).toBe(family);
  for (const family of expectationFamilies) expect(expectationFamily(family.id)).toBe(family);
  for (const find of [familyById, expectationFamily]) expect(() => find("crystal-ball")).toThrow("crystal-ball");
});

describe.each(families)("the family $id", (family) => {
  const params = family.params.parse({});
  const trained = (seed = 1) => family.fit(train, params, run(seed));
  const state = trained();
  const later = askedOf(family, state);

  test("its form can be drawn, and the defaults it shows are the ones it takes", () => {
    expect(Object.fromEntries(familyInfo(family).params.map((p) => [p.name, p.default]))).toEqual(params);
  });

  test("two fits of the same frames with the same seed are equal to the bit", () => {
    expect(family.serialize(trained())).toEqual(family.serialize(state));
  });

  test("a row alone, in a batch and in reverse order gets the same answer", () => {
    const batch = numbersIn(family.score(state, later));
    const reversed = numbersIn(family.score(state, rowsOf(later, [...everyRow].reverse())));
    for (const row of [0, 1, 59, 60, 119]) {
      const alone = numbersIn(family.score(state, rowsOf(later, [row])));
      batch.forEach((values, k) => {
        expect(alone[k]![0]).toBe(values[row]);
        expect(reversed[k]![later.time.length - 1 - row]).toBe(values[row]);
      });
    }
  });

  test("training, scoring and explaining leave the frames as they were", () => {
    const before = [...train.map(copyOf), copyOf(later)];
    trained();
    family.score(state, later);
    family.explain(state, later, 7);
    expect([...train, later]).toEqual(before);
  });

  test("a model that was saved and read again gives the same answers", () => {
    const read = family.deserialize(structuredClone(family.serialize(state)));
    expect(family.score(read, later)).toEqual(family.score(state, later));
    expect(family.explain(read, later, 60)).toEqual(family.explain(state, later, 60));
  });

  test("a saved state that lacks anything is refused", () => {
    const saved = family.serialize(state);
    for (const name of Object.keys(saved)) {
      const { [name]: _, ...rest } = saved;
      expect(() => family.deserialize(rest), `without ${name}`).toThrow(
        expect.objectContaining({ problem: expect.objectContaining({ code: "model.unreadable" }) }),
      );
    }
  });

  test("a row with a NaN gets NaN, and only that row", () => {
    const holed = copyOf(later);
    for (const column of holed.columns) column.values[30] = Number.NaN;
    const whole = numbersIn(family.score(state, later));
    numbersIn(family.score(state, holed)).forEach((values, k) => {
      expect(values[30]).toBeNaN();
      expect(values[29]).toBe(whole[k]![29]);
      expect(values.filter((v) => Number.isNaN(v))).toHaveLength(1);
    });
  });

  test("rows that differ get answers that differ", () => {
    const [first] = numbersIn(family.score(state, later));
    expect(new Set(first).size).toBeGreaterThan(later.time.length / 2);
  });

  test("shares of an explanation are not negative, sum to one, and come largest first", () => {
    for (const row of [0, 60, 119]) {
      const shares = family.explain(state, later, row).map((c) => c.share);
      expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
      expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
      expect(shares).toEqual([...shares].sort((a, b) => b - a));
    }
  });

  test("work stopped at any tick ends there, and the next fit is as if it had never begun", () => {
    const whole = stoppingRun(-1);
    family.fit(train, params, whole);
    const ticks = whole.ticks();
    expect(ticks).toBeGreaterThan(0);
    const step = Math.max(1, Math.floor(ticks / 8));
    for (let at = 0; at < ticks; at += step) expect(() => family.fit(train, params, stoppingRun(at))).toThrow(Cancelled);
    expect(family.serialize(trained())).toEqual(family.serialize(state));
  });

  test("too little to learn from is a blocking finding, not an exception", () => {
    for (const few of [[], [rowsOf(exampleFrame(), [0, 1, 2])]])
      expect(family.sufficiency(few, params).some((f: { severity: string }) => f.severity === "blocking")).toBe(true);
    expect(family.sufficiency(train, params).filter((f: { severity: string }) => f.severity === "blocking")).toEqual([]);
  });
});

describe.each(anomalyFamilies)("the anomaly family $id", (family) => {
  const state = family.fit(train, family.params.parse({}), run());
  const later = askedOf(family, state);

  test("scores lie between 0 and 1, and a planted fault has the highest of its neighbours", () => {
    const answer = family.score(state, later);
    if (answer.kind !== "anomaly") throw new Error(`${family.id} stands among the anomaly families.`);
    expect(Math.min(...answer.score)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...answer.score)).toBeLessThanOrEqual(1);
    expect(answer.score.indexOf(Math.max(...answer.score))).toBe(60);
  });

  test("the two tags of the planted fault have the largest shares", () => {
    const largest = family.explain(state, later, 60).slice(0, 2);
    expect(largest.map((c: { tag: string }) => c.tag).sort()).toEqual(["a", "b"]);
  });

  test("a tag that never changes is a blocking finding", () => {
    const flat = copyOf(exampleFrame());
    flat.columns[2]!.values.fill(4);
    expect(family.sufficiency([flat], family.params.parse({}))).toContainEqual(
      expect.objectContaining({ code: "health.tag-constant", severity: "blocking", data: { tag: "b" } }),
    );
  });
});

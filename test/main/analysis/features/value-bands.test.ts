import { expect, test } from "vitest";
import { roundest, valueBands } from "../../../../main/analysis/features/value-bands.ts";
import { random } from "../../../../main/analysis/signal/random.ts";

function around(centres: readonly number[], spread: number, rows = 3000): Float64Array {
  const chance = random(5);
  const noise = () => chance() + chance() + chance() - 1.5;
  return Float64Array.from({ length: rows }, (_, i) => centres[Math.floor((i * centres.length) / rows)]! + spread * noise());
}

test("speeds that are run at part at round numbers between them", () => {
  expect(valueBands(around([30, 40, 48], 0.8), 6)).toEqual([35, 45]);
});

test("one hill, however wide, is one band", () => {
  expect(valueBands(around([40], 4), 6)).toEqual([]);
  const chance = random(2);
  expect(
    valueBands(
      Float64Array.from({ length: 5000 }, () => 20 + 30 * chance()),
      6,
    ),
  ).toEqual([]);
});

test("a tag of steps has a band for each of its values", () => {
  const recipes = Float64Array.from({ length: 900 }, (_, i) => [1, 2, 5][Math.floor(i / 300)]!);
  expect(valueBands(recipes, 6)).toEqual([1.5, 4]);
});

test("there are never more bands than asked for, and an excursion of a few rows is none", () => {
  const many = around([10, 20, 30, 40, 50, 60, 70, 80, 90], 0.5, 9000);
  expect(valueBands(many, 6)).toHaveLength(5);
  const excursion = Float64Array.from([...around([30], 0.5), 60, 60, 60]);
  expect(valueBands(excursion, 6)).toEqual([]);
});

test("missing values tell nothing, and a tag without any has no bands", () => {
  const holes = around([30, 48], 0.8).map((v, i) => (i % 3 === 0 ? Number.NaN : v));
  expect(valueBands(holes, 6)).toEqual(valueBands(around([30, 48], 0.8), 6));
  expect(valueBands(new Float64Array(100).fill(Number.NaN), 6)).toEqual([]);
});

test("the roundest number between two is the one with the fewest digits", () => {
  expect([roundest(31.2, 37.9), roundest(-0.4, 0.3), roundest(1081, 1113), roundest(0.213, 0.219)]).toEqual([35, 0, 1100, 0.215]);
});

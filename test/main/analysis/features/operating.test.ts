import { expect, test } from "vitest";
import { findOperating, offRows } from "../../../../main/analysis/features/operating.ts";
import { random } from "../../../../main/analysis/signal/random.ts";

/** A pump that stands in rows 100 … 149: power and speed near zero, temperature unmoved. */
function pump(change: (row: number) => Partial<Record<string, number>> = () => ({})) {
  const chance = random(1);
  const tags = ["power", "speed", "temperature"];
  const values = tags.map(() => new Float64Array(400));
  for (let i = 0; i < 400; i++) {
    const runs = i < 100 || i >= 150;
    const row: Record<string, number> = {
      power: runs ? 30 + chance() : 0.1 * chance(),
      speed: runs ? 1450 + chance() : 0,
      temperature: 40 + chance(),
      ...change(i),
    };
    tags.forEach((tag, j) => {
      values[j]![i] = row[tag]!;
    });
  }
  return tags.map((tag, j) => ({ tag, unit: "", values: values[j]! }));
}

test("the tags that fall to near zero together tell when the machine is off", () => {
  const columns = pump();
  const operating = findOperating(columns);
  expect(operating.map((o) => o.tag)).toEqual(["power", "speed"]);
  const off = offRows(operating, columns, 400);
  expect([...off].map((o, i) => (o ? i : -1)).filter((i) => i >= 0)).toEqual(Array.from({ length: 50 }, (_, i) => 100 + i));
});

test("one sensor that reads zero while the others say it runs does not make a stop", () => {
  const columns = pump((i) => (i >= 200 && i < 220 ? { power: 0 } : {}));
  const off = offRows(findOperating(columns), columns, 400);
  expect(off.subarray(200, 220)).toEqual(new Uint8Array(20));
});

test("among three tags, one alone that falls to zero is a fault and no stop", () => {
  expect(findOperating(pump((i) => ({ power: 30 + (i % 3) })))).toEqual([]);
});

test("a machine that always runs has no operating tags", () => {
  expect(findOperating(pump((i) => ({ power: 30 + (i % 3), speed: 1450 + (i % 5) })))).toEqual([]);
});

test("a tag that spends as long between as near zero does not tell a stop", () => {
  const ramp = (i: number) => ({ power: (30 * (i % 100)) / 100, speed: (1450 * (i % 100)) / 100 });
  expect(findOperating(pump(ramp))).toEqual([]);
});

test("a missing operating tag leaves the vote to the others; none at all says it runs", () => {
  const columns = pump();
  const operating = findOperating(columns);
  expect(offRows(operating, columns.slice(1), 400)).toEqual(offRows(operating, columns, 400));
  expect(offRows(operating, [], 3)).toEqual(new Uint8Array(3));
});

import { expect, test } from "vitest";
import { wasm as w } from "../../../../../main/analysis/signal/wasm/assembler.ts";
import { kernel } from "../../../../../main/analysis/signal/wasm/kernel.ts";

test.each([0, 1, 63, 64, 127, 128, 8191, 8192, 40_000, 65_535])("the constant %i is written and read back", (value) => {
  const { run, reserve } = kernel({ params: 0, locals: [], body: [w.storeU16(w.i32(8), w.i32(value))] });
  const memory = reserve(16);
  run();
  expect(memory.u16(8, 1)[0]).toBe(value);
});

test("a negative constant counts down", () => {
  const [i] = [1];
  const { run, reserve } = kernel({
    params: 1,
    locals: ["i32"],
    body: [
      w.set(i, w.get(0)),
      w.doWhile(w.less(w.i32(-100), w.get(i)), w.storeU16(w.i32(0), w.add(w.get(i), w.i32(200))), w.set(i, w.sub(w.get(i), w.i32(1)))),
    ],
  });
  const memory = reserve(8);
  run(5);
  expect(memory.u16(0, 1)[0]).toBe(101);
});

test("memory grows to what is asked for, and views of it hold", () => {
  const { reserve } = kernel({ params: 0, locals: [], body: [] });
  reserve(10).f64(0, 1)[0] = 7;
  const memory = reserve(1_000_000);
  expect(memory.f64(0, 1)[0]).toBe(7);
  memory.f64(999_992, 1)[0] = 3;
  expect(memory.f64(999_992, 1)[0]).toBe(3);
});

test("two numbers at a time are added, multiplied and folded like one at a time", () => {
  const at = w.i32(0);
  const { run, reserve } = kernel({
    params: 0,
    locals: ["v128"],
    body: [
      w.set(0, w.addPair(w.mulPair(w.loadPair(at), w.loadTwice(w.i32(16))), w.loadPair(at))),
      w.storePair(w.i32(32), w.get(0)),
      w.storeF64(w.i32(48), w.foldPair(w.get(0))),
    ],
  });
  const memory = reserve(64).f64(0, 8);
  memory.set([2, 3, 10]);
  run();
  expect([...memory.subarray(4, 7)]).toEqual([22, 33, 55]);
});

import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readModelState, writeModelState } from "../../../main/store/model-state.ts";

const file = () => join(mkdtempSync(join(tmpdir(), "model-")), "a.model");

test("a model's state comes back with every number as it was, NaN and infinities too", () => {
  const state = {
    family: "pca",
    odd: [Number.NaN, Infinity, -Infinity, -0.5],
    mean: Float64Array.of(1.5, Number.NaN, -2),
    nested: { trees: [{ at: Int32Array.of(1, -1, 7) }, { at: new Int32Array(0) }], bins: Uint8Array.of(1, 255, 3) },
  };
  const path = file();
  writeModelState(path, state);
  expect(readModelState(path)).toEqual(state);
});

test("one changed byte anywhere in a model file is noticed", () => {
  const path = file();
  writeModelState(path, { mean: Float64Array.of(1, 2, 3) });
  const whole = readFileSync(path);
  for (let at = 0; at < whole.length; at++) {
    const bent = Buffer.from(whole);
    bent[at]! ^= 1;
    writeFileSync(path, bent);
    expect(() => readModelState(path), `byte ${at}`).toThrow(/missing or damaged/);
  }
});

test("a model file cut short is noticed at every length", () => {
  const path = file();
  writeModelState(path, { mean: Float64Array.of(1, 2, 3) });
  const whole = readFileSync(path);
  for (let length = 0; length < whole.length; length++) {
    writeFileSync(path, whole.subarray(0, length));
    expect(() => readModelState(path)).toThrow(/missing or damaged/);
  }
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { random } from "../../../../main/analysis/signal/random.ts";
import { openFile } from "../../../../main/importing/file-source.ts";
import { hdf5Reader } from "../../../../main/importing/recordings/hdf5/hdf5-reader.ts";
import { matReader } from "../../../../main/importing/recordings/mat/mat-reader.ts";
import { readerFor } from "../../../../main/importing/registry.ts";
import { memorySource } from "../memory-source.ts";
import { openAndRead, readRecording } from "./read-recording.ts";
import { damaged, rowsOfDamaged } from "./survives-damage.ts";

const folder = join(import.meta.dirname, "../../../data/hdf5");
const logger = readFileSync(join(folder, "logger.h5"));
const workspace = readFileSync(join(folder, "workspace.mat"));
const ramp = (n: number, step = 1): number[] => Array.from({ length: n }, (_, k) => k * step);

describe("an HDF5 file", () => {
  test("holds a table per group: vectors, the columns of a matrix by their names, complex numbers as two channels", async () => {
    const { values, described, time } = await openAndRead(hdf5Reader, memorySource(logger, "logger.h5"));
    expect(values).toEqual({
      inlet: ramp(60, 2),
      outlet: ramp(60, 2).map((k) => k + 1),
      load: ramp(60),
      speed: ramp(60, 0.25),
      z_re: ramp(60),
      z_im: ramp(60).map((k) => 0 - k),
    });
    expect(described.plan).toMatchObject({ table: "run", clock: { source: "rate", stepMs: 10 }, zone: "+02:00" });
    expect(time[0]).toBe(Date.UTC(2024, 2, 1, 10));
    expect(described.plan.columns.flatMap(({ tag, unit }) => (unit === "" ? [] : [[tag, unit]]))).toEqual([
      ["load", "kN"],
      ["speed", "rpm"],
    ]);
    expect(described.facts?.variables).toMatchObject({ cube: [[2, 3, 4], "uint8"] });
  });

  test("tells time since a date by the unit of a vector, and by a member of a compound", async () => {
    const source = memorySource(logger, "logger.h5");
    const { beside } = await hdf5Reader.describe(source);
    const log = await readRecording(hdf5Reader, [source], beside.find((plan) => plan.table === "log")!);
    expect(log.time.slice(0, 2)).toEqual([Date.UTC(2024, 0, 1, 6), Date.UTC(2024, 0, 1, 6, 2)]);
    expect(log.values).toEqual({ temp: ramp(20) });
    const rows = await readRecording(hdf5Reader, [source], beside.find((plan) => plan.table === "rows")!);
    expect(rows.values).toEqual({ x: ramp(30) });
    expect(rows.time[2]! - rows.time[0]!).toBe(1000);
  });

  test("is followed neither in rings nor out of itself", async () => {
    const { facts, beside } = await hdf5Reader.describe(memorySource(logger, "logger.h5"));
    expect(Object.keys(facts?.variables as object).sort()).toEqual(["cube", "log", "rows", "run"]);
    expect(beside).toHaveLength(2);
  });

  test("is read from the disk where it lies, and can be read again when it was closed", async () => {
    const source = await openFile(join(folder, "logger.h5"));
    try {
      expect((await openAndRead(hdf5Reader, source)).values.speed).toEqual(ramp(60, 0.25));
      expect((await openAndRead(hdf5Reader, source)).values.speed).toEqual(ramp(60, 0.25));
    } finally {
      await source.close();
    }
  });
});

test("a MAT-file of version 7.3 is a MAT-file: its dimensions as MATLAB counts them, its time, its texts", async () => {
  expect(readerFor(workspace, "workspace.mat")?.id).toBe("mat");
  const { values, described, time, codes } = await openAndRead(matReader, memorySource(workspace, "workspace.mat"));
  expect(values).toEqual({ M_1: ramp(60), M_2: ramp(60).map((k) => k + 60), M_3: ramp(60).map((k) => k + 120), x: ramp(60) });
  expect(time[1]! - time[0]!).toBe(500);
  expect(described.facts).toMatchObject({
    version: "7.3",
    variables: { M: [[60, 3], "float32"], x: [[60, 1], "float64"], c: [[1, 1], "object"], e: [[0, 0], "uint64"], machine: [[1], "<U4"] },
    scalars: { fs: 2 },
    texts: { machine: "pump" },
  });
  expect(described.beside.map((plan) => [plan.table, plan.columns.map((column) => column.tag)])).toEqual([["run", ["a", "b"]]]);
  expect(codes).toContain("import.left-out-cell");
});

test("a file cut at any place, or changed at random, is read or refused in words, and the library goes on", {
  timeout: 300_000,
}, async () => {
  const next = random(14);
  let tried = 0;
  for (const [reader, sample] of [
    [hdf5Reader, logger],
    [matReader, workspace],
  ] as const) {
    for (let length = 0; length < sample.length; length += 499, tried++) await rowsOfDamaged(reader, sample.subarray(0, length));
    for (let k = 0; k < 60; k++, tried++) await rowsOfDamaged(reader, damaged(sample, next));
    expect(await rowsOfDamaged(reader, sample)).toBeGreaterThan(60);
  }
  expect(tried).toBeGreaterThan(150);
});

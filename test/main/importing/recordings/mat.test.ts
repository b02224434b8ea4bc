import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { random } from "../../../../main/analysis/signal/random.ts";
import { matReader } from "../../../../main/importing/recordings/mat/mat-reader.ts";
import { readerFor } from "../../../../main/importing/registry.ts";
import { referenceData } from "../../../data/reference.ts";
import { memorySource } from "../memory-source.ts";
import { MatWriter, mat4Variable } from "./mat-file.ts";
import { openAndRead } from "./read-recording.ts";
import { damaged, rowsOfDamaged } from "./survives-damage.ts";

const ramp = (n: number, step = 1): number[] => Array.from({ length: n }, (_, k) => k * step);
const open = (bytes: Uint8Array) => openAndRead(matReader, memorySource(bytes, "a.mat"));

describe.each([
  { littleEndian: true, packed: false },
  { littleEndian: false, packed: false },
  { littleEndian: true, packed: true },
  { littleEndian: false, packed: true },
])("a MAT-file of version 5, %o", (form) => {
  const w = new MatWriter(form);

  test.each(["int8", "uint8", "int16", "uint16", "int32", "float32", "float64"] as const)(
    "numbers stored as %s are read as what they are",
    async (as) => {
      const values = ramp(20).map((k) => (as.startsWith("u") ? k : k - 10));
      const { values: read } = await open(w.file(w.numbers({ name: "x", shape: [20, 1], values, as })));
      expect(read).toEqual({ x: values });
    },
  );

  test("vectors of one length are a table, whether they lie or stand", async () => {
    const file = w.file(
      w.numbers({ name: "a", shape: [1, 30], values: ramp(30) }),
      w.numbers({ name: "b", shape: [30, 1], values: ramp(30, 2) }),
    );
    const { values, described } = await open(file);
    expect(values).toEqual({ a: ramp(30), b: ramp(30, 2) });
    expect(described.beside).toEqual([]);
  });

  test("a matrix is as many channels as its shorter side has places", async () => {
    const standing = await open(w.file(w.numbers({ name: "m", shape: [20, 3], values: ramp(60) })));
    expect(standing.values).toEqual({ m_1: ramp(20), m_2: ramp(20).map((k) => k + 20), m_3: ramp(20).map((k) => k + 40) });
    const lying = await open(w.file(w.numbers({ name: "m", shape: [2, 20], values: ramp(40) })));
    expect(lying.values).toEqual({ m_1: ramp(20, 2), m_2: ramp(20, 2).map((k) => k + 1) });
  });

  test("the side of a matrix that a vector beside it shares is time, though it is the shorter one", async () => {
    const file = w.file(
      w.numbers({ name: "t", shape: [1, 16], values: ramp(16, 0.5) }),
      w.numbers({ name: "m", shape: [20, 16], values: ramp(320) }),
    );
    const { described, time } = await open(file);
    expect(described.rows).toBe(16);
    expect(described.plan.columns).toHaveLength(21);
    expect(time[2]! - time[0]!).toBe(1000);
  });

  test("fields of a struct are channels, a rate among them is their clock", async () => {
    const file = w.file(
      w.struct("run", {
        speed: w.numbers({ name: "", shape: [1, 40], values: ramp(40) }),
        fs: w.numbers({ name: "", shape: [1, 1], values: [500] }),
        machine: w.text("", "pump"),
      }),
    );
    const { values, described } = await open(file);
    expect(values).toEqual({ speed: ramp(40) });
    expect(described.plan.clock).toMatchObject({ source: "rate", stepMs: 2 });
    expect(described.facts).toMatchObject({ scalars: { "run.fs": 500 }, texts: { "run.machine": "pump" } });
  });

  test("a complex vector is two channels", async () => {
    const { values } = await open(w.file(w.numbers({ name: "z", shape: [1, 20], values: ramp(20), imaginary: ramp(20, -1) })));
    expect(values).toEqual({ z_re: ramp(20), z_im: ramp(20, -1) });
  });

  test("cells and lists of structs are told and left out", async () => {
    const inner = w.numbers({ name: "", shape: [1, 2], values: [1, 2] });
    const { codes, values } = await open(
      w.file(w.cell("c", inner), w.struct("s", { f: inner }, [1, 2]), w.numbers({ name: "x", shape: [20, 1], values: ramp(20) })),
    );
    expect(values).toEqual({ x: ramp(20) });
    expect(codes).toEqual(expect.arrayContaining(["import.left-out-cell", "import.left-out-struct-list"]));
  });
});

describe("the clock of a MAT-file", () => {
  const w = new MatWriter();
  const x = w.numbers({ name: "x", shape: [20, 1], values: ramp(20) });
  const withTime = (name: string, values: readonly number[]) => open(w.file(x, w.numbers({ name, shape: [20, 1], values })));

  test("is a vector named like a time that ascends", async () => {
    const { time, described } = await withTime("time", ramp(20, 0.25));
    expect(described.plan.clock).toMatchObject({ source: "columns", format: "elapsed-s" });
    expect(time[4]! - time[0]!).toBe(1000);
  });

  test("counts days from the year 0 where its numbers are MATLAB's", async () => {
    const { time } = await withTime(
      "t",
      ramp(20, 1 / 24).map((day) => day + 730_486.5),
    );
    expect(time[0]).toBe(Date.UTC(2000, 0, 1, 12)); // MATLAB: datenum(2000, 1, 1) is 730486
    expect(time[1]! - time[0]!).toBeCloseTo(3_600_000, 0);
  });

  test("counts seconds since 1970 where its numbers do", async () => {
    const { time } = await withTime(
      "timestamp",
      ramp(20).map((k) => k + 1_700_000_000),
    );
    expect(time[0]).toBe(1_700_000_000_000);
  });

  test("is no vector that goes back, whatever its name", async () => {
    const { described } = await withTime(
      "X097_DE_time",
      ramp(20).map((k) => Math.sin(k)),
    );
    expect(described.plan.clock.source).toBe("rate");
  });

  test("is a finding where the file does not say how far apart the samples are", async () => {
    expect((await open(w.file(x))).codes).toContain("import.no-rate");
  });

  test("is not the rate of a flow", async () => {
    const { described } = await open(w.file(x, w.numbers({ name: "flow_rate", shape: [1, 1], values: [50] })));
    expect(described.plan.clock).toMatchObject({ source: "rate", stepMs: 1000 });
  });
});

test.each([true, false])("level 4 is read in either byte order (little first: %s)", async (littleEndian) => {
  const file = Buffer.concat([
    mat4Variable({ name: "a", shape: [20, 1], values: ramp(20), as: "int16" }, littleEndian),
    mat4Variable({ name: "z", shape: [20, 1], values: ramp(20), imaginary: ramp(20, 3) }, littleEndian),
  ]);
  expect(readerFor(file, "a.mat")?.id).toBe("mat");
  expect((await open(file)).values).toEqual({ a: ramp(20), z_re: ramp(20), z_im: ramp(20, 3) });
});

test("of a file that was cut off, the numbers that are whole are kept and the cut is told", async () => {
  const w = new MatWriter();
  const file = w.file(
    w.numbers({ name: "x", shape: [50, 1], values: ramp(50) }),
    w.numbers({ name: "y", shape: [50, 1], values: ramp(50) }),
  );
  const { codes, described } = await open(file.subarray(0, file.length - 83));
  expect(codes).toContain("import.cut-variable");
  expect([described.rows, ...(described.besideRows ?? [])].sort()).toEqual([39, 50]);
});

test("a stream that unfolds to what it promised and no more is not asked for memory it cannot fill", async () => {
  const w = new MatWriter({ packed: true });
  const file = w.file(w.numbers({ name: "x", shape: [2 ** 30, 1], values: ramp(20) }));
  const { described } = await open(file);
  expect(described.rows).toBeLessThan(100_000);
});

const expectedFacts = referenceData("formats/EXPECTED.json");
const known: Record<string, Record<string, unknown>> = expectedFacts ? JSON.parse(readFileSync(expectedFacts, "utf8")) : {};

describe.skipIf(!expectedFacts)("the reference files", () => {
  test.each(Object.keys(known).filter((file) => file.startsWith("mat/")))("%s holds the variables that are known of it", async (file) => {
    const bytes = readFileSync(join(referenceData("formats")!, file));
    const wanted = known[file]!;
    if ("scipy_error" in wanted) {
      await expect(matReader.describe(memorySource(bytes, file))).rejects.toMatchObject({ problem: { code: "import.no-variables" } });
      return;
    }
    const { facts } = await matReader.describe(memorySource(bytes, file));
    const found = facts?.variables as Record<string, [number[], string]>;
    // What is known of a struct is cut to 40 characters.
    expect(Object.fromEntries(Object.entries(found).map(([name, [shape, dtype]]) => [name, [shape, dtype.slice(0, 40)]]))).toEqual(wanted);
  });
});

const bearings = referenceData("cwru/EXPECTED.json");
const records: Record<string, { keys: string[]; rpm: number; channel: string; n: number; rms: number; kurtosis: number; peak: number }> =
  bearings ? JSON.parse(readFileSync(bearings, "utf8")) : {};

describe.skipIf(!bearings)("the bearing records", () => {
  test.each(Object.keys(records))("%s has the length, the effective value, the peak and the speed that are known of it", async (file) => {
    const wanted = records[file]!;
    const { described, values } = await openAndRead(matReader, memorySource(readFileSync(join(referenceData("cwru")!, file)), file));
    expect(Object.keys(described.facts?.variables as object)).toEqual(wanted.keys);
    expect(Object.values(described.facts?.scalars as object)).toEqual([wanted.rpm]);
    const x = values[wanted.channel]!;
    expect(x).toHaveLength(wanted.n);
    const mean = x.reduce((sum, v) => sum + v, 0) / x.length;
    const moment = (power: number) => x.reduce((sum, v) => sum + (v - mean) ** power, 0) / x.length;
    expect(Math.sqrt(moment(2) + mean ** 2)).toBeCloseTo(wanted.rms, 4);
    expect(moment(4) / moment(2) ** 2).toBeCloseTo(wanted.kurtosis, 2);
    expect(x.reduce((most, v) => Math.max(most, Math.abs(v)), 0)).toBeCloseTo(wanted.peak, 3);
  });
});

describe("damage", () => {
  const samples = [true, false].flatMap((packed) => {
    const w = new MatWriter({ packed });
    return w.file(
      w.numbers({ name: "t", shape: [1, 40], values: ramp(40, 0.1) }),
      w.numbers({ name: "x", shape: [40, 3], values: ramp(120), as: "int16", imaginary: ramp(120) }),
      w.struct("run", {
        speed: w.numbers({ name: "", shape: [1, 20], values: ramp(20) }),
        name: w.text("", "pump"),
        c: w.cell("", w.text("", "a")),
      }),
    );
  });
  samples.push(
    Buffer.concat([
      mat4Variable({ name: "a", shape: [20, 2], values: ramp(40) }),
      mat4Variable({ name: "b", shape: [1, 20], values: ramp(20), as: "int16" }),
    ]),
  );

  test("a file cut at any byte, or changed at random, is read or refused in words", { timeout: 120_000 }, async () => {
    const next = random(11);
    let tried = 0;
    for (const sample of samples) {
      for (let length = 0; length < sample.length; length += 1 + (tried % 3), tried++)
        await rowsOfDamaged(matReader, sample.subarray(0, length));
      for (let k = 0; k < 400; k++, tried++) await rowsOfDamaged(matReader, damaged(sample, next));
    }
    expect(tried).toBeGreaterThan(1500);
  });
});
